package com.sothebais.benchmarks;

import com.sothebais.benchmarks.Main.Benchmark;
import com.sothebais.benchmarks.Main.Options;
import com.sothebais.itests.Platform;
import java.time.Duration;

/** From the command to the first encoded frame, with an empty node and with one that has been used. */
final class StartBenchmark implements Benchmark {
    private static final Duration LIMIT = Duration.ofSeconds(120);

    @Override
    public String title() {
        return "Start: ./sothebais run until the API answers and until the first frame is encoded (--rounds N, default 3)";
    }

    @Override
    public void run(Options options, Figures figures) throws Exception {
        int rounds = options.number("rounds", 3);
        double coldApi = 0;
        double coldFrame = 0;
        double warmFrame = 0;
        double resident = 0;
        for (int round = 0; round < rounds; round++) {
            try (Platform platform = new Platform("bench-start-" + round)) {
                double[] cold = start(platform);
                coldApi = Math.max(coldApi, cold[0]);
                coldFrame = Math.max(coldFrame, cold[1]);
                resident = Math.max(resident, Processes.residentMegabytes(platform.pid()));
                platform.stop();
                warmFrame = Math.max(warmFrame, start(platform)[1]);
            }
        }
        figures.put("start.cold_to_api_s", coldApi);
        figures.put("start.cold_to_first_frame_s", coldFrame);
        figures.put("start.warm_to_first_frame_s", warmFrame);
        figures.put("start.resident_mb", resident);
    }

    /** Seconds to the API and to the first frame; the slowest of all rounds is reported. */
    private static double[] start(Platform platform) throws Exception {
        long begin = System.nanoTime();
        platform.start("run");
        platform.await("answer of the API", "/api/show", data -> true, LIMIT);
        double api = (System.nanoTime() - begin) / 1e9;
        platform.await(
                "first frame", "/api/stream", data -> data.at("/picture/frames").asLong() > 0, LIMIT);
        return new double[] {api, (System.nanoTime() - begin) / 1e9};
    }
}
