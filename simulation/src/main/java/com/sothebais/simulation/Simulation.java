package com.sothebais.simulation;

import com.sothebais.simulation.Run.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The door: plays seeds, shortens what failed, and says how to play it again. */
public final class Simulation {
    /** Longest time that is spent on shortening one run. */
    public static final Duration SHORTEN_MAX = Duration.ofSeconds(20);

    private Simulation() {}

    /** Plays one seed. */
    public static Run play(long seed) {
        return Run.of(Scenario.of(seed), Wiring.TRUE);
    }

    static Run play(long seed, Wiring wiring) {
        return Run.of(Scenario.of(seed), wiring);
    }

    /** What a person needs who mends it: seed, step, invariant, the shortest history that was found and the command. */
    public static String report(Run run, Duration limit) {
        return report(run, Wiring.TRUE, limit);
    }

    static String report(Run run, Wiring wiring, Duration limit) {
        Run shortest = shorten(run, wiring, limit);
        Failure failure = shortest.failure().orElseThrow();
        StringBuilder report = new StringBuilder();
        report.append(String.format(
                "seed %d breaks %s at action %d of %d (of %d before shortening)%n  %s%n",
                run.seed(),
                failure.violation().invariant(),
                failure.action(),
                shortest.actions(),
                run.actions(),
                failure.violation().getMessage()));
        failure.scenario()
                .actions()
                .forEach(action -> report.append("  action ").append(action).append('\n'));
        report.append("  the newest facts:\n");
        failure.events().forEach(event -> report.append("    ").append(event).append('\n'));
        report.append("  again: ./sothebais bench simulate --seed ")
                .append(run.seed())
                .append('\n');
        return report.toString();
    }

    /** Leaves out actions, large parts first, as long as the same invariant still breaks and there is time. */
    static Run shorten(Run failed, Wiring wiring, Duration limit) {
        long until = System.nanoTime() + limit.toNanos();
        Run shortest = failed;
        int part = Math.max(1, failed.actions() / 2);
        while (part >= 1 && System.nanoTime() < until) {
            Run shorter = without(shortest, part, wiring, until);
            part = shorter == shortest ? part / 2 : Math.min(part, Math.max(1, shorter.actions() / 2));
            shortest = shorter;
        }
        return shortest;
    }

    private static Run without(Run run, int part, Wiring wiring, long until) {
        Run shortest = run;
        Failure failure = run.failure().orElseThrow();
        for (int from = 0; from < shortest.actions() && System.nanoTime() < until; ) {
            Scenario scenario = shortest.failure().orElseThrow().scenario();
            List<Action> fewer = new ArrayList<>(scenario.actions());
            fewer.subList(from, Math.min(fewer.size(), from + part)).clear();
            Run shorter = Run.of(scenario.with(fewer), wiring);
            boolean same = shorter.failure()
                    .filter(one ->
                            one.violation().invariant() == failure.violation().invariant())
                    .isPresent();
            if (same) {
                shortest = shorter;
            } else {
                from += part;
            }
        }
        return shortest;
    }
}
