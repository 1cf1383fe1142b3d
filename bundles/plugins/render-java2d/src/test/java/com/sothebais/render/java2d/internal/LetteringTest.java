package com.sothebais.render.java2d.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Content.Align;
import com.sothebais.api.stream.Content.Style;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Content.Ticker;
import com.sothebais.api.stream.Content.Weight;
import org.junit.jupiter.api.Test;

class LetteringTest {
    private final Lettering lettering = new Lettering(Typeface.bundled());

    @Test
    void drawsShortTextAtItsSize() {
        Bitmap letter = text("H", 40, 1, 400, 100);

        // Capitals are 0.72 em tall.
        assertThat(letter.height()).isBetween(28, 30);
        assertThat(letter.y() + letter.height() / 2.0).isBetween(49.0, 51.0);
    }

    @Test
    void wrapsAtWordsUpToItsLines() {
        int one = text("going once", 30, 1, 600, 200).height();
        Bitmap wrapped = text("going once going twice", 30, 3, 170, 200);

        assertThat(wrapped.height()).isGreaterThan(2 * one - 10);
        assertThat(wrapped.width()).isLessThanOrEqualTo(170);
    }

    @Test
    void shrinksWhatIsALittleTooWide() {
        Bitmap free = text("Neon Koi at Midnight", 40, 1, 2_000, 60);
        Bitmap tight = text("Neon Koi at Midnight", 40, 1, free.width() * 3 / 4, 60);

        assertThat(tight.width()).isBetween(free.width() * 6 / 10, free.width() * 3 / 4);
        assertThat(tight.height()).isLessThan(free.height());
    }

    @Test
    void endsInAnEllipsisWhenNothingElseHelps() {
        String endless = "word ".repeat(200);
        Bitmap cut = text(endless, 40, 2, 300, 100);

        assertThat(cut.width()).isBetween(200, 300);
        assertThat(cut.pixels())
                .isEqualTo(text(endless + "and more", 40, 2, 300, 100).pixels());
    }

    @Test
    void breaksAWordThatIsWiderThanItsArea() {
        Bitmap broken = text("pneumonoultramicroscopicsilicovolcanoconiosis", 30, 3, 120, 120);

        assertThat(broken.width()).isBetween(80, 120);
        assertThat(broken.height()).isGreaterThan(40);
    }

    @Test
    void startsANewLineWhereTheTextDoes() {
        assertThat(text("a\nb", 20, 2, 400, 100).height())
                .isGreaterThan(text("a b", 20, 2, 400, 100).height() + 15);
    }

    @Test
    void repeatsATickerAfterItsTextAndAGap() {
        Style style = new Style(Weight.REGULAR, 20, -1, Align.LEFT, 1);
        int text = text("How to bid", 20, 1, 900, 40).width();
        Bitmap strip = lettering.strip(new Ticker("How to bid", style, 77), 40);

        assertThat(strip.width()).isBetween(text + 40, text + 60);
        assertThat(strip.height()).isEqualTo(40);
    }

    @Test
    void limitsAnEndlessTicker() {
        Style style = new Style(Weight.REGULAR, 40, -1, Align.LEFT, 1);

        assertThat(lettering
                        .strip(new Ticker("lot ".repeat(100_000), style, 0), 60)
                        .width())
                .isLessThan(17_000);
    }

    @Test
    void joinsArabicLetters() {
        Bitmap joined = text("بيت", 60, 1, 600, 100);
        int apart = text("ب", 60, 1, 600, 100).width()
                + text("ي", 60, 1, 600, 100).width()
                + text("ت", 60, 1, 600, 100).width();

        assertThat(joined.width()).isLessThan(apart * 9 / 10);
    }

    @Test
    void wrapsSignsThatHaveNoSpacesBetweenThem() {
        Bitmap one = text("漢字漢字", 30, 1, 600, 200);
        Bitmap wrapped = text("漢字".repeat(12), 30, 3, 300, 200);

        assertThat(wrapped.width()).isBetween(240, 300);
        assertThat(wrapped.height()).isGreaterThan(2 * one.height());
    }

    @Test
    void setsWrappedLinesThatAreReadToTheLeftAgainstTheRightEdge() {
        Style style = new Style(Weight.REGULAR, 30, -1, Align.RIGHT, 3);
        Bitmap lines = lettering.text(new Text("שלום עולם שלום עולם שלום", style), 200, 200);

        assertThat(lines.x() + lines.width()).isBetween(194, 200);
    }

    @Test
    void drawsEmoji() {
        assertThat(text("🎉", 40, 1, 100, 60).width()).isBetween(25, 60);
    }

    private Bitmap text(String text, int size, int lines, int width, int height) {
        return lettering.text(new Text(text, new Style(Weight.REGULAR, size, -1, Align.LEFT, lines)), width, height);
    }
}
