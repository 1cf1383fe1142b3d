package com.sothebais.stream.film;

import com.sothebais.stream.film.WebpFile.Frame;
import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.print.Print;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The pictures of an animated WebP, round after round. FFmpeg decodes each frame; the frames are laid over each other here, as
 * RFC 9649 says, on a canvas that begins clear. One thread at a time.
 */
public final class WebpFilm implements Footage {
    /** Bytes at the beginning that tell whether a WebP moves. */
    public static final int HEAD_BYTES = 21;

    /** Pictures closer than this to the one before are laid on the canvas and not shown. */
    private static final long STEP_MIN_MICROS = 25_000;

    /** Times up to here are no times; browsers take the other for them. */
    private static final int UNTIMED_MILLIS = 10;

    /** Film time over which the work is looked at; the first such time, when nothing is warm, is not. */
    private static final long WINDOW_MICROS = 3_000_000;

    /** A film that takes more than this share of a processor would take it from the show. */
    static final double WORK_MAX = 0.5;

    private static final int UNTIMED_AS_MILLIS = 100;
    private static final long MICROS_A_MILLI = 1_000;
    private static final int OPAQUE = 255;

    private final int across;
    private final int down;
    private final WebpFile file;
    private final WebpDecoder decoder;
    private final int[] canvas;
    private int next;
    private long dueMicros;
    private long lastMicros;
    private long shots;
    private long windowMicros;
    private long worked = -1;

    /** Whether a file that begins like this is one. @param head {@link #HEAD_BYTES} or more */
    public static boolean isOne(byte[] head) {
        return WebpFile.isAnimated(head);
    }

    /**
     * Opens one.
     *
     * @param across pixels of the place it is shown in @param down of that place
     * @throws MediaException when it cannot be played; the message says why
     */
    public WebpFilm(Path path, int across, int down) throws IOException {
        this.across = across;
        this.down = down;
        decoder = new WebpDecoder();
        try {
            file = new WebpFile(path);
        } catch (IOException | MediaException e) {
            decoder.close();
            throw e;
        }
        if ((long) file.width() * file.height() > FilmReader.FIRST_PIXELS_MAX) {
            close();
            throw new MediaException(FilmReader.tooLarge(file.width(), file.height()), 0);
        }
        canvas = new int[file.width() * file.height()];
    }

    @Override
    public Optional<String> refusal() {
        return (long) file.width() * file.height() > FilmReader.PIXELS_MAX
                ? Optional.of(FilmReader.tooLarge(file.width(), file.height()))
                : Optional.empty();
    }

    @Override
    public Optional<Shot> next(long fromMicros) {
        while (next < file.frames().size()) {
            if (next > 0) {
                dispose(file.frames().get(next - 1));
            }
            checkWork();
            Frame frame = file.frames().get(next++);
            lay(frame);
            long due = dueMicros;
            dueMicros += MICROS_A_MILLI * (frame.millis() <= UNTIMED_MILLIS ? UNTIMED_AS_MILLIS : frame.millis());
            if (shots == 0 || due - lastMicros >= STEP_MIN_MICROS && due >= fromMicros) {
                lastMicros = due;
                shots++;
                return Optional.of(
                        new Shot(shots, due, decoder.fitted(canvas, file.width(), file.height(), across, down)));
            }
        }
        return Optional.empty();
    }

    private void checkWork() {
        if (dueMicros - windowMicros < WINDOW_MICROS) {
            return;
        }
        long now = Work.nanos();
        if (worked >= 0 && now - worked > WORK_MAX * MICROS_A_MILLI * (dueMicros - windowMicros)) {
            throw new MediaException("decoding it takes more than half a processor; scale it down, or use MP4", 0);
        }
        worked = now;
        windowMicros = dueMicros;
    }

    private void dispose(Frame frame) {
        if (frame.disposes()) {
            for (int y = frame.y(); y < frame.y() + frame.height(); y++) {
                int from = y * file.width() + frame.x();
                Arrays.fill(canvas, from, from + frame.width(), 0);
            }
        }
    }

    private void lay(Frame frame) {
        Print print;
        try {
            print = decoder.decode(file.picture(frame), frame.width(), frame.height());
        } catch (IOException e) {
            throw new MediaException("a frame cannot be read: " + e.getMessage(), 0);
        }
        for (int y = 0; y < frame.height(); y++) {
            int to = (frame.y() + y) * file.width() + frame.x();
            int from = y * frame.width();
            if (frame.covers() || print.opaque()) {
                System.arraycopy(print.pixels(), from, canvas, to, frame.width());
            } else {
                for (int x = 0; x < frame.width(); x++) {
                    canvas[to + x] = over(print.pixels()[from + x], canvas[to + x]);
                }
            }
        }
    }

    /** One premultiplied pixel over another. */
    private static int over(int above, int below) {
        int clear = OPAQUE - (above >>> 24);
        if (clear == 0 || below == 0) {
            return above;
        }
        int result = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int sum = (above >>> shift & 0xFF) + ((below >>> shift & 0xFF) * clear + OPAQUE / 2) / OPAQUE;
            result |= Math.min(OPAQUE, sum) << shift;
        }
        return result;
    }

    @Override
    public boolean rewind() {
        next = 0;
        Arrays.fill(canvas, 0);
        return true;
    }

    @Override
    public void close() {
        decoder.close();
        file.close();
    }
}
