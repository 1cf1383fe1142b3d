package com.sothebais.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sothebais.benchmarks.NotedPreview.Made;
import com.sothebais.stream.broadcast.Broadcast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How much later than its instant a frame is on the dashboard in Chromium. The browser runs on the same machine, and how far its
 * clock and ours are apart is found by round trips before and after.
 */
final class PreviewLatency {
    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
    private static final Duration BEYOND_MAX = Duration.ofSeconds(90);
    private static final int STOP_SECONDS = 10;
    private static final double MICROS_A_MILLI = 1e3;

    /** Pictures while the page and its decoder come to speed. */
    private static final int IGNORED = 150;

    private PreviewLatency() {}

    static boolean installed() {
        return Files.isExecutable(CHROMIUM);
    }

    /**
     * Milliseconds, ascending.
     *
     * @param due from the instant the frame was due until it is on the page
     * @param packet from its packet until it is on the page
     * @param painted from its packet until it is on the canvas
     * @param missed pictures between the first and the last that were never painted
     * @param clockError how wrong the clocks may be compared, either way
     */
    record Result(List<Double> due, List<Double> packet, List<Double> painted, long missed, double clockError) {
        static void put(String name, List<Double> sorted, Figures figures) {
            figures.put(name + "_p50_ms", sorted.get(sorted.size() / 2));
            figures.put(name + "_p95_ms", sorted.get(sorted.size() * 95 / 100));
            figures.put(name + "_max_ms", sorted.get(sorted.size() - 1));
        }
    }

    /** A picture as the page saw it, in microseconds since 1970 by our clock. */
    private record Seen(long index, double painted, double shown) {}

    /** The stream must be on air. */
    static Result measure(Broadcast broadcast, int fps, Path directory, int frames) throws Exception {
        NotedPreview preview = new NotedPreview(broadcast);
        Path profile = Files.createTempDirectory(directory, "chromium");
        try (PreviewSite site = new PreviewSite(preview, IGNORED + frames)) {
            Process browser = browser(site, profile);
            try {
                Duration wait = BEYOND_MAX.plusSeconds((IGNORED + frames) / fps);
                byte[] noted =
                        site.seen(wait).orElseThrow(() -> new IOException("the page has not shown enough in " + wait));
                return result(new ObjectMapper().readTree(noted), preview.made(), fps);
            } finally {
                end(browser);
            }
        } finally {
            delete(profile);
        }
    }

    private static Result result(JsonNode noted, Map<Long, Made> made, int fps) {
        JsonNode before = noted.at("/clocks/0");
        JsonNode after = noted.at("/clocks/1");
        double ahead = (before.get("ahead").asDouble() + after.get("ahead").asDouble()) / 2;
        double error = Stream.of(before, after)
                .mapToDouble(clock -> Math.abs(clock.get("ahead").asDouble() - ahead)
                        + clock.get("roundTrip").asDouble() / 2)
                .max()
                .orElseThrow();
        List<Seen> seen = new ArrayList<>();
        noted.get("pictures")
                .forEach(picture -> seen.add(new Seen(
                        picture.get("index").asLong(),
                        picture.get("painted").asDouble() + ahead,
                        picture.get("shown").asDouble() + ahead)));
        List<Seen> measured = seen.subList(IGNORED, seen.size());
        // No frame begins before it is due, and the most punctual of many begins at that instant.
        double start = made.entrySet().stream()
                .mapToDouble(one -> micros(one.getValue().composed()) - one.getKey() * 1e6 / fps)
                .min()
                .orElseThrow();
        LongStream indexes = measured.stream().mapToLong(Seen::index);
        long between =
                measured.get(measured.size() - 1).index() - measured.get(0).index() + 1;
        return new Result(
                sorted(measured.stream().map(one -> one.shown() - start - one.index() * 1e6 / fps)),
                sorted(measured.stream().map(one -> one.shown() - handed(made, one))),
                sorted(measured.stream().map(one -> one.painted() - handed(made, one))),
                between - indexes.distinct().count(),
                error / MICROS_A_MILLI);
    }

    private static double handed(Map<Long, Made> made, Seen seen) {
        return micros(made.get(seen.index()).handed());
    }

    private static double micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static List<Double> sorted(Stream<Double> micros) {
        return micros.map(value -> value / MICROS_A_MILLI).sorted().toList();
    }

    private static Process browser(PreviewSite site, Path profile) throws IOException {
        return new ProcessBuilder(List.of(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        "--remote-debugging-port=0",
                        "--window-size=1280,900",
                        "--user-data-dir=" + profile,
                        site.page().toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void end(Process browser) throws InterruptedException {
        browser.descendants().forEach(ProcessHandle::destroyForcibly);
        browser.destroyForcibly().waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
