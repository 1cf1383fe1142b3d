package com.sothebais.event.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Payloads as they were written once, one file per type and version, never changed afterwards. A new version gets a new file
 * (run {@link #main} in the bundle's folder) and an upcaster; the old files stay and must stay readable.
 */
class GoldenCorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/golden");
    private static final long LINES = 6;

    private final EventCodec codec = new EventCodec();

    @Test
    void holdsEveryVersionOfEveryType() throws IOException {
        for (EventType<?> type : types()) {
            for (int version : IntStream.rangeClosed(1, type.version()).toArray()) {
                assertThat(CORPUS.resolve(type.name() + ".v" + version + ".jsonl"))
                        .exists();
            }
        }
    }

    @Test
    void isReadAndTheNewestVersionIsWrittenAsItWas() throws IOException {
        Map<String, Integer> newest = new HashMap<>();
        types().forEach(type -> newest.put(type.name(), type.version()));
        for (Path file : files()) {
            String name = file.getFileName().toString();
            String type = name.substring(0, name.indexOf(".v"));
            int version = Integer.parseInt(name.substring(name.indexOf(".v") + 2, name.indexOf(".jsonl")));
            List<String> lines = Files.readAllLines(file);
            assertThat(lines).as(name).hasSizeGreaterThanOrEqualTo((int) LINES);
            for (String line : lines) {
                Event event = codec.decode(new Encoded(type, version, line));
                assertThat(event).as(name).isNotInstanceOf(UnknownEvent.class);
                if (version == newest.get(type)) {
                    assertThat(codec.encode(event)).isEqualTo(new Encoded(type, version, line));
                }
            }
        }
    }

    private static List<EventType<?>> types() {
        return Stream.of(
                        AuctionTypes.ALL,
                        SettlementTypes.ALL,
                        IdentityTypes.ALL,
                        HostTypes.ALL,
                        ReaderTypes.ALL,
                        OutputTypes.ALL,
                        DeskTypes.ALL)
                .<EventType<?>>flatMap(List::stream)
                .toList();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().toList();
        }
    }

    /** Writes the files that are missing; never touches one that is there. */
    public static void main(String[] arguments) throws IOException {
        EventCodec codec = new EventCodec();
        Files.createDirectories(CORPUS);
        Map<Path, StringBuilder> missing = new HashMap<>();
        LongStream.rangeClosed(1, LINES).forEach(seed -> {
            for (Event event : new Samples(seed).all()) {
                Encoded encoded = codec.encode(event);
                Path file = CORPUS.resolve(encoded.type() + ".v" + encoded.version() + ".jsonl");
                if (!Files.exists(file)) {
                    missing.computeIfAbsent(file, f -> new StringBuilder())
                            .append(encoded.json())
                            .append('\n');
                }
            }
        });
        for (Map.Entry<Path, StringBuilder> file : missing.entrySet()) {
            Files.writeString(file.getKey(), file.getValue());
        }
    }
}
