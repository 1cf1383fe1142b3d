package com.sothebais.benchmarks;

import com.sothebais.benchmarks.Main.Benchmark;
import com.sothebais.benchmarks.Main.Options;
import com.sothebais.benchmarks.kills.KillRun;
import com.sothebais.benchmarks.kills.KillRun.Finding;
import com.sothebais.benchmarks.kills.KillRun.Round;
import com.sothebais.benchmarks.kills.KillRun.Takeover;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Kills saleroom and database in the middle of bids, again and again, and counts what is missing; other faults come after. */
final class KillsBenchmark implements Benchmark {
    private static final int SEED_MAX = 9_999;
    private static final Duration CLOCK_BACK = Duration.ofHours(1);
    private static final Duration CLOCK_TIME = Duration.ofSeconds(5);

    private int lost;
    private int invented;
    private int broken;

    @Override
    public String title() {
        return "Kills: SIGKILL to saleroom and database under load (--rounds N, default 20; --seed N; --down SECONDS, default 30)";
    }

    @Override
    public void run(Options options, Figures figures) throws Exception {
        int rounds = options.number("rounds", 20);
        int seed = options.number("seed", 1 + (int) (System.nanoTime() % SEED_MAX));
        Duration down = Duration.ofSeconds(options.number("down", 30));
        Path directory = Files.createTempDirectory("sothebais-kills");
        System.out.println("  seed " + seed);
        try (KillRun run = new KillRun(directory, seed)) {
            List<Double> recoveries = new ArrayList<>();
            Finding last = null;
            for (int number = 1; number <= rounds; number++) {
                Round round = run.kill();
                recoveries.add(round.recoveryMillis());
                last = round.finding();
                tell("round " + number + " killed " + round.victim(), round.recoveryMillis(), last);
            }
            figures.put("kills.rounds", rounds);
            figures.put("kills.acknowledged", last.acknowledged());
            figures.put("kills.accepted", last.accepted());
            figures.put("kills.lots", last.lots());
            Collections.sort(recoveries);
            figures.put("kills.recovery_p50_ms", recoveries.get((recoveries.size() - 1) / 2));
            figures.put("kills.recovery_max_ms", recoveries.get(recoveries.size() - 1));
            otherFaults(run, down, figures);
        } catch (IllegalStateException e) {
            throw new IllegalStateException("stopped, everything is left in " + directory, e);
        }
        delete(directory);
        figures.put("kills.lost", lost);
        figures.put("kills.invented", invented);
        figures.put("kills.broken", broken);
    }

    private void otherFaults(KillRun run, Duration down, Figures figures) throws Exception {
        Round away = run.databaseDown(down);
        tell("database down for " + down.toSeconds() + " s", away.recoveryMillis(), away.finding());
        figures.put("kills.database_down_recovery_ms", away.recoveryMillis());
        Round hanging = run.databaseHangs(down);
        tell("database silent for " + down.toSeconds() + " s", hanging.recoveryMillis(), hanging.finding());
        figures.put("kills.database_silent_recovery_ms", hanging.recoveryMillis());
        Finding clock = run.clockSetBack(CLOCK_BACK, CLOCK_TIME);
        tell("clock set back by an hour", 0, clock);
        figures.put("kills.clock_back_backdated_facts", clock.backdated());
        Takeover takeover = run.secondOwner();
        tell("second owner; the first said " + takeover.said(), 0, takeover.finding());
        figures.put("kills.acknowledged_by_fenced_owner", takeover.lateAcknowledgements());
    }

    /** Everything that must be zero is counted over all faults: the last finding sees the whole log, but each is told. */
    private void tell(String what, double recoveryMillis, Finding finding) {
        lost = Math.max(lost, finding.lost());
        invented = Math.max(invented, finding.invented());
        broken = Math.max(broken, finding.broken());
        System.out.printf(
                "  %s: back after %.0f ms, %d acknowledged, %d accepted, %d lots, %d extensions, lost %d, invented %d, broken %d%n",
                what,
                recoveryMillis,
                finding.acknowledged(),
                finding.accepted(),
                finding.lots(),
                finding.extended(),
                finding.lost(),
                finding.invented(),
                finding.broken());
        finding.violations().forEach(sentence -> System.out.println("    " + sentence));
    }

    private static void delete(Path directory) throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
