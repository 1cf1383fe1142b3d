package com.sothebais.stream.css;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EaseTest {
    private static final double NEAR = 1e-5;

    private static double at(String easing, double share) {
        return Ease.of(easing).orElseThrow().at(share);
    }

    /** The curve of the specification at its own parameter: what is across must have what is up. */
    @ParameterizedTest
    @CsvSource({
        "ease,0.25,0.1,0.25,1",
        "ease-in,0.42,0,1,1",
        "ease-out,0,0,0.58,1",
        "ease-in-out,0.42,0,0.58,1",
        "'cubic-bezier(0.68,-0.55,0.27,1.55)',0.68,-0.55,0.27,1.55",
    })
    void curvesAreThoseOfTheSpecification(String easing, double x1, double y1, double x2, double y2) {
        for (double t = 0; t <= 1; t += 0.05) {
            double rest = 1 - t;
            double x = 3 * rest * rest * t * x1 + 3 * rest * t * t * x2 + t * t * t;
            double y = 3 * rest * rest * t * y1 + 3 * rest * t * t * y2 + t * t * t;
            assertThat(at(easing, x)).as("%s at %s", easing, x).isCloseTo(y, within(NEAR));
        }
    }

    @Test
    void easeIsWhereBrowsersHaveIt() {
        assertThat(at("ease", 0.25)).isCloseTo(0.40851, within(NEAR));
        assertThat(at("ease", 0.5)).isCloseTo(0.80240, within(NEAR));
        assertThat(at("ease-in", 0.5)).isCloseTo(0.31536, within(NEAR));
    }

    @ParameterizedTest
    @CsvSource({
        "'steps(4)',0.24,0",
        "'steps(4)',0.25,0.25",
        "'steps(4)',0.99,0.75",
        "'steps(4)',1,1",
        "'steps(4, start)',0,0.25",
        "'steps(4, jump-start)',0.8,1",
        "'steps(4, jump-both)',0,0.2",
        "'steps(4, jump-both)',0.99,0.8",
        "'steps(4, jump-none)',0,0",
        "'steps(4, jump-none)',0.5,0.6666666666666666",
        "'steps(4, jump-none)',1,1",
        "step-start,0,1",
        "step-end,0.99,0",
        "linear,0.3,0.3",
    })
    void stepsJumpWhereTheSpecificationHasThem(String easing, double share, double expected) {
        assertThat(at(easing, share)).isCloseTo(expected, within(NEAR));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "easy",
                "cubic-bezier(2,0,0,1)",
                "cubic-bezier(0,0,1)",
                "cubic-bezier(",
                "steps(0)",
                "steps(1,jump-none)",
                "steps(1.5)",
                "steps()",
                "steps(3,up)",
                "steps(1e9)"
            })
    void whatIsDamagedIsNone(String easing) {
        assertThat(Ease.of(easing)).isEmpty();
    }
}
