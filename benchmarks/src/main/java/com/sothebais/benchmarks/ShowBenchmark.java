package com.sothebais.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sothebais.benchmarks.Main.Benchmark;
import com.sothebais.benchmarks.Main.Options;
import com.sothebais.itests.Platform;
import java.nio.file.Path;
import java.time.Duration;

/** The demo show on the real distribution: latencies, frames, CPU and memory; {@code --shows N} plays it again and again. */
final class ShowBenchmark implements Benchmark {
    private static final Duration SHOW_MAX = Duration.ofMinutes(6);

    @Override
    public String title() {
        return "Show: the demo show, as ./sothebais demo plays it (--shows N plays it N times in one process, default 1)";
    }

    @Override
    public void run(Options options, Figures figures) throws Exception {
        int shows = options.number("shows", 1);
        Path out = Platform.ROOT.resolve("data/bench-show");
        try (Platform platform = new Platform("bench-show")) {
            platform.start("demo", "--headless", "--out", out.toString());
            platform.awaitConsole("Starting", Duration.ofMinutes(10));
            platform.await("API", "/api/show", data -> true, Duration.ofSeconds(60));
            double cpuBefore = Processes.cpuSeconds(platform.pid());
            long begin = System.nanoTime();
            platform.awaitConsole("FINISHED", SHOW_MAX);
            double seconds = (System.nanoTime() - begin) / 1e9;
            double cpu = Processes.cpuSeconds(platform.pid()) - cpuBefore;
            report(new ObjectMapper().readTree(out.resolve("report.json").toFile()), figures);
            figures.put("show.cpu_cores", cpu / seconds);
            figures.put("show.resident_mb", Processes.residentMegabytes(platform.pid()));
            double heap = Processes.liveHeapMegabytes(platform.pid());
            figures.put("show.live_heap_mb", heap);
            for (int show = 2; show <= shows; show++) {
                again(platform);
                System.out.printf("  show %d: live heap %.1f MB%n", show, Processes.liveHeapMegabytes(platform.pid()));
            }
            if (shows > 1) {
                figures.put("show.live_heap_growth_mb", Processes.liveHeapMegabytes(platform.pid()) - heap);
                figures.put("show.shows", shows);
            }
        }
    }

    private static void report(JsonNode report, Figures figures) {
        figures.put("show.verdict_p50_ms", report.at("/bids/verdict_ms/p50").asDouble());
        figures.put("show.verdict_p95_ms", report.at("/bids/verdict_ms/p95").asDouble());
        figures.put("show.verdict_p99_ms", report.at("/bids/verdict_ms/p99").asDouble());
        figures.put(
                "show.state_to_frame_p95_ms",
                report.at("/stream/state_to_frame_p95_ms").asDouble());
        figures.put(
                "show.post_to_frame_p95_ms",
                report.at("/stream/post_to_frame_p95_ms").asDouble());
        figures.put("show.fps", report.at("/stream/fps").asDouble());
        figures.put("show.frames", report.at("/stream/frames").asDouble());
        figures.put("show.frames_late", report.at("/stream/late").asDouble());
        figures.put("show.frames_dropped", report.at("/stream/dropped").asDouble());
        figures.put("show.bids", report.at("/bids/received").asDouble());
    }

    private static void again(Platform platform) throws Exception {
        String cookie = platform.login();
        platform.post("/api/rehearsal", "{}", "Cookie", cookie);
        platform.await(
                "start of the show",
                "/api/rehearsal",
                data -> data.path("stage").asText().equals("PLAYING"),
                SHOW_MAX);
        platform.await(
                "end of the show",
                "/api/rehearsal",
                data -> data.path("stage").asText().equals("FINISHED"),
                SHOW_MAX);
    }
}
