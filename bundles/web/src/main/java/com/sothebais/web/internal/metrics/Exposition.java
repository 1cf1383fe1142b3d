package com.sothebais.web.internal.metrics;

import com.sothebais.api.health.Histogram;
import com.sothebais.api.health.Latency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page in the text format of Prometheus, version 0.0.4. Samples may come in any order and stand on the page by family; of a
 * series that comes twice, which a reader of the page would refuse it for, the first stays. Used by one thread.
 */
final class Exposition {
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final double MILLIS_A_SECOND = 1e3;
    private static final double WHOLE_MAX = 1e15;

    private final Map<Family, Map<String, String>> samples = new EnumMap<>(Family.class);

    /** Adds a sample of a counter or gauge. @param labels values in the order of the family's names */
    void add(Family family, double value, String... labels) {
        line(family, "", labels(family, List.of(labels)), value);
    }

    /** Adds a distribution in its buckets. */
    void add(Family family, Histogram histogram) {
        long within = 0;
        for (int i = 0; i < Histogram.BOUNDS_SECONDS.size(); i++) {
            within += histogram.counts().get(i);
            line(family, "_bucket", "{le=\"" + text(Histogram.BOUNDS_SECONDS.get(i)) + "\"}", within);
        }
        line(family, "_bucket", "{le=\"+Inf\"}", histogram.count());
        line(family, "_sum", "", histogram.sumSeconds());
        line(family, "_count", "", histogram.count());
    }

    /** Adds a distribution by its quantiles; its sum is not known, so none is claimed. */
    void add(Family family, Latency latency) {
        line(family, "", "{quantile=\"0.5\"}", latency.p50Millis() / MILLIS_A_SECOND);
        line(family, "", "{quantile=\"0.95\"}", latency.p95Millis() / MILLIS_A_SECOND);
        line(family, "", "{quantile=\"0.99\"}", latency.p99Millis() / MILLIS_A_SECOND);
        line(family, "_count", "", latency.count());
    }

    /** Takes over what another page has. */
    void addAll(Exposition other) {
        other.samples.forEach((family, lines) -> lines.forEach(lines(family)::putIfAbsent));
    }

    /** The page. */
    String page() {
        StringBuilder page = new StringBuilder();
        samples.forEach((family, lines) -> {
            String name = family.metric();
            page.append("# HELP ")
                    .append(name)
                    .append(' ')
                    .append(family.help())
                    .append('\n');
            page.append("# TYPE ")
                    .append(name)
                    .append(' ')
                    .append(family.type().word())
                    .append('\n');
            lines.forEach((series, value) ->
                    page.append(series).append(' ').append(value).append('\n'));
        });
        return page.toString();
    }

    private void line(Family family, String suffix, String labels, double value) {
        lines(family).putIfAbsent(family.metric() + suffix + labels, text(value));
    }

    private Map<String, String> lines(Family family) {
        return samples.computeIfAbsent(family, any -> new LinkedHashMap<>());
    }

    private static String labels(Family family, List<String> values) {
        if (values.size() != family.labels().size()) {
            throw new IllegalArgumentException(
                    family.metric() + " has the labels " + family.labels() + ", got " + values.size() + " values");
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "{" : ",")
                    .append(family.labels().get(i))
                    .append("=\"")
                    .append(escaped(values.get(i)))
                    .append('"');
        }
        return values.isEmpty() ? "" : text.append('}').toString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    /** A count without a point, because people read the page too. */
    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < WHOLE_MAX
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
