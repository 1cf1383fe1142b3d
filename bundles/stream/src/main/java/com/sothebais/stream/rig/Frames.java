package com.sothebais.stream.rig;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import java.util.Optional;

/**
 * Which frames of an animation are shown when.
 *
 * @param mood for which it counts; empty for all
 * @param mouth likewise
 * @param from frame shown while the drive is at its least
 * @param to frame shown while it is at its most
 * @param drive what runs through them; empty for the first alone
 */
record Frames(Optional<Mood> mood, Optional<Mouth> mouth, double from, double to, Optional<Driver> drive) {

    boolean isFor(Pose pose) {
        return mood.filter(wanted -> wanted != pose.mood()).isEmpty()
                && mouth.filter(wanted -> wanted != pose.mouth()).isEmpty();
    }

    double at(Pose pose) {
        if (drive.isEmpty()) {
            return from;
        }
        double value = pose.value(drive.get());
        boolean bothWays = drive.get() == Driver.GAZE || drive.get() == Driver.SWAY;
        double share = bothWays ? (value + 1) / 2 : value;
        return from + (to - from) * Math.max(0, Math.min(1, share));
    }
}
