package com.sothebais.asset.picture;

import java.util.Locale;

/** What is made of an original. */
enum Picture {
    SMALL,
    LARGE,
    /** For those who draw scenes, when they cannot read the original. */
    STILL;

    String suffix() {
        return "-" + name().toLowerCase(Locale.ROOT);
    }
}
