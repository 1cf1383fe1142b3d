package com.sothebais.stream.control;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Content.Align;
import com.sothebais.api.stream.Content.Gradient;
import com.sothebais.api.stream.Content.Panel;
import com.sothebais.api.stream.Content.Style;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Content.Weight;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.scene.HostPose;
import com.sothebais.stream.scene.Stage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Colour bars as elements, after SMPTE: seven bars at 75 %, their castellations, a step wedge with near blacks. Over them the name
 * of the station, the time, the number of the frame, and a mark that runs through once in two seconds, so that a picture that
 * stands still or stutters is seen at once. Immutable.
 */
final class TestCard implements Scenes {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int[] BARS = {
        0xFFBFBFBF, 0xFFBFBF00, 0xFF00BFBF, 0xFF00BF00, 0xFFBF00BF, 0xFFBF0000, 0xFF0000BF
    };
    private static final int BLACK = 0xFF000000;
    private static final int[] CASTELLATIONS = {BARS[6], BLACK, BARS[4], BLACK, BARS[2], BLACK, BARS[0]};
    private static final int[] WEDGE = {
        0xFF000000, 0xFF080808, 0xFF141414, 0xFF333333, 0xFF666666, 0xFF999999, 0xFFCCCCCC, 0xFFFFFFFF
    };
    private static final int NIGHT = 0xFF0A0C12;
    private static final int GOLD = 0xFFD9B15F;
    private static final int IVORY = 0xFFF6F1E5;
    private static final int MIST = 0xFFB4B6C3;
    private static final int BARS_HEIGHT = 470;
    private static final int ROW_HEIGHT = 62;
    private static final int MARK_WIDTH = 20;
    private static final int MARK_STEPS = 60;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Size size;
    private final List<Element> still = new ArrayList<>();

    TestCard(Size size) {
        this.size = size;
        row(BARS, "bar.", 0, BARS_HEIGHT);
        row(CASTELLATIONS, "castle.", BARS_HEIGHT, ROW_HEIGHT);
        row(WEDGE, "wedge.", BARS_HEIGHT + ROW_HEIGHT, HEIGHT - BARS_HEIGHT - ROW_HEIGHT);
        still.add(panel("plate", new Area(330, 128, 620, 292), NIGHT, GOLD, 18));
        still.add(text("plate.name", new Area(480, 146, 224, 72), "Sotheb", Weight.BOLD, 60, IVORY, Align.RIGHT));
        still.add(text("plate.ai", new Area(704, 146, 66, 72), "AI", Weight.BOLD, 60, GOLD, Align.LEFT));
        still.add(text("plate.s", new Area(761, 146, 40, 72), "s", Weight.BOLD, 60, IVORY, Align.LEFT));
        still.add(panel("plate.line", new Area(370, 226, 540, 2), GOLD, 0, 0));
        still.add(text(
                "plate.tone",
                new Area(370, 364, 540, 36),
                size.width() + " x " + size.height() + "    1 kHz  -18 dBFS",
                Weight.REGULAR,
                25,
                MIST,
                Align.CENTER));
    }

    private void row(int[] colors, String id, int top, int height) {
        for (int i = 0; i < colors.length; i++) {
            int left = even(i * WIDTH / colors.length);
            int right = even((i + 1) * WIDTH / colors.length);
            // A gradient from a colour to itself: renderers draw it flat, which they may not do with panels.
            still.add(element(id + i, new Area(left, top, right - left, height), new Gradient(colors[i], colors[i])));
        }
    }

    @Override
    public Scene compose(Stage stage, HostPose host, Instant now, long frame) {
        List<Element> all = new ArrayList<>(still);
        String time = TIME.format(now.atOffset(ZoneOffset.UTC)) + " UTC";
        all.add(text("plate.time", new Area(370, 236, 540, 76), time, Weight.FIGURES, 56, IVORY, Align.CENTER));
        all.add(text(
                "plate.frame", new Area(370, 314, 540, 44), "FRAME " + frame, Weight.FIGURES, 30, GOLD, Align.CENTER));
        int left = even((int) (frame % MARK_STEPS) * (WIDTH - MARK_WIDTH) / (MARK_STEPS - 1));
        all.add(panel("mark", new Area(left, BARS_HEIGHT + 18, MARK_WIDTH, 26), IVORY, 0, 0));
        stage.sign().ifPresent(sign -> all.addAll(sign.on(size)));
        return new Scene(size, all);
    }

    private static int even(int length) {
        return length & ~1;
    }

    private Element panel(String id, Area area, int fill, int border, int corner) {
        return element(id, area, new Panel(fill, border, corner * size.height() / HEIGHT));
    }

    private Element text(String id, Area area, String text, Weight weight, int em, int color, Align align) {
        return element(id, area, new Text(text, new Style(weight, em * size.height() / HEIGHT, color, align, 1)));
    }

    private Element element(String id, Area area, Content content) {
        int left = area.x() * size.width() / WIDTH;
        int top = area.y() * size.height() / HEIGHT;
        int right = (area.x() + area.width()) * size.width() / WIDTH;
        int bottom = (area.y() + area.height()) * size.height() / HEIGHT;
        return new Element(id, new Area(left, top, right - left, bottom - top), content);
    }
}
