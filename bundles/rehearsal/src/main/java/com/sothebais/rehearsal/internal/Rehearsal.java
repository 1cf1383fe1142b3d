package com.sothebais.rehearsal.internal;

import com.sothebais.api.agent.Host;
import com.sothebais.api.asset.Assets;
import com.sothebais.api.auction.Auctions;
import com.sothebais.api.auction.Campaigns;
import com.sothebais.api.chain.SimulatedChain;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.api.identity.Wallets;
import com.sothebais.api.rehearsal.Rehearsals;
import com.sothebais.api.settlement.EscrowBook;
import com.sothebais.api.social.SimulatedNetwork;
import com.sothebais.api.stream.Curtain;
import com.sothebais.api.stream.Studio;
import com.sothebais.rehearsal.shadow.Timing;
import java.nio.file.Path;
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
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers the rehearsals and feeds them with the state of the show. */
@Component(
        service = {Rehearsals.class, EventSubscriber.class, HealthSource.class, Rehearsal.class},
        configurationPid = Script.PID)
@Designate(ocd = Rehearsal.Config.class)
public final class Rehearsal implements Rehearsals, EventSubscriber, HealthSource {
    /** What can be set; texts, so that a wrong number can be answered with a sentence. */
    @ObjectClassDefinition(name = "SothebAIs rehearsals")
    @interface Config {
        @AttributeDefinition(description = "seconds before the first lot opens")
        String pre_seconds() default "20";

        @AttributeDefinition(description = "seconds of each lot before extensions, at least 4")
        String lot_seconds() default "45";

        @AttributeDefinition(description = "seconds between two lots")
        String pause_seconds() default "8";

        @AttributeDefinition(description = "seconds after the last lot")
        String post_seconds() default "20";

        @AttributeDefinition(description = "directory of the rehearsals of sessions, with a folder for each")
        String rehearsals_directory() default "data/rehearsals";

        @AttributeDefinition(description = "decides who says what")
        String seed() default "20260101";
    }

    private static final String PART = "rehearsal";
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    /** Plugins come and go while a show plays; it goes on without them for a moment. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SimulatedNetwork network;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SimulatedChain chain;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Curtain curtain;

    private static final long TIDY_SECONDS = 2;

    private final ScheduledExecutorService tidying = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "sothebais-rehearsal-tidy");
        named.setDaemon(true);
        return named;
    });
    private final ShowState state = new ShowState();
    private final Script script;
    private final Rehearser rehearser;

    @Activate
    public Rehearsal(
            @Reference Wallets wallets,
            @Reference EscrowBook escrow,
            @Reference Campaigns campaigns,
            @Reference Auctions auctions,
            @Reference Studio studio,
            @Reference Host host,
            @Reference Assets assets,
            Config config) {
        script = Script.read(new Script.Texts(
                config.pre_seconds(),
                config.lot_seconds(),
                config.pause_seconds(),
                config.post_seconds(),
                config.seed()));
        script.complaints().forEach(LOG::error);
        Platform platform = new Platform(
                new Platform.Plugins(() -> Optional.ofNullable(network), () -> Optional.ofNullable(chain)),
                new Platform.Treasury(wallets, escrow),
                new Platform.Saleroom(campaigns, auctions),
                new Platform.Air(studio, host, assets, () -> Optional.ofNullable(curtain)));
        rehearser = new Rehearser(
                platform,
                script,
                state,
                InstantSource.system(),
                new Shelf(Path.of(config.rehearsals_directory())),
                Timing.Least.USUAL);
        tidying.scheduleWithFixedDelay(this::tidy, TIDY_SECONDS, TIDY_SECONDS, TimeUnit.SECONDS);
    }

    /** The log may be away for a moment; it is tried again. */
    private void tidy() {
        try {
            rehearser.tidy();
        } catch (RuntimeException e) {
            LOG.warn("a rehearsal without a player does not end yet: {}", e.toString());
        }
    }

    @Deactivate
    void stop() {
        tidying.shutdownNow();
        rehearser.close();
    }

    @Override
    public void start(Path directory) {
        rehearser.start(directory);
    }

    /** Starts the show unless the directory says that it was played before. */
    void startOnce(Path directory) {
        rehearser.startOnce(directory);
    }

    @Override
    public Progress progress() {
        return rehearser.progress();
    }

    @Override
    public Rehearsed rehearse(Order order) {
        return rehearser.rehearse(order);
    }

    @Override
    public List<Rehearsed> rehearsals() {
        return rehearser.rehearsals();
    }

    @Override
    public Optional<Rehearsed> abort(String id, String who) {
        return rehearser.abort(id, who);
    }

    @Override
    public String name() {
        return PART;
    }

    @Override
    public Kind kind() {
        return Kind.VIEW;
    }

    @Override
    public void on(Recorded recorded) {
        state.after(recorded);
    }

    @Override
    public void caughtUp() {
        state.caughtUp();
    }

    @Override
    public Health health() {
        Progress now = rehearser.newest();
        if (now.stage() == Stage.FAILED) {
            return Health.degraded(PART, "The last show ended early: " + now.message());
        }
        if (!script.complaints().isEmpty()) {
            return Health.degraded(PART, script.complaints().get(0) + ".");
        }
        return Health.well(PART, now.stage() + ": " + now.message());
    }
}
