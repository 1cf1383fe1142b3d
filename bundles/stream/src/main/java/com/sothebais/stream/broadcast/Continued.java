package com.sothebais.stream.broadcast;

import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.output.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A recording that goes on in another file.
 *
 * @param after how much of the feed lies between the first picture of the file before and the first of this one
 */
public record Continued(Output output, Duration after) {
    private static final Logger LOG = LoggerFactory.getLogger(Continued.class);

    /**
     * Completes the file before, or takes back the next one when it got no picture.
     *
     * @param border timestamp of the first picture of the next file
     * @throws MediaException when there is none
     */
    static Continued from(Output before, Output next, OptionalLong border, int fps) {
        if (border.isEmpty()) {
            next.close();
            delete(Path.of(next.status().target()));
            throw new MediaException("no keyframe came within " + Handover.WAIT_MAX.toSeconds() + " s", 0);
        }
        before.close();
        long frames = border.getAsLong() - before.firstPicture().orElse(border.getAsLong());
        return new Continued(next, Duration.ofNanos(frames * TimeUnit.SECONDS.toNanos(1) / fps));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} has nothing in it and cannot be deleted: {}", file, e.toString());
        }
    }
}
