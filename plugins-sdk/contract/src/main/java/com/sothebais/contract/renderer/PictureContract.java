package com.sothebais.contract.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content.Drawn;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Content.Picture;
import com.sothebais.api.stream.Scene;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bitmaps of the platform are laid down where they belong. */
public abstract class PictureContract extends Stage {
    @Test
    void laysWhatIsDrawnAlreadyDownAsItIsNow() {
        int[] drawn = noise();
        Scene scene = scene(new Drawn(new Bitmap(30, 20, 120, 80, drawn, true)));
        Canvas canvas = open();
        canvas.draw(scene, List.of(WHOLE));

        drawn[0] = RED;
        canvas.draw(scene, List.of(new Area(PLACE.x() + 30, PLACE.y() + 20, 2, 2)));

        for (int i = 0; i < drawn.length; i++) {
            int at = (PLACE.y() + 20 + i / 120) * 320 + PLACE.x() + 30 + i % 120;
            assertThat(canvas.pixels()[at]).as("pixel %d", i).isEqualTo(drawn[i]);
        }
    }

    @Test
    void laysWhatIsDrawnAlreadyOverWhatIsBehindIt() {
        int[] veil = new int[50 * 40];
        // Half transparent white, premultiplied.
        Arrays.fill(veil, 0x80808080);
        Bitmap bitmap = new Bitmap(0, 0, 50, 40, veil, false);

        int[] drawn = pixels(scene(new Drawn(bitmap)));

        assertThat(count(drawn, new Area(PLACE.x(), PLACE.y(), 50, 40), pixel -> pixel == 0xFF808080))
                .isEqualTo(50 * 40);
    }

    @Test
    void laysAPictureDownWhereItIsPlaced() {
        pictures.store(SOMETHING, RED);
        int[] drawn = pixels(scene(new Picture(SOMETHING, 0, 0)));
        Area square = new Area(PLACE.x() + 45, PLACE.y(), 110, 110);

        assertThat(count(drawn, square, pixel -> pixel == RED)).isEqualTo(110 * 110);
        assertNothingOutside(square, pixels(new Scene(SIZE, List.of())), drawn);
    }

    @Test
    void showsAPictureOnceItIsStored() {
        Canvas canvas = open();
        Scene scene = scene(new Picture(SOMETHING, 6, 0));
        canvas.draw(scene, List.of(WHOLE));
        assertThat(count(canvas.pixels(), PLACE, pixel -> pixel != BLACK && pixel != RED))
                .as("a placeholder")
                .isGreaterThan(1_000);

        pictures.store(SOMETHING, RED);
        canvas.draw(scene, List.of(WHOLE));

        assertThat(count(canvas.pixels(), PLACE, pixel -> pixel == RED)).isEqualTo(110 * 110);
    }

    @Test
    void laysThePartsOfTheHostOverEachOther() {
        Figure figure = new Figure(Mood.CALM, Mouth.OPEN, 0, 0, 4);
        List<Bitmap> parts = pictures.figure(figure, PLACE.width(), PLACE.height());
        int body = parts.get(0).pixels()[0];

        int[] drawn = pixels(scene(figure));

        assertThat(drawn[(PLACE.y() + 100) * 320 + PLACE.x()]).isEqualTo(body);
        // The middle of the disc, half transparent white over black, four pixels to the right.
        assertThat(drawn[(PLACE.y() + 27) * 320 + PLACE.x() + 104]).isEqualTo(0xFF808080);
    }
}
