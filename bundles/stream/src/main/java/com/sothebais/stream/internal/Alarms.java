package com.sothebais.stream.internal;

import com.sothebais.api.health.Health;
import com.sothebais.api.stream.Curtain;
import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.StreamHealth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what is not well on air, every trouble in a sentence of its own, in the order in which viewers suffer. Pure. */
final class Alarms {

    /** Fewer of the frames that there should be are an alarm. */
    private static final double FPS_SHARE = 0.9;

    /** More late frames of the last seconds are one. */
    private static final double LATE_SHARE = 0.1;

    private static final int SETTLING_SECONDS = 2;

    private Alarms() {}

    /**
     * What is looked at.
     *
     * @param stream the stream itself
     * @param target what it should be
     * @param slate why the slate is on air
     * @param encoder what is wrong with the encoder
     * @param missingSeconds for how long nothing could be heard although music or a voice was on
     * @param late late frames of the last {@code lateSeconds}
     * @param others troubles of desk, disk, layout and settings, the worst first
     */
    record Signs(
            StreamHealth stream,
            Target target,
            Optional<String> slate,
            Optional<String> encoder,
            int missingSeconds,
            Late late,
            List<String> others) {}

    /** @param silenceSeconds without sound until it is an alarm */
    record Target(int fps, int silenceSeconds) {}

    /** @param frames that were late within so many seconds */
    record Late(long frames, int seconds) {}

    static Health of(String part, Signs signs) {
        List<String> troubles = troubles(signs);
        StreamHealth.Picture picture = signs.stream().picture();
        return troubles.isEmpty()
                ? Health.well(
                        part, "On air with " + picture.fps() + " frames a second, " + picture.dropped() + " dropped.")
                : Health.degraded(part, String.join(" ", troubles));
    }

    static List<String> troubles(Signs signs) {
        List<String> troubles = new ArrayList<>();
        signs.slate().map(Alarms::sentence).ifPresent(troubles::add);
        signs.encoder().map(Alarms::sentence).ifPresent(troubles::add);
        if (signs.missingSeconds() >= signs.target().silenceSeconds()) {
            troubles.add("No sound for " + signs.missingSeconds()
                    + " s although music or a voice is on; look at music.decibels and at the voice plugin.");
        }
        frames(signs).ifPresent(troubles::add);
        signs.stream().outputs().forEach(output -> output(output).ifPresent(troubles::add));
        signs.others().stream().map(Alarms::sentence).forEach(troubles::add);
        return troubles;
    }

    private static Optional<String> frames(Signs signs) {
        StreamHealth.Picture picture = signs.stream().picture();
        int fps = signs.target().fps();
        Late late = signs.late();
        if (picture.frames() > (long) fps * SETTLING_SECONDS && picture.fps() < fps * FPS_SHARE) {
            return Optional.of("Only " + picture.fps()
                    + " frames a second; this machine is too busy: choose a smaller size or a faster preset.");
        }
        if (late.frames() > fps * late.seconds() * LATE_SHARE) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "%d of the last %d frames came late; this machine is too busy: choose a smaller size or a faster preset.",
                    late.frames(),
                    fps * late.seconds()));
        }
        return Optional.empty();
    }

    private static Optional<String> output(OutputStatus output) {
        return output.failure().filter(reason -> !reason.equals(Curtain.HELD)).map(reason -> {
            String plain = reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
            return output.state() == OutputStatus.State.FAILED
                    ? "The output " + output.name() + " has given up: " + plain + "; start a new one."
                    : "The output " + output.name() + " is down and tries again by itself: " + plain + ".";
        });
    }

    private static String sentence(String text) {
        String whole = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return whole.endsWith(".") || whole.endsWith("?") ? whole : whole + ".";
    }
}
