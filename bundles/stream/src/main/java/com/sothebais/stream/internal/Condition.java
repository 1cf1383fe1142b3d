package com.sothebais.stream.internal;

import com.sothebais.api.health.Health;
import com.sothebais.stream.broadcast.Broadcast;
import com.sothebais.stream.picture.Gallery;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the stream is, with a sentence for each trouble. Any thread asks.
 *
 * @param disk what the disks that are written to have left
 */
record Condition(Settings settings, Looks looks, Gallery gallery, DiskWatch disk) {
    private static final String PART = "stream";

    /** @param why it cannot go on air */
    Health broken(String why) {
        return Health.down(PART, "Not on air: " + why);
    }

    Health goingOnAir() {
        return Health.degraded(PART, "Going on air.");
    }

    /**
     * @param encoderTrouble why not the encoder that was asked for encodes
     * @param desk what the director has to know
     */
    Health of(Broadcast broadcast, Optional<String> encoderTrouble, List<String> desk) {
        List<String> others = Stream.of(
                        desk.stream(),
                        disk.trouble().stream(),
                        looks.troubles().stream(),
                        gallery.trouble().stream(),
                        settings.problems().stream())
                .flatMap(troubles -> troubles)
                .toList();
        return Alarms.of(
                PART,
                new Alarms.Signs(
                        broadcast.health(),
                        new Alarms.Target(settings.video().fps(), (int)
                                settings.sound().silence().toSeconds()),
                        broadcast.slate(),
                        broadcast.encoderTrouble().or(() -> encoderTrouble),
                        broadcast.missingSeconds(),
                        new Alarms.Late(broadcast.lateLately(), Broadcast.LATELY_SECONDS),
                        others));
    }
}
