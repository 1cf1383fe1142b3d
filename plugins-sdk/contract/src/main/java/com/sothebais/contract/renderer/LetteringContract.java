package com.sothebais.contract.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.stream.Content.Align;
import com.sothebais.api.stream.Content.Style;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Content.Ticker;
import com.sothebais.api.stream.Content.Weight;
import com.sothebais.api.stream.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text keeps to its area and its alignment, figures do not jump, and a ticker runs. */
public abstract class LetteringContract extends Stage {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen and still much more text than fits here, line after line",
                "🎉🔨 @koi_fan 出価 Ξ 1.25 مزاد",
                "\u0000\u0007\uD83C alone \u200D\uFE0F\n\n\nlines\tand tabs",
                "W",
                "jjjjjÅÇgypq"
            })
    void neverLetsTextLeaveItsArea(String text) {
        for (Weight weight : Weight.values()) {
            for (Align align : Align.values()) {
                Style style = new Style(weight, 64, WHITE, align, 2);
                int[] drawn = pixels(scene(new Text(text, style)));
                assertNothingOutside(PLACE, pixels(new Scene(SIZE, List.of())), drawn);
                assertThat(count(drawn, PLACE, pixel -> pixel != BLACK)).isPositive();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n \t"})
    void drawsNothingForBlankText(String text) {
        int[] drawn = pixels(scene(new Text(text, PLAIN)));
        int[] ticker = pixels(scene(new Ticker(text, PLAIN, 12)));

        assertThat(drawn).containsOnly(BLACK);
        assertThat(ticker).containsOnly(BLACK);
    }

    @Test
    void alignsText() {
        int left = leftmost(pixels(scene(new Text("Sold", aligned(Align.LEFT)))));
        int center = leftmost(pixels(scene(new Text("Sold", aligned(Align.CENTER)))));
        int right = leftmost(pixels(scene(new Text("Sold", aligned(Align.RIGHT)))));

        assertThat(left).isBetween(PLACE.x(), PLACE.x() + 4);
        assertThat(center).isGreaterThan(left + 40);
        assertThat(right).isGreaterThan(center + 40);
    }

    private static Style aligned(Align align) {
        return new Style(Weight.BOLD, 24, WHITE, align, 1);
    }

    @Test
    void figuresDoNotJumpWhenDigitsChange() {
        Style style = new Style(Weight.FIGURES, 30, WHITE, Align.LEFT, 1);
        int end = rightmost(pixels(scene(new Text("88888", style))));

        for (int digit = 0; digit <= 9; digit++) {
            String text = String.valueOf(digit).repeat(4) + "8";
            assertThat(rightmost(pixels(scene(new Text(text, style))))).as(text).isEqualTo(end);
        }
    }

    @Test
    void runsATickerToTheLeftByItsOffset() {
        Style style = new Style(Weight.REGULAR, 20, WHITE, Align.LEFT, 1);
        String text = "A ticker that is longer than the place it runs through";
        int[] still = pixels(scene(new Ticker(text, style, 100)));
        int[] moved = pixels(scene(new Ticker(text, style, 117)));

        for (int y = PLACE.y(); y < PLACE.y() + PLACE.height(); y++) {
            for (int x = PLACE.x(); x < PLACE.x() + PLACE.width() - 17; x++) {
                assertThat(moved[y * 320 + x]).isEqualTo(still[y * 320 + x + 17]);
            }
        }
    }
}
