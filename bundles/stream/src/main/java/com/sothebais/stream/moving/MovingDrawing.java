package com.sothebais.stream.moving;

import com.sothebais.stream.css.StyleMotion;
import com.sothebais.stream.markup.Markup;
import com.sothebais.stream.markup.Motion;
import com.sothebais.stream.markup.Template;
import com.sothebais.stream.markup.UnplayedException;
import com.sothebais.stream.smil.SmilMotion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A vector drawing that moves by SMIL, by style sheets or by both. Of an instant it gives the text of a drawing that stands still and is
 * to be checked like any other. Immutable.
 */
public final class MovingDrawing {
    private final Template template;
    private final double endMillis;
    private final List<String> unplayed;

    private MovingDrawing(Template template, double endMillis, List<String> unplayed) {
        this.template = template;
        this.endMillis = endMillis;
        this.unplayed = unplayed;
    }

    /**
     * @return empty when nothing in it is animated
     * @throws UnplayedException when it has more than is played
     * @throws XMLStreamException when it is no XML
     */
    public static Optional<MovingDrawing> read(XMLStreamReader xml) throws XMLStreamException {
        Markup drawing = Markup.read(xml);
        if (drawing.root().isEmpty()) {
            return Optional.empty();
        }
        // First, since what style sheets say besides is written to the elements, where all else finds it.
        Optional<StyleMotion> styles = StyleMotion.of(drawing);
        Motion smil = drawing.animations().isEmpty() ? Motion.NONE : SmilMotion.of(drawing);
        if (styles.isEmpty() && smil.changes().isEmpty()) {
            return Optional.empty();
        }
        Motion all = styles.map(one -> one.motion().over(smil)).orElse(smil);
        return Optional.of(new MovingDrawing(
                new Template(drawing.root().get(), all.changes()),
                all.endMillis(),
                styles.map(StyleMotion::unplayed).orElse(List.of())));
    }

    /** The drawing at an instant. @param millis from its beginning */
    public byte[] at(long millis) {
        return template.at(millis).getBytes(StandardCharsets.UTF_8);
    }

    /** When nothing in it moves any more, milliseconds from its beginning; empty when something always does. */
    public OptionalLong endMillis() {
        return Double.isInfinite(endMillis) ? OptionalLong.empty() : OptionalLong.of((long) Math.ceil(endMillis));
    }

    /** Properties that its style sheets animate and that stand still here. */
    public List<String> unplayed() {
        return unplayed;
    }
}
