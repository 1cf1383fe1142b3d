package com.sothebais.benchmarks;

import com.sothebais.benchmarks.Main.Benchmark;
import com.sothebais.benchmarks.Main.Options;
import com.sothebais.simulation.Run;
import com.sothebais.simulation.Simulation;
import java.util.Locale;

/** Plays seeds of the simulator, one after another on one core, and reports every one that breaks an invariant. */
final class SimulateBenchmark implements Benchmark {
    private static final int SEEDS = 1_000;
    private static final int PROGRESS_EVERY = 100;

    /** More failures than that are counted, but not shortened and shown. */
    private static final int REPORTS_MAX = 5;

    @Override
    public String title() {
        return "Simulate: seeds of the auction core with every fault (--seeds N, default 1000; --from S, default 1;"
                + " --seed S plays one)";
    }

    @Override
    public void run(Options options, Figures figures) {
        long one = number(options, "seed", -1);
        long from = one >= 0 ? one : number(options, "from", 1);
        long seeds = one >= 0 ? 1 : number(options, "seeds", SEEDS);
        long failures = 0;
        long posts = 0;
        long crashes = 0;
        int hash = 0;
        long begin = System.nanoTime();
        for (long seed = from; seed < from + seeds; seed++) {
            Run run = Simulation.play(seed);
            posts += run.posts();
            crashes += run.crashes();
            hash = 31 * hash + run.hash().hashCode();
            if (run.failure().isPresent() && ++failures <= REPORTS_MAX) {
                System.out.println(Simulation.report(run, Simulation.SHORTEN_MAX));
            }
            long played = seed - from + 1;
            if (played % PROGRESS_EVERY == 0) {
                System.out.printf("  %d of %d seeds, %d failures%n", played, seeds, failures);
            }
        }
        System.out.printf(
                Locale.ROOT, "  hash of all logs %08x; the same seeds give the same on every machine%n", hash);
        figures.put("simulate.seeds", seeds);
        figures.put("simulate.failures", failures);
        figures.put("simulate.posts", posts);
        figures.put("simulate.crashes", crashes);
        double seconds = (System.nanoTime() - begin) / 1e9;
        figures.put("simulate.seconds", seconds);
        figures.put("simulate.seeds_per_second", seeds / seconds);
    }

    private static long number(Options options, String name, long fallback) {
        int at = options.words().indexOf("--" + name);
        if (at < 0) {
            return fallback;
        }
        if (at + 1 >= options.words().size() || !options.words().get(at + 1).matches("[0-9]{1,15}")) {
            throw new IllegalArgumentException("--" + name + " needs a whole number of at most 15 digits");
        }
        return Long.parseLong(options.words().get(at + 1));
    }
}
