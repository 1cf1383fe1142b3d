package com.sothebais.render.java2d.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.stream.Content.Weight;
import java.awt.font.TextLayout;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypefaceTest {
    private final Typeface bundled = Typeface.bundled();

    @Test
    void bundlesAFontForEveryWeight() {
        assertThat(Weight.values()).allMatch(bundled::bundled);
    }

    @Test
    void givesAllFiguresOneAdvance() {
        double[] advances = "0123456789"
                .chars()
                .mapToDouble(digit -> new TextLayout(
                                bundled.styled(Character.toString(digit), Weight.FIGURES, 50)
                                        .getIterator(),
                                Typeface.CONTEXT)
                        .getAdvance())
                .distinct()
                .toArray();

        assertThat(advances).hasSize(1);
    }

    @Test
    void usesAFontOfTheMachineForAMissingFile() {
        Typeface missing = Typeface.from(Map.of(
                Weight.REGULAR, "/fonts/none.ttf",
                Weight.BOLD, "/fonts/OFL.txt",
                Weight.FIGURES, "/fonts/SothebaisFigures-ExtraBold.ttf"));

        assertThat(Arrays.stream(Weight.values()).filter(missing::bundled)).containsExactly(Weight.FIGURES);
        assertThat(missing.drawable("still text", Weight.REGULAR)).isEqualTo("still text");
    }

    @Test
    void leavesOutWhatCannotBeDrawn() {
        assertThat(bundled.drawable("a\u0000b\uDBFFc\nd", Weight.REGULAR)).isEqualTo("a b c\nd");
        // A letter that no font has: unassigned here, so that every machine agrees.
        assertThat(bundled.drawable("x\uDBFF\uDFFDy", Weight.BOLD)).doesNotContain("\uDBFF");
    }
}
