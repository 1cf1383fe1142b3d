package com.sothebais.web.internal.guard;

import java.util.regex.Pattern;

/** Which characters a text from outside may have. */
public final class Characters {
    /** Control characters but line feeds, and halves of characters, which no database takes. Signs newer than this Java may be. */
    public static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}&&[^\\n]]|\\p{Cs}");

    private Characters() {}
}
