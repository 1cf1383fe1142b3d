package com.sothebais.stream.css;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.stream.css.Animations.One;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunTest {
    private static List<One> all(String shorthand) {
        Map<String, Declaration> declared = new LinkedHashMap<>();
        Animations.longhands(shorthand)
                .forEach((name, value) -> declared.put(name, new Declaration(name, value, false)));
        return Animations.of(declared).all();
    }

    /** Expected -1 stands for nothing. */
    @ParameterizedTest
    @CsvSource({
        "a 2s,500,0.25",
        "a 2s,2000,-1",
        "a 2s 1s,999,-1",
        "a 2s 1s backwards,999,0",
        "a 2s 1s both reverse,0,1",
        "a 2s 1s,1500,0.25",
        "a 2s -500ms,0,0.25",
        "a 2s -500ms,1500,-1",
        "a 2s forwards,9000,1",
        "a 2s forwards reverse,9000,0",
        "a 1s 2.5 forwards,9000,0.5",
        "a 1s 2 alternate forwards,9000,0",
        "a 1s 3 alternate forwards,9000,1",
        "a 1s 2 alternate-reverse forwards,9000,1",
        "a 1s infinite,90250,0.25",
        "a 1s infinite alternate,91250,0.75",
        "a 1s infinite reverse,90250,0.75",
        "a 1s infinite alternate-reverse,90250,0.75",
        "a 0s forwards,0,1",
        "a 0s 1s both,500,0",
        "a 1s 0 forwards,100,0",
        "a 1s paused -250ms,7000,0.25",
        "a .5s .25s 1 both,500,0.5",
    })
    void isWhereCssAnimationsHasIt(String shorthand, double millis, double expected) {
        OptionalDouble share = all(shorthand).get(0).run().at(millis);
        if (expected < 0) {
            assertThat(share).isEmpty();
        } else {
            assertThat(share.orElseThrow()).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void wordsAreNamesWhenTheyCanBeNothingElse() {
        assertThat(all("2s ease-in reverse reverse").get(0).name()).isEqualTo("reverse");
        assertThat(all("Turn 2s").get(0).name()).isEqualTo("Turn");
        assertThat(all("none").get(0).name()).isEqualTo("none");
        assertThat(all("\"odd name\" 2s").get(0).name()).isEqualTo("odd name");
    }

    @Test
    void severalHaveTheirValuesInTurn() {
        Map<String, Declaration> declared = new LinkedHashMap<>();
        Map.of(
                        "animation-name", "a, b, c",
                        "animation-duration", "1s, 3s",
                        "animation-delay", "calc(-0.5s * 2)")
                .forEach((name, value) -> declared.put(name, new Declaration(name, value, false)));
        List<One> all = Animations.of(declared).all();

        assertThat(all).extracting(One::name).containsExactly("a", "b", "c");
        assertThat(all).extracting(one -> one.run().roundMillis()).containsExactly(1_000.0, 3_000.0, 1_000.0);
        assertThat(all).extracting(one -> one.run().delayMillis()).containsOnly(-1_000.0);
    }

    @Test
    void knowsItsEnd() {
        assertThat(all("a 2s 1s 3").get(0).run().endMillis()).isEqualTo(7_000);
        assertThat(all("a 2s infinite").get(0).run().endMillis()).isInfinite();
        assertThat(all("a 2s infinite paused").get(0).run().endMillis()).isZero();
        assertThat(all("a 2s -9s").get(0).run().endMillis()).isZero();
    }
}
