package com.sothebais.api.stream;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What can be on program.
 *
 * @param name {@code show} for the show in its own layout, {@code bars} for the test pattern with its tone, else the name of a
 *     layout: 1 to 60 letters, digits, {@code '_'} or {@code '-'}
 */
public record Source(String name) {
    // Before the sources, which are checked against it.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    /** The show in the layout that is configured. */
    public static final Source SHOW = new Source("show");

    /** Colour bars with frame counter, name and time, and a tone of 1 kHz at -18 dBFS. */
    public static final Source BARS = new Source("bars");

    /** The bundled layout for breaks; a file of the same name takes its place. */
    public static final Source STANDBY = new Source("standby");

    public Source {
        Objects.requireNonNull(name, "name");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "expected 1 to 60 letters, digits, '_' or '-', got " + name.length() + " characters");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
