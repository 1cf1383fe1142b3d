package com.sothebais.stream.picture;

import com.sothebais.stream.film.Footage;
import com.sothebais.stream.film.Shot;
import com.sothebais.stream.film.Work;
import com.sothebais.stream.markup.UnplayedException;
import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.moving.MovingDrawing;
import com.sothebais.stream.print.Print;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLStreamException;

/**
 * A drawing that moves, as pictures. Each instant of it is checked and drawn like a drawing that stands still. It takes at most a
 * quarter of a processor: what takes longer to draw has fewer pictures.
 */
final class SvgFilm implements Footage {
    /** Time between two pictures, microseconds: 30 a second. */
    static final long STEP_MICROS = 33_333;

    /** So much longer than drawing a picture is the time until the next one. */
    static final int REST = 4;

    /** Properties that are named when they are not played. */
    private static final int NAMED_MAX = 5;

    private final MovingDrawing moving;
    private final int width;
    private final int height;
    private byte[] text = {};
    private Optional<Print> print = Optional.empty();
    private long number;
    private long dueMicros;
    private boolean over;

    private SvgFilm(MovingDrawing moving, int width, int height) {
        this.moving = moving;
        this.width = width;
        this.height = height;
    }

    /**
     * @param across pixels of the place it is shown in @param down of that place
     * @return empty when nothing in it moves
     * @throws SvgRefused when it is no drawing, or one that is not played
     */
    static Optional<SvgFilm> of(byte[] svg, int across, int down) {
        if (svg.length > SvgDrawing.BYTES_MAX) {
            return Optional.empty();
        }
        try {
            return MovingDrawing.read(Xml.factory().createXMLStreamReader(new ByteArrayInputStream(svg)))
                    .map(moving -> fitted(moving, across, down));
        } catch (XMLStreamException e) {
            throw SvgRefused.noXml(e);
        } catch (UnplayedException e) {
            throw new SvgRefused(e.getMessage(), e);
        }
    }

    private static SvgFilm fitted(MovingDrawing moving, int across, int down) {
        SvgDrawing first = SvgDrawing.read(moving.at(0));
        return new SvgFilm(moving, first.across(across, down), first.down(across, down));
    }

    /** A drawing that stands still, for a place. @throws SvgRefused when it is not drawn */
    static Print still(byte[] svg, int across, int down) {
        SvgDrawing drawing = SvgDrawing.read(svg);
        return drawn(drawing, drawing.across(across, down), drawing.down(across, down));
    }

    private static Print drawn(SvgDrawing drawing, int width, int height) {
        return Print.of(width, height, drawing.pixels(width, height), width, height);
    }

    /** What of it stands still, in words; empty when all plays. */
    Optional<String> unplayed() {
        List<String> properties = moving.unplayed();
        if (properties.isEmpty()) {
            return Optional.empty();
        }
        String named = String.join(", ", properties.subList(0, Math.min(NAMED_MAX, properties.size())));
        return Optional.of("style sheets animate " + named + (properties.size() > NAMED_MAX ? " and more" : "")
                + " in a way that is not played; export it with SMIL (animate), or as MP4");
    }

    @Override
    public Optional<Shot> next(long fromMicros) {
        if (over) {
            return Optional.empty();
        }
        long micros = Math.max(dueMicros, fromMicros);
        OptionalLong end = moving.endMillis();
        if (end.isPresent() && micros >= TimeUnit.MILLISECONDS.toMicros(end.getAsLong())) {
            over = true;
        }
        long begun = Work.nanos();
        draw(micros);
        long took = TimeUnit.NANOSECONDS.toMicros(Work.nanos() - begun);
        dueMicros = micros + Math.max(STEP_MICROS, REST * took);
        return print.map(drawn -> new Shot(number, micros, drawn));
    }

    private void draw(long micros) {
        byte[] now = moving.at(TimeUnit.MICROSECONDS.toMillis(micros));
        if (Arrays.equals(now, text)) {
            return;
        }
        try {
            print = Optional.of(drawn(SvgDrawing.read(now), width, height));
        } catch (SvgRefused e) {
            throw new MediaException(e.getMessage(), 0);
        }
        text = now;
        number++;
    }

    /** What moves once moves once: nothing begins again that was not made to. */
    @Override
    public boolean rewind() {
        return false;
    }

    @Override
    public void close() {
        // Nothing but memory.
    }
}
