package com.sothebais.render.skia.internal;

import io.github.humbleui.skija.impl.Library;
import java.util.Optional;

/** Skia's native code, which this machine may not be able to load. */
final class SkiaLibrary {
    private static final String NEEDS =
            "it needs Linux on x64 with glibc 2.35 or later and, on Debian and Ubuntu, the packages libgl1, libegl1 and libfontconfig1;"
                    + " install them and restart the platform";

    private final Runnable load;

    SkiaLibrary() {
        this(Library::load);
    }

    /** @param load throws what the JVM throws when a native library does not load */
    SkiaLibrary(Runnable load) {
        this.load = load;
    }

    /** Loads it. @return why it cannot be used here and what to do; empty when it can */
    Optional<String> trouble() {
        try {
            load.run();
            // One pixel through all of it: a library that loads may still lack what it draws with.
            new Sheet(1, 1).draw(canvas -> canvas.clear(0xFFFFFFFF)).sprite().close();
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            return Optional.of("Skia cannot be loaded (" + e.getMessage() + "): " + NEEDS);
        }
    }
}
