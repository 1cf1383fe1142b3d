package com.sothebais.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final int SEEDS = 200;

    @Test
    void theRulesHoldWhateverHappens() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Run run = Simulation.play(seed, Switches.ALL);
            assertThat(run.failure())
                    .withFailMessage(() -> Simulation.report(run, Simulation.SHORTEN_MAX))
                    .isEmpty();
        }
    }

    @Test
    void theSameSeedGivesTheSameLog() {
        for (long seed = 1; seed <= 10; seed++) {
            assertThat(Simulation.play(seed, Switches.ALL)).isEqualTo(Simulation.play(seed, Switches.ALL));
        }
    }
}
