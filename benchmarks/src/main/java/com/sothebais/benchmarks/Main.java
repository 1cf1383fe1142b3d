package com.sothebais.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs one benchmark by name, prints its table and writes its figures as JSON; ends with 0 whatever the figures. */
public final class Main {
    private static final Map<String, Benchmark> BENCHMARKS = new TreeMap<>(Map.of(
            "start", new StartBenchmark(),
            "show", new ShowBenchmark(),
            "bids", new BidsBenchmark(),
            "grammar", new GrammarBenchmark(),
            "log", new LogBenchmark(),
            "feed", new FeedBenchmark(),
            "rest", new RestBenchmark(),
            "kills", new KillsBenchmark(),
            "simulate", new SimulateBenchmark(),
            "stream", new StreamBenchmark()));

    private Main() {}

    /** A measurement of the whole platform. */
    interface Benchmark {
        /** One line for people. */
        String title();

        void run(Options options, Figures figures) throws Exception;
    }

    /** What follows the name on the command line, without {@code --json FILE}. */
    record Options(List<String> words) {
        /** Whether {@code --name} is among them. */
        boolean has(String name) {
            return words.contains("--" + name);
        }

        /** The word behind {@code --name}, when it is there. */
        Optional<String> word(String name) {
            int at = words.indexOf("--" + name);
            if (at >= 0 && at + 1 >= words.size()) {
                throw new IllegalArgumentException("--" + name + " needs a word");
            }
            return at < 0 ? Optional.empty() : Optional.of(words.get(at + 1));
        }

        /** The number behind {@code --name}, or the default. */
        int number(String name, int fallback) {
            Optional<String> word = word(name);
            if (word.isPresent() && !word.get().matches("[1-9][0-9]{0,4}")) {
                throw new IllegalArgumentException("--" + name + " needs a number from 1 to 99999");
            }
            return word.map(Integer::valueOf).orElse(fallback);
        }
    }

    public static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        Path json = null;
        int at = words.indexOf("--json");
        if (at >= 0) {
            if (at + 1 >= words.size()) {
                fail("--json needs a file");
            }
            json = Path.of(words.remove(at + 1)).toAbsolutePath();
            words.remove(at);
        }
        Benchmark benchmark = words.isEmpty() ? null : BENCHMARKS.get(words.remove(0));
        if (benchmark == null) {
            fail("choose one of " + BENCHMARKS.keySet());
            return;
        }
        Figures figures = new Figures();
        System.out.println(benchmark.title());
        benchmark.run(new Options(words), figures);
        System.out.print(figures.table());
        if (json != null) {
            figures.write(json);
            System.out.println("written to " + json);
        }
    }

    private static void fail(String message) {
        System.err.println("bench: " + message);
        System.exit(2);
    }
}
