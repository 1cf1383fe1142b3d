package com.sothebais.settlement.internal;

import com.sothebais.api.chain.Chain;
import com.sothebais.api.database.Database;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Lets the dispatcher drive the settler; waiting and repeating after a failure is the dispatcher's part. */
@Component(service = {EventSubscriber.class, HealthSource.class})
public final class SettlerComponent implements EventSubscriber, HealthSource {
    private static final String PART = "settler";

    private final Settler settler;
    private volatile Optional<Trouble> trouble = Optional.empty();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Chain> chains = List.of();

    /** What waits at a position. */
    private record Trouble(long position, String reason) {}

    @Activate
    public SettlerComponent(@Reference EventLog log, @Reference Database database) {
        settler = new Settler(log, Progress.in(database), () -> chains, InstantSource.system());
    }

    /** For tests: what the container does by the field. */
    void chains(List<Chain> present) {
        chains = present;
    }

    @Override
    public String name() {
        return "settlement-settler";
    }

    @Override
    public Kind kind() {
        return Kind.REACTOR;
    }

    @Override
    public void on(Recorded recorded) {
        try {
            settler.take(recorded);
            trouble = trouble.filter(waiting -> waiting.position() != recorded.position());
        } catch (RuntimeException e) {
            trouble = Optional.of(new Trouble(recorded.position(), e.getMessage()));
            throw e;
        }
    }

    @Override
    public Health health() {
        return trouble.map(waiting -> Health.degraded(
                        PART,
                        "The sale at position " + waiting.position() + " waits and is repeated: " + waiting.reason()))
                .orElseGet(() -> Health.well(PART, "Nothing waits."));
    }
}
