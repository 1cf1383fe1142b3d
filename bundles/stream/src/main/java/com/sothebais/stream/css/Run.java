package com.sothebais.stream.css;

import java.util.OptionalDouble;

/**
 * When one animation of an element is where, as CSS Animations Level 1 has it.
 *
 * @param roundMillis length of one round, at least 0
 * @param delayMillis until it begins; what is below 0 has passed when the drawing begins
 * @param rounds at least 0, infinite for one that goes on
 * @param backward whether the first round goes from the end
 * @param alternates whether every other round goes the other way
 * @param before whether it shows its beginning while it waits
 * @param after whether it shows its end when it is over
 * @param paused whether it stays where it is when the drawing begins
 */
record Run(
        double roundMillis,
        double delayMillis,
        double rounds,
        boolean backward,
        boolean alternates,
        boolean before,
        boolean after,
        boolean paused) {

    private double activeMillis() {
        return roundMillis == 0 || rounds == 0 ? 0 : roundMillis * rounds;
    }

    /** When nothing moves any more, milliseconds from the beginning of the drawing. */
    double endMillis() {
        return paused ? 0 : Math.max(0, delayMillis + activeMillis());
    }

    /** How far it is between its first and last keyframe, 0 to 1; empty when it shows nothing. */
    OptionalDouble at(double millis) {
        double begun = (paused ? 0 : millis) - delayMillis;
        boolean waits = begun < 0;
        boolean over = !waits && begun >= activeMillis();
        if (waits && !before || over && !after) {
            return OptionalDouble.empty();
        }
        double active = waits ? 0 : Math.min(begun, activeMillis());
        double passed = roundMillis > 0 ? active / roundMillis : waits ? 0 : rounds;
        double share = Double.isInfinite(passed) ? 0 : passed - Math.floor(passed);
        boolean atEnd = over && share == 0 && rounds > 0;
        double round = Double.isInfinite(passed) ? 0 : Math.floor(passed) - (atEnd ? 1 : 0);
        boolean turned = backward ^ (alternates && Math.floorMod((long) round, 2) == 1);
        double towards = atEnd ? 1 : share;
        return OptionalDouble.of(turned ? 1 - towards : towards);
    }
}
