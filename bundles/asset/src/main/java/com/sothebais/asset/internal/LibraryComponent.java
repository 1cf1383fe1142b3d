package com.sothebais.asset.internal;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.AssetLibrary;
import com.sothebais.api.asset.AssetUse;
import com.sothebais.api.asset.AssetUses;
import com.sothebais.api.asset.NamedAsset;
import com.sothebais.api.database.Database;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.asset.library.LotUses;
import com.sothebais.asset.library.Sweeper;
import com.sothebais.asset.library.TableLibrary;
import com.sothebais.asset.library.UsedContent;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers the library while there is a database, follows which lots show what, and sweeps once an hour. */
@Component(service = {AssetLibrary.class, EventSubscriber.class, HealthSource.class})
public final class LibraryComponent implements AssetLibrary, EventSubscriber, HealthSource {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryComponent.class);
    private static final String PART = "assets";
    private static final Duration SWEEP_EVERY = Duration.ofHours(1);

    /** By then every part that shows assets has said so; what is in the trash can wait. */
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(10);

    private static final Duration STOP_MAX = Duration.ofSeconds(5);

    private final TableLibrary library;
    private final Sweeper sweeper;
    private final List<String> problems;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "sothebais-assets"));

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<AssetUses> users = List.of();

    private volatile boolean started;
    private volatile String trouble = "";

    @Activate
    public LibraryComponent(@Reference Database database, @Reference AssetComponent contents) {
        database.migrate("asset", LibraryComponent.class);
        library = new TableLibrary(database.dataSource(), contents.shelf(), () -> users, InstantSource.system());
        sweeper = new Sweeper(library);
        problems = contents.problems();
        thread.scheduleWithFixedDelay(this::sweepLeftovers, 0, SWEEP_EVERY.toMinutes(), TimeUnit.MINUTES);
        thread.scheduleWithFixedDelay(
                this::sweepTrash, SETTLED_AFTER.toMinutes(), SWEEP_EVERY.toMinutes(), TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(STOP_MAX.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("sweeping assets has not ended within {} s", STOP_MAX.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The top of the thread: what fails is tried again at the next time. */
    private void sweepLeftovers() {
        try {
            sweeper.sweepLeftovers();
            if (!started || !trouble.isEmpty()) {
                long missing = sweeper.missing();
                trouble = missing == 0
                        ? ""
                        : missing + " contents are not in the store; restore its files from the backup.";
                started = true;
            }
        } catch (Exception e) {
            LOG.warn("leftovers of uploads could not be swept, the next time is in {}: {}", SWEEP_EVERY, e.toString());
        }
    }

    /** The top of the thread as well. */
    private void sweepTrash() {
        try {
            sweeper.sweepTrash();
        } catch (Exception e) {
            LOG.warn("the trash of assets could not be swept, the next time is in {}: {}", SWEEP_EVERY, e.toString());
        }
    }

    @Override
    public Health health() {
        if (!problems.isEmpty()) {
            return Health.degraded(PART, problems.get(0) + ".");
        }
        return trouble.isEmpty() ? Health.well(PART, "Storing and serving.") : Health.degraded(PART, trouble);
    }

    @Override
    public String name() {
        return "asset-uses";
    }

    @Override
    public Kind kind() {
        return Kind.REACTOR;
    }

    @Override
    public void on(Recorded recorded) {
        List<UsedContent> uses = LotUses.of(recorded.event());
        if (!uses.isEmpty()) {
            library.note(uses);
        }
    }

    @Override
    public Upload receive(InputStream content) {
        return library.receive(content);
    }

    @Override
    public NamedAsset add(Upload upload, String name, String person, Optional<NamedAsset.Origin> origin) {
        return library.add(upload, name, person, origin);
    }

    @Override
    public List<NamedAsset> list(Filter filter, long before, int limit) {
        return library.list(filter, before, limit);
    }

    @Override
    public Optional<NamedAsset> find(long number) {
        return library.find(number);
    }

    @Override
    public List<AssetUse> uses(NamedAsset asset) {
        return library.uses(asset);
    }

    @Override
    public List<Deed> deeds(long number) {
        return library.deeds(number);
    }

    @Override
    public NamedAsset trash(long number, Decree decree) {
        return library.trash(number, decree);
    }

    @Override
    public NamedAsset restore(long number, Decree decree) {
        return library.restore(number, decree);
    }

    @Override
    public boolean isTrashed(AssetId content) {
        return library.isTrashed(content);
    }
}
