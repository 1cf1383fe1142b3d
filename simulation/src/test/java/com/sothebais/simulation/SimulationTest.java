package com.sothebais.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SimulationTest {
    private static final int SEEDS = 200;
    private static final int SEEDS_TWICE = 5;

    /**
     * Found what the first seeds do not: an auctioneer in doubt takes the close of one that took over for its own, and believes that the
     * bids behind it are recorded.
     */
    private static final long[] FOUND_MORE = {333, 399, 2035};

    private static final long PROCESS_SECONDS = 60;

    @Test
    void theRulesHoldWhateverHappens() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Run run = Simulation.play(seed);
            assertThat(run.failure())
                    .withFailMessage(() -> Simulation.report(run, Simulation.SHORTEN_MAX))
                    .isEmpty();
        }
    }

    @Test
    void theRulesHoldWhereSeedsHaveFoundMore() {
        for (long seed : FOUND_MORE) {
            Run run = Simulation.play(seed);
            assertThat(run.failure())
                    .withFailMessage(() -> Simulation.report(run, Simulation.SHORTEN_MAX))
                    .isEmpty();
        }
    }

    @Test
    void theSameSeedGivesTheSameLog() {
        for (long seed = 1; seed <= SEEDS_TWICE; seed++) {
            assertThat(Simulation.play(seed)).isEqualTo(Simulation.play(seed));
        }
    }

    @Test
    @Timeout(PROCESS_SECONDS)
    void theSameSeedGivesTheSameLogInAnotherProcess() throws Exception {
        StringBuilder here = new StringBuilder();
        for (long seed = 1; seed <= SEEDS_TWICE; seed++) {
            here.append(Simulation.play(seed).hash()).append('\n');
        }
        assertThat(elsewhere()).isEqualTo(here.toString());
    }

    private static String elsewhere() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        List.of(java.toString(), "-cp", System.getProperty("java.class.path"), Hashes.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(PROCESS_SECONDS, TimeUnit.SECONDS)).isTrue();
            return printed;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Prints the hashes of the first seeds, in a process of its own. */
    static final class Hashes {
        private Hashes() {}

        public static void main(String[] arguments) {
            for (long seed = 1; seed <= SEEDS_TWICE; seed++) {
                System.out.print(Simulation.play(seed).hash() + "\n");
            }
        }
    }

    @Test
    void aFailureIsShortenedToWhatCausesIt() {
        Run failed = Simulation.play(firstFailure(), WrongEngines.publishesAnotherRoot());
        Run shorter = Simulation.shorten(failed, WrongEngines.publishesAnotherRoot(), Duration.ofSeconds(10));
        assertThat(shorter.actions()).isLessThanOrEqualTo(failed.actions() / 4);
        assertThat(shorter.failure().orElseThrow().violation().invariant())
                .isEqualTo(failed.failure().orElseThrow().violation().invariant());
    }

    private static long firstFailure() {
        long seed = 1;
        while (Simulation.play(seed, WrongEngines.publishesAnotherRoot())
                .failure()
                .isEmpty()) {
            seed++;
        }
        return seed;
    }

    @Test
    void aReportSaysHowToPlayTheSeedAgain() {
        Run failed = Simulation.play(firstFailure(), WrongEngines.publishesAnotherRoot());
        String report = Simulation.report(failed, WrongEngines.publishesAnotherRoot(), Duration.ofSeconds(1));
        assertThat(report)
                .contains(
                        "seed " + failed.seed() + " breaks LEDGER",
                        "./sothebais bench simulate --seed " + failed.seed());
    }
}
