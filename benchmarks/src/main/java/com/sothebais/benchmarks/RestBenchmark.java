package com.sothebais.benchmarks;

import com.sothebais.benchmarks.Main.Benchmark;
import com.sothebais.benchmarks.Main.Options;
import com.sothebais.itests.Platform;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads of the API at an even pace while the demo show plays. A read is timed from the moment it was due, so that a server that
 * stands still is not spared the reads that wait.
 */
final class RestBenchmark implements Benchmark {
    private static final int PER_SECOND = 500;
    private static final int SECONDS = 30;
    private static final int WARM_UP_SECONDS = 10;
    private static final int OK = 200;
    /** Most reads under way; reached only when the server stands still. */
    private static final int UNDER_WAY_MAX = 1_000;

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong failed = new AtomicLong();

    @Override
    public String title() {
        return "REST: reads of show, lot, bids and health during the demo show (--rate N a second, default "
                + PER_SECOND + "; --seconds N, default " + SECONDS + ")";
    }

    @Override
    public void run(Options options, Figures figures) throws Exception {
        int rate = options.number("rate", PER_SECOND);
        int seconds = options.number("seconds", SECONDS);
        try (Platform platform = new Platform("bench-rest")) {
            platform.start(
                    "demo",
                    "--headless",
                    "--out",
                    Platform.ROOT.resolve("data/bench-rest").toString());
            platform.awaitConsole("Starting", LIMIT);
            String auction = platform.await(
                            "lot", "/api/show", data -> data.path("lot").isObject(), LIMIT)
                    .at("/lot/auction")
                    .asText();
            List<HttpRequest> reads = new ArrayList<>();
            for (String path : List.of("/api/show", "/api/lots/" + auction, "/api/bids", "/api/health")) {
                reads.add(HttpRequest.newBuilder(platform.uri(path))
                        .timeout(Duration.ofSeconds(30))
                        .build());
            }
            read(reads, rate, WARM_UP_SECONDS);
            failed.set(0);
            double cpuBefore = Processes.cpuSeconds(platform.pid());
            Latencies latencies = read(reads, rate, seconds);
            figures.put("rest.reads_per_s", latencies.count() / (double) seconds);
            figures.put("rest.read_p50_ms", latencies.millis(0.50));
            figures.put("rest.read_p95_ms", latencies.millis(0.95));
            figures.put("rest.read_p99_ms", latencies.millis(0.99));
            figures.put("rest.read_max_ms", latencies.maxMillis());
            figures.put("rest.failed", failed.get());
            figures.put("rest.server_cpu_cores", (Processes.cpuSeconds(platform.pid()) - cpuBefore) / seconds);
        }
    }

    private Latencies read(List<HttpRequest> reads, int rate, int seconds) throws InterruptedException {
        Latencies latencies = new Latencies();
        Semaphore underWay = new Semaphore(UNDER_WAY_MAX);
        long step = TimeUnit.SECONDS.toNanos(1) / rate;
        long due = System.nanoTime();
        for (int i = 0; i < rate * seconds; i++, due += step) {
            for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            underWay.acquire();
            send(reads.get(i % reads.size()), due, latencies, underWay);
        }
        underWay.acquire(UNDER_WAY_MAX);
        return latencies;
    }

    private void send(HttpRequest request, long due, Latencies latencies, Semaphore underWay) {
        http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).whenComplete((answer, failure) -> {
            synchronized (latencies) {
                latencies.add(System.nanoTime() - due);
            }
            if (failure != null || answer.statusCode() != OK) {
                failed.incrementAndGet();
            }
            underWay.release();
        });
    }
}
