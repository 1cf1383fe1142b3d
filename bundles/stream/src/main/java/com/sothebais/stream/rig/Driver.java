package com.sothebais.stream.rig;

import java.util.Locale;

/** What moves parts of a figure. Each is a number that is 0 while nothing happens. */
enum Driver {
    /** Where the eyes look: -1 left to 1 right. */
    GAZE,
    /** Where idle motion has carried the head: -1 left to 1 right. */
    SWAY,
    /** How far the lids are closed, to 1. */
    BLINK,
    /** How far the breath is drawn in, to 1. */
    BREATH,
    /** How far speech has opened the mouth, to 1. */
    MOUTH;

    /** As files write it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
