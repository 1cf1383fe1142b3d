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
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
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
    /** Most sales whose trouble is kept; the oldest is forgotten first, and every one of them is repeated. */
    private static final int TROUBLES_MAX = 100;

    private final ConcurrentNavigableMap<Long, String> troubles = new ConcurrentSkipListMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Chain> chains = List.of();

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
            troubles.remove(recorded.position());
        } catch (RuntimeException e) {
            troubles.put(recorded.position(), String.valueOf(e.getMessage()));
            if (troubles.size() > TROUBLES_MAX) {
                troubles.pollFirstEntry();
            }
            throw e;
        }
    }

    @Override
    public Health health() {
        Map.Entry<Long, String> oldest = troubles.firstEntry();
        if (oldest == null) {
            return Health.well(PART, "Nothing waits.");
        }
        int others = troubles.size() - 1;
        return Health.degraded(
                PART,
                "The sale at position " + oldest.getKey() + (others > 0 ? " and " + others + " more wait" : " waits")
                        + " and is repeated: " + oldest.getValue());
    }
}
