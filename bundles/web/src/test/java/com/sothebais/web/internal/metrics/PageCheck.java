package com.sothebais.web.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a page of metrics as strictly as the text format 0.0.4 and its conventions are written. */
final class PageCheck {
    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"";
    private static final Pattern HELP = Pattern.compile("# HELP (" + NAME + ") (\\S.*)");
    private static final Pattern TYPE = Pattern.compile("# TYPE (" + NAME + ") (counter|gauge|histogram|summary)");
    private static final Pattern SAMPLE = Pattern.compile("(" + NAME + ")((?:\\{" + LABEL + "(?:," + LABEL + ")*})?) "
            + "(-?[0-9]+(?:\\.[0-9]+)?(?:E-?[0-9]+)?|NaN|[+-]Inf)");

    /** Types by name. */
    final Map<String, String> types = new LinkedHashMap<>();

    /** Values by series. */
    final Map<String, Double> series = new LinkedHashMap<>();

    private final Map<String, List<Double>> buckets = new LinkedHashMap<>();

    static PageCheck of(String page) {
        assertThat(page).endsWith("\n").doesNotContain("\r", "\n\n");
        PageCheck check = new PageCheck();
        String[] lines = page.split("\n");
        String family = "";
        Set<String> helped = new HashSet<>();
        for (String line : lines) {
            Matcher help = HELP.matcher(line);
            Matcher type = TYPE.matcher(line);
            if (help.matches()) {
                family = help.group(1);
                assertThat(helped.add(family)).as("one HELP for %s", family).isTrue();
            } else if (type.matches()) {
                assertThat(type.group(1)).as("TYPE follows HELP").isEqualTo(family);
                assertThat(check.types.put(family, type.group(2))).as(line).isNull();
            } else {
                check.sample(family, line);
            }
        }
        assertThat(helped).isEqualTo(check.types.keySet());
        check.conventions();
        check.histograms();
        return check;
    }

    private void sample(String family, String line) {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        String type = types.get(family);
        Set<String> names =
                switch (type) {
                    case "histogram" -> Set.of(family + "_bucket", family + "_sum", family + "_count");
                    case "summary" -> Set.of(family, family + "_sum", family + "_count");
                    default -> Set.of(family);
                };
        assertThat(names).as("families are not mixed").contains(sample.group(1));
        double value = Double.parseDouble(sample.group(3).replace("Inf", "Infinity"));
        assertThat(series.put(sample.group(1) + sample.group(2), value))
                .as("twice: %s", line)
                .isNull();
        if (!type.equals("gauge")) {
            assertThat(value).as(line).isNotNegative();
        }
        if (line.startsWith(family + "_bucket")) {
            buckets.computeIfAbsent(family, any -> new ArrayList<>()).add(value);
        }
    }

    /** As {@code promtool check metrics} asks for. */
    private void conventions() {
        types.forEach((name, type) -> {
            assertThat(name).matches("[a-z][a-z0-9]*(_[a-z0-9]+)*");
            assertThat(name.endsWith("_total")).as("%s is a %s", name, type).isEqualTo(type.equals("counter"));
            assertThat(name).doesNotContainPattern("_(bits|millis|milliseconds|ms|kb|kilobytes|minutes)(_|$)");
            if (type.equals("histogram") || type.equals("summary")) {
                assertThat(name).endsWith("_seconds");
            }
        });
    }

    private void histograms() {
        types.forEach((name, type) -> {
            if (type.equals("histogram")) {
                List<Double> counts = buckets.get(name);
                assertThat(counts).as(name).isSorted();
                assertThat(series.get(name + "_bucket{le=\"+Inf\"}"))
                        .as(name)
                        .isEqualTo(series.get(name + "_count"))
                        .isEqualTo(counts.get(counts.size() - 1));
                assertThat(series).containsKey(name + "_sum");
            }
        });
    }
}
