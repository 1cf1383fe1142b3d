package com.sothebais.benchmarks.kills;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.benchmarks.kills.KillRun.Finding;
import com.sothebais.benchmarks.kills.KillRun.Round;
import com.sothebais.benchmarks.kills.KillRun.Takeover;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a power cut, a lost database, a wrong clock and a second owner do to bids that were acknowledged: nothing. */
class KillsIT {
    private static final int ROUNDS = Integer.getInteger("kills.rounds", 20);
    private static final long SEED = Long.getLong("kills.seed", System.nanoTime());
    private static final double BACK_MILLIS_MAX = 10_000;
    private static final int FACTS = Integer.getInteger("kills.facts", 200_000);
    private static final Duration FAULT = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Test
    void noKillLosesOrInventsABidAndTheSaleIsBackInTime() throws Exception {
        System.out.println("kills: seed " + SEED);
        try (KillRun run = new KillRun(folder, SEED)) {
            double slowest = 0;
            for (int number = 1; number <= ROUNDS; number++) {
                Round round = run.kill();
                String what = "round " + number + ", killed " + round.victim() + (round.quickly() ? "" : ", whole log")
                        + ", seed " + SEED;
                assertThatItIsClean(round.finding(), what);
                slowest = Math.max(slowest, round.recoveryMillis());
                System.out.printf("%s: back after %.0f ms, %s%n", what, round.recoveryMillis(), round.finding());
            }
            // Last, so that a machine that is busy with something else hides nothing of the above.
            assertThat(slowest).isLessThan(BACK_MILLIS_MAX);
        }
    }

    @Test
    void aLongLogDoesNotMakeTheWayBackLonger() throws Exception {
        try (KillRun run = new KillRun(folder, SEED)) {
            Round round = run.killWithLongLog(FACTS, true);
            assertThatItIsClean(round.finding(), FACTS + " facts");
            System.out.printf("%d facts more: back after %.0f ms%n", FACTS, round.recoveryMillis());
            assertThat(round.recoveryMillis()).isLessThan(BACK_MILLIS_MAX);
        }
    }

    @Test
    void otherFaultsLoseAndInventNothingEither() throws Exception {
        System.out.println("other faults: seed " + SEED);
        try (KillRun run = new KillRun(folder, SEED)) {
            Round down = run.databaseDown(FAULT);
            assertThatItIsClean(down.finding(), "database down");
            Round silent = run.databaseHangs(FAULT);
            assertThatItIsClean(silent.finding(), "database silent");
            Finding clock = run.clockSetBack(Duration.ofHours(1), Duration.ofSeconds(2));
            assertThatItIsClean(clock, "clock set back by an hour");

            Takeover takeover = run.secondOwner();
            assertThatItIsClean(takeover.finding(), "second owner");
            assertThat(takeover.lateAcknowledgements())
                    .as("acknowledged by the owner that was fenced off")
                    .isZero();
            assertThat(takeover.said()).contains("DOWN", "Another auctioneer took over");
            assertThat(takeover.finding().acknowledged())
                    .isGreaterThan(down.finding().acknowledged());
        }
    }

    private static void assertThatItIsClean(Finding finding, String what) {
        assertThat(finding.violations()).as(what).isEmpty();
        assertThat(finding.isClean()).as(what).isTrue();
    }
}
