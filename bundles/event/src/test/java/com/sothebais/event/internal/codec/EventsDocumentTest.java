package com.sothebais.event.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Holds docs/events.md to what is really written. */
class EventsDocumentTest {
    private static final Path DOCUMENT = Path.of("../../docs/events.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `([a-z-]+\\.[a-z-]+)` \\| (\\d+) \\| (.*?) \\| .*? \\| (yes|no) \\| .*");
    private static final Pattern FIELD = Pattern.compile("`(\\w+)`(\\??)");
    private static final long SEEDS = 60;

    private final EventCodec codec = new EventCodec();

    /** What a row of the table says, without the words for people. */
    private record Fact(int version, Set<String> required, Set<String> optional, boolean confidential) {}

    @Test
    void saysOfEveryFactWhatIsWritten() throws IOException {
        assertThat(documented()).isEqualTo(written());
    }

    private static Map<String, Fact> documented() throws IOException {
        Map<String, Fact> facts = new HashMap<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                Set<String> required = new HashSet<>();
                Set<String> optional = new HashSet<>();
                Matcher field = FIELD.matcher(row.group(3));
                while (field.find()) {
                    (field.group(2).isEmpty() ? required : optional).add(field.group(1));
                }
                int version = Integer.parseInt(row.group(2));
                facts.put(
                        row.group(1),
                        new Fact(version, required, optional, row.group(4).equals("yes")));
            }
        }
        return facts;
    }

    private Map<String, Fact> written() {
        return LongStream.range(0, SEEDS)
                .boxed()
                .flatMap(seed -> new Samples(seed).all().stream())
                .collect(Collectors.groupingBy(event -> codec.encode(event).type()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, samples -> fact(samples.getValue())));
    }

    private Fact fact(List<Event> samples) {
        Set<String> all = new HashSet<>();
        Set<String> always = new HashSet<>(fields(samples.get(0)));
        for (Event sample : samples) {
            all.addAll(fields(sample));
            always.retainAll(fields(sample));
        }
        Set<String> optional = new HashSet<>(all);
        optional.removeAll(always);
        return new Fact(
                codec.encode(samples.get(0)).version(),
                always,
                optional,
                samples.get(0).confidential());
    }

    private Set<String> fields(Event event) {
        return JsonTree.parse(codec.encode(event).json()).keySet();
    }
}
