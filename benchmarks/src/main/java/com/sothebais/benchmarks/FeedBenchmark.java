package com.sothebais.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sothebais.benchmarks.Main.Benchmark;
import com.sothebais.benchmarks.Main.Options;
import com.sothebais.itests.Platform;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Thousands of clients of the live feed while the demo show plays and a crowd posts bids: from the instant of each fact to its
 * receipt by each client.
 */
final class FeedBenchmark implements Benchmark {
    private static final int CLIENTS = 10_000;
    private static final int SECONDS = 60;
    /** The bids that are promised, beside those of the demo's own bidders. */
    private static final int POSTS_PER_SECOND = 10;

    /** Files that both processes need besides the connections. */
    private static final int OTHER_FILES = 1_500;

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @Override
    public String title() {
        return "Feed: the demo show and more posts (--posts N a second, default " + POSTS_PER_SECOND
                + "), watched by many (--clients N, default " + CLIENTS + "; --seconds N, default " + SECONDS + ")";
    }

    @Override
    public void run(Options options, Figures figures) throws Exception {
        int clients = options.number("clients", CLIENTS);
        int seconds = options.number("seconds", SECONDS);
        int posting = options.number("posts", POSTS_PER_SECOND);
        needFiles(clients + OTHER_FILES);
        try (Platform platform = new Platform("bench-feed")) {
            platform.start(
                    "demo",
                    "--headless",
                    "--out",
                    Platform.ROOT.resolve("data/bench-feed").toString());
            platform.awaitConsole("with the password", LIMIT);
            platform.await("API", "/api/show", data -> true, LIMIT);
            allow(platform, clients + 1);
            try (Crowd crowd = new Crowd(platform, clients, seconds);
                    Posts posts = new Posts(platform, posting)) {
                crowd.awaitReady();
                posts.begin();
                double cpuBefore = Processes.cpuSeconds(platform.pid());
                long begin = System.nanoTime();
                JsonNode measured = crowd.result();
                double elapsed = (System.nanoTime() - begin) / 1e9;
                posts.end();
                figures.put("feed.clients", clients);
                for (String name : List.of(
                        "facts", "messages", "p50_ms", "p99_ms", "max_ms", "snapshot_drops", "gaps", "repeats")) {
                    figures.put("feed." + name, measured.path(name).asDouble());
                }
                figures.put("feed.posts", posts.sent());
                figures.put("feed.server_cpu_cores", (Processes.cpuSeconds(platform.pid()) - cpuBefore) / elapsed);
                figures.put("feed.heap_mb", crowd.heapWhileConnected());
                figures.put("feed.resident_mb", Processes.residentMegabytes(platform.pid()));
            }
        }
    }

    private static void needFiles(int wanted) throws IOException {
        Matcher matcher = Pattern.compile("Max open files\\s+\\d+\\s+(\\d+)")
                .matcher(Files.readString(Path.of("/proc/self/limits")));
        if (matcher.find() && Long.parseLong(matcher.group(1)) < wanted) {
            throw new IllegalStateException("a process may open " + matcher.group(1) + " files and each side needs "
                    + wanted + "; raise it (ulimit -Hn " + wanted + ") or measure fewer with --clients");
        }
    }

    /** All clients come from one address, which the default does not allow; the running node takes the new file within seconds. */
    private static void allow(Platform platform, int places) throws Exception {
        Path file = platform.node().resolve("etc/com.sothebais.web.cfg");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceAll("(?m)^viewers\\.max = .*$", "viewers.max = " + places)
                        .replaceAll("(?m)^viewers\\.perAddress = .*$", "viewers.perAddress = " + places));
        System.out.println(
                "  set in etc/com.sothebais.web.cfg of the node: viewers.max and viewers.perAddress = " + places);
        platform.await(
                "new limits",
                "/api/health",
                data -> data.toString().contains(places + " places"),
                Duration.ofSeconds(60));
        // The resources come back one by one behind their settings.
        platform.await("login", "/api/session", data -> true, Duration.ofSeconds(60));
    }

    /** The process of the clients. */
    private static final class Crowd implements AutoCloseable {
        private final Platform platform;
        private final Process process;
        private final BufferedReader output;

        private Crowd(Platform platform, int clients, int seconds) throws IOException {
            this.platform = platform;
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            FeedCrowd.class.getName(),
                            platform.uri("/api/live").toString(),
                            String.valueOf(clients),
                            String.valueOf(seconds))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            output = process.inputReader(StandardCharsets.UTF_8);
        }

        private void awaitReady() throws IOException {
            line();
        }

        private JsonNode result() throws IOException {
            return new ObjectMapper().readTree(line());
        }

        /** The clients stay until this process ends them. */
        private double heapWhileConnected() throws IOException, InterruptedException {
            return Processes.liveHeapMegabytes(platform.pid());
        }

        private String line() throws IOException {
            String line = output.readLine();
            if (line == null) {
                throw new IOException("the clients ended early; their reason stands above");
            }
            return line;
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
