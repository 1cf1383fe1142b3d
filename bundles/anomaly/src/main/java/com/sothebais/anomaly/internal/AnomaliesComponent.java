package com.sothebais.anomaly.internal;

import com.sothebais.api.auction.Anomalies;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Follows the log as a view and offers what was noticed. */
@Component(service = {Anomalies.class, EventSubscriber.class})
public final class AnomaliesComponent implements Anomalies, EventSubscriber {
    private final Watch watch = new Watch();

    @Activate
    public AnomaliesComponent() {}

    @Override
    public String name() {
        return "anomalies";
    }

    @Override
    public EventSubscriber.Kind kind() {
        return EventSubscriber.Kind.VIEW;
    }

    @Override
    public void on(Recorded recorded) {
        watch.on(recorded);
    }

    /** What these rules would have noticed in the replayed facts alone. */
    @Override
    public Optional<Shadow> shadow() {
        return Optional.of(new ShadowWatch());
    }

    @Override
    public List<Hint> hints() {
        return watch.hints();
    }

    private static final class ShadowWatch implements Shadow {
        private static final int LINES_MAX = 20;

        private final Watch watch = new Watch();

        @Override
        public void on(Recorded recorded) {
            watch.on(recorded);
        }

        @Override
        public String result() {
            List<Hint> hints = watch.hints();
            StringBuilder lines = new StringBuilder(hints.size() + " hint(s)");
            hints.stream().limit(LINES_MAX).forEach(hint -> lines.append('\n')
                    .append(hint.kind())
                    .append(' ')
                    .append(hint.score())
                    .append(' ')
                    .append(hint.who().accounts().stream()
                            .map(account -> account.id().toString())
                            .toList()));
            return lines.toString();
        }
    }
}
