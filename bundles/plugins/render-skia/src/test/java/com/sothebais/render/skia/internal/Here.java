package com.sothebais.render.skia.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;

/** This machine, which may lack what Skia needs. */
final class Here {
    private static final Optional<String> TROUBLE = new SkiaLibrary().trouble();

    private Here() {}

    /** The renderer; skips the test, and says what to install, where Skia cannot be loaded. */
    static SkiaRenderer renderer() {
        assumeTrue(TROUBLE.isEmpty(), () -> TROUBLE.orElse(""));
        return new SkiaRenderer();
    }
}
