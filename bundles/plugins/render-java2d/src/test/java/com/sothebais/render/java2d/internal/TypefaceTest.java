package com.sothebais.render.java2d.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.api.stream.Content.Weight;
import java.awt.Font;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedCharacterIterator;
import java.text.CharacterIterator;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {"你好世界", "かなカナ漢字", "한국어", "العربية", "فارسی", "עברית", "🎉🔥💎", "Ελλάδα", "Україна", "Łódź"})
    void drawsTheScriptsOfTheWorldFromTheBundleAlone(String text) {
        for (Weight weight : Weight.values()) {
            AttributedCharacterIterator letters =
                    bundled.styled(bundled.drawable(text, weight), weight, 30).getIterator();
            for (char letter = letters.first(); letter != CharacterIterator.DONE; letter = letters.next()) {
                Font font = (Font) letters.getAttribute(TextAttribute.FONT);
                assertThat(font.getFamily()).matches("(Manrope|Sothebais|Noto|Droid).*");
            }
            assertThat(bundled.drawable(text, weight)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD83D\uDC69\u200D\uD83D\uDE80",
                "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08",
                "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83C\uDFA8"
            })
    void drawsAJoinedSequenceAsOneSign(String sequence) {
        assertThat(advance(sequence)).isCloseTo(advance("\uD83D\uDE80"), within(0.3f));
    }

    @Test
    void aJoinerKeepsLettersApartWhereTheyWouldFlowTogether() {
        assertThat(advance("\u0645\u06CC\u200C\u062E")).isNotEqualTo(advance("\u0645\u06CC\u062E"));
        assertThat(advance("le\u200Dna")).isEqualTo(advance("lena"));
    }

    /** In ems. */
    private static float advance(String text) {
        Typeface typeface = Typeface.bundled();
        String drawable = typeface.drawable(text, Weight.REGULAR);
        return new TextLayout(typeface.styled(drawable, Weight.REGULAR, 1).getIterator(), Typeface.CONTEXT)
                .getAdvance();
    }

    @Test
    void keepsAMarkInTheFontOfItsLetter() {
        AttributedCharacterIterator letters =
                bundled.styled("שׁ", Weight.REGULAR, 30).getIterator();

        assertThat(letters.getRunLimit()).isEqualTo(2);
    }
}
