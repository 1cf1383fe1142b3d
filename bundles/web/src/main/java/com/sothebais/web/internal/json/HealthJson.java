package com.sothebais.web.internal.json;

import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import java.util.Comparator;
import java.util.List;

/**
 * How every part is.
 *
 * @param status the worst of them: {@code WELL}, {@code DEGRADED} or {@code DOWN}
 * @param parts by name
 */
public record HealthJson(String status, List<PartJson> parts) {

    /** @param message one sentence; when not well, it says what to do */
    public record PartJson(String part, String status, String message) {}

    public static HealthJson of(List<HealthSource> sources) {
        List<Health> all = sources.stream()
                .map(HealthJson::ask)
                .sorted(Comparator.comparing(Health::part))
                .toList();
        Health.Status worst =
                all.stream().map(Health::status).max(Comparator.naturalOrder()).orElse(Health.Status.WELL);
        return new HealthJson(
                worst.name(),
                all.stream()
                        .map(health ->
                                new PartJson(health.part(), health.status().name(), health.message()))
                        .toList());
    }

    public boolean down() {
        return status.equals(Health.Status.DOWN.name());
    }

    /** A part that fails to answer is down; the others must still be shown. */
    private static Health ask(HealthSource source) {
        try {
            return source.health();
        } catch (RuntimeException e) {
            String part = source.getClass().getPackageName();
            return Health.down(part, "Its health check failed with " + e + "; see the log and restart the part.");
        }
    }
}
