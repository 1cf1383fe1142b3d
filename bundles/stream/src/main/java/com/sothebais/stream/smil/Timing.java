package com.sothebais.stream.smil;

import com.sothebais.stream.markup.Element;
import com.sothebais.stream.markup.Numbers;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How long one animation runs once it has begun.
 *
 * @param roundMillis length of one round, infinite for one that only has a beginning
 * @param activeMillis length of all rounds, infinite for one that goes on
 * @param stays whether its last value stays when it is over
 */
record Timing(double roundMillis, double activeMillis, boolean stays) {
    /** A shorter round is noise that no stream shows; some files write zero. */
    private static final double ROUND_MIN_MILLIS = 10;

    /** Which round, 0 for the first, and how far into it, 0 to 1. */
    record Moment(long round, double share) {}

    /** @return empty when it never runs, because it has no length */
    static Optional<Timing> of(Element animation) {
        boolean sets = animation.name().equals("set");
        OptionalDouble written = Clock.millis(animation.attribute("dur"));
        if (written.isEmpty() && !sets || written.isPresent() && written.getAsDouble() < ROUND_MIN_MILLIS) {
            return Optional.empty();
        }
        double round = written.orElse(Double.POSITIVE_INFINITY);
        String count = animation.attribute("repeatCount");
        String repeat = animation.attribute("repeatDur");
        double active = count.isEmpty() && !repeat.isEmpty() ? Double.POSITIVE_INFINITY : round * count(count);
        active = Math.min(active, Clock.millis(repeat).orElse(Double.POSITIVE_INFINITY));
        return active > 0
                ? Optional.of(
                        new Timing(round, active, animation.attribute("fill").equals("freeze")))
                : Optional.empty();
    }

    private static double count(String text) {
        if (text.isEmpty()) {
            return 1;
        }
        if (text.equals("indefinite")) {
            return Double.POSITIVE_INFINITY;
        }
        return Numbers.isOne(text) ? Double.parseDouble(text) : 1;
    }

    boolean isEndless() {
        return Double.isInfinite(activeMillis);
    }

    /** Where it is so long after its beginning; empty when it is over and leaves nothing. */
    Optional<Moment> at(double millis) {
        if (millis < 0 || millis >= activeMillis && !stays) {
            return Optional.empty();
        }
        if (Double.isInfinite(roundMillis)) {
            return Optional.of(new Moment(0, 0));
        }
        double rounds = Math.min(millis, activeMillis) / roundMillis;
        long round = (long) Math.floor(rounds);
        boolean atEnd = millis >= activeMillis && rounds == round && round > 0;
        return Optional.of(atEnd ? new Moment(round - 1, 1) : new Moment(round, rounds - round));
    }
}
