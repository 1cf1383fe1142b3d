package com.sothebais.settlement.internal;

import com.sothebais.api.chain.Chain;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.database.Database;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.api.settlement.EscrowBook;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the escrow book and follows the chains that feed it. One thread: {@code sothebais-deposits}. */
@Component(
        service = {EscrowBook.class, EventSubscriber.class, HealthSource.class},
        configurationPid = Settings.PID)
@Designate(ocd = EscrowKeeper.Config.class)
public final class EscrowKeeper implements EscrowBook, EventSubscriber, HealthSource {
    private static final Logger LOG = LoggerFactory.getLogger(EscrowKeeper.class);
    private static final String PART = "settlement";

    private final Settings settings;
    private final Books books = new Books();
    private final ReserveCheck reserves = new ReserveCheck(books, InstantSource.system());
    private final Rounds rounds;
    private final ScheduledExecutorService deposits;
    private volatile boolean caughtUp;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Chain> chains = List.of();

    /** Read through {@link Settings}, so that a wrong value is named instead of thrown at the container. */
    @ObjectClassDefinition(name = "SothebAIs settlement")
    @interface Config {
        @AttributeDefinition(description = "Milliseconds between looks at each chain, 50 to 60000.")
        long poll_millis() default Settings.POLL_MILLIS;
    }

    @Activate
    public EscrowKeeper(
            @Reference EventLog log, @Reference Database database, Config config, Map<String, Object> properties) {
        settings = Settings.of(properties);
        settings.problems().forEach(LOG::error);
        rounds = new Rounds(log, Progress.in(database), reserves, InstantSource.system(), RandomGenerator.getDefault());
        deposits = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "sothebais-deposits"));
    }

    @Activate
    void start() {
        deposits.scheduleWithFixedDelay(this::round, 0, settings.pollMillis(), TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void stop() {
        deposits.shutdownNow();
    }

    /** For tests: what the container does by the field. */
    void chains(List<Chain> present) {
        chains = present;
    }

    // The executor would silently never call again after an exception.
    private void round() {
        try {
            rounds.run(List.copyOf(chains));
        } catch (RuntimeException e) {
            LOG.error("following the chains failed, trying again in {} ms", settings.pollMillis(), e);
        }
    }

    @Override
    public String name() {
        return "settlement-book";
    }

    @Override
    public Kind kind() {
        return Kind.VIEW;
    }

    @Override
    public void on(Recorded recorded) {
        books.take(recorded.event());
    }

    /** Folds the facts into books of its own and compares them with the live ones. */
    @Override
    public Optional<Shadow> shadow() {
        Books twin = new Books();
        return Optional.of(new Shadow() {
            @Override
            public void on(Recorded recorded) {
                twin.take(recorded.event());
            }

            @Override
            public String result() {
                List<Balance> folded = twin.balances();
                return folded.size() + " wallets; "
                        + (folded.equals(books.balances()) ? "the same as" : "different from") + " the live books";
            }
        });
    }

    @Override
    public void caughtUp() {
        caughtUp = true;
    }

    @Override
    public List<Balance> balances() {
        return books.balances();
    }

    @Override
    public List<Reserves> reserves() {
        return reserves.newest();
    }

    @Override
    public Health health() {
        Optional<String> imbalance = reserves.trouble();
        if (imbalance.isPresent()) {
            return Health.down(PART, imbalance.get());
        }
        Optional<String> unreachable = rounds.trouble();
        if (unreachable.isPresent()) {
            return Health.degraded(PART, "Deposits wait: " + unreachable.get() + ". Trying again.");
        }
        if (chains.isEmpty()) {
            return Health.degraded(PART, "No chain is installed; install a chain plugin.");
        }
        if (!caughtUp) {
            return Health.degraded(PART, "Reading the log.");
        }
        Optional<ChainId> behind = reserves.behind();
        if (behind.isPresent()) {
            return Health.degraded(
                    PART, "The books of " + behind.get() + " are behind the log; look for " + name() + " in the logs.");
        }
        if (!settings.problems().isEmpty()) {
            return Health.degraded(PART, settings.problems().get(0));
        }
        return Health.well(PART, "Following " + chains.size() + " chain(s), " + balanced());
    }

    private String balanced() {
        return reserves.newest().stream()
                .map(newest -> newest.held() + " in escrow on " + newest.chain() + " at block " + newest.block())
                .reduce((one, other) -> one + ", " + other)
                .orElse("no block compared yet");
    }
}
