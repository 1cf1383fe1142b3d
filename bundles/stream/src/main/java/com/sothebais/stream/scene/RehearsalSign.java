package com.sothebais.stream.scene;

import com.sothebais.api.event.RehearsalMark;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Content.Align;
import com.sothebais.api.stream.Content.Panel;
import com.sothebais.api.stream.Content.Style;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Content.Weight;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The mark over every picture of a rehearsal, whatever the layout, and over the slate: a border all around and the word in it, so that
 * whoever finds a recording later takes nothing in it for a sale, and none of its times for real ones. Pure.
 *
 * @param words with the speed as it was chosen, unless that is the real one
 */
public record RehearsalSign(String words) {
    private static final String WORD = "REHEARSAL";
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int EDGE = 6;
    private static final int GOLD = 0xFFE8B64C;
    private static final int NIGHT = 0xFF1B1406;
    private static final int PLATE_HEIGHT = 34;
    private static final int PLATE_WIDTH = 220;
    /** More for each letter of the speed. */
    private static final int LETTER_WIDTH = 14;

    /** The sign of the rehearsal on stage; empty when there is none. */
    static Optional<RehearsalSign> of(ShowView show) {
        return show.rehearsal().map(plan -> {
            OptionalInt speed = RehearsalMark.speedOf(plan.campaign().value());
            boolean faster = speed.isPresent() && speed.getAsInt() > 1;
            return new RehearsalSign(faster ? WORD + " " + speed.getAsInt() + "x" : WORD);
        });
    }

    /** Elements to be put over all others. */
    public List<Element> on(Size size) {
        int width = PLATE_WIDTH + (words.length() - WORD.length()) * LETTER_WIDTH;
        Area plate = new Area((WIDTH - width) / 2, 0, width, PLATE_HEIGHT);
        Scale scale = new Scale(Size.HD, size);
        return List.of(
                edge(scale, "top", new Area(0, 0, WIDTH, EDGE)),
                edge(scale, "bottom", new Area(0, HEIGHT - EDGE, WIDTH, EDGE)),
                edge(scale, "left", new Area(0, 0, EDGE, HEIGHT)),
                edge(scale, "right", new Area(WIDTH - EDGE, 0, EDGE, HEIGHT)),
                element(scale, "plate", plate, new Panel(GOLD, GOLD, scale.length(6))),
                element(
                        scale,
                        "word",
                        plate,
                        new Text(words, new Style(Weight.BOLD, scale.length(24), NIGHT, Align.CENTER, 1))));
    }

    private static Element edge(Scale scale, String side, Area area) {
        return element(scale, side, area, new Panel(GOLD, GOLD, 0));
    }

    private static Element element(Scale scale, String name, Area area, Content content) {
        return new Element("rehearsal." + name, scale.area(area), content);
    }
}
