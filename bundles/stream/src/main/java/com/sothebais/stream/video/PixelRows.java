package com.sothebais.stream.video;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Converts rows of 0xFFRRGGBB pixels with the limited range matrix of ITU-R BT.709, in whole numbers. Every implementation gives the
 * same bytes.
 */
interface PixelRows {
    int SHIFT = 16;
    int Y_R = 11_966;
    int Y_G = 40_254;
    int Y_B = 4_064;
    int U_R = -6_596;
    int U_G = -22_189;
    int V_G = -26_145;
    int V_B = -2_640;

    /** Of blue in U, and of red in V. */
    int UV = 28_785;

    int Y_BASE = (16 << SHIFT) + (1 << (SHIFT - 1));

    /** Sums of four pixels carry two more bits. */
    int UV_SHIFT = SHIFT + 2;

    int UV_BASE = (128 << UV_SHIFT) + (1 << (UV_SHIFT - 1));

    /** Pixels of a row that is tried. */
    int TRIAL_PIXELS = 1_280;

    /** Enough for the compiler to be done: until then a picture takes a thousand times as long. */
    int TRIAL_ROWS = 1_500;

    /** The brightness of each pixel. */
    void luma(int[] pixels, int start, int width, byte[] row);

    /**
     * The colour of each square of four pixels.
     *
     * @param upper first pixel of the upper row
     * @param lower first pixel of the lower row
     * @param width even
     */
    void chroma(int[] pixels, int upper, int lower, int width, byte[] u, byte[] v);

    /**
     * The fastest that this machine can do: with vector instructions where the JVM was started with the module
     * {@code jdk.incubator.vector}, five times as fast, else in plain Java. Tried once, by whoever asks first.
     */
    static PixelRows fastest() {
        return Tried.FASTEST;
    }

    /** Holds what was found, because the frame thread opens encoders too. Both kinds are without state. */
    final class Tried {
        private static final PixelRows FASTEST = PixelRows.tried();

        private Tried() {}
    }

    private static PixelRows tried() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return new PlainRows();
        }
        try {
            // By name, because the class cannot even be looked at where the module is missing.
            Class<?> vectors = Class.forName("com.sothebais.stream.video.VectorRows");
            PixelRows rows = (PixelRows) vectors.getDeclaredConstructor().newInstance();
            tryOut(rows);
            return rows;
        } catch (ReflectiveOperationException | LinkageError e) {
            Logger log = LoggerFactory.getLogger(PixelRows.class);
            log.info("colours are converted without vector instructions: {}", e.toString());
            return new PlainRows();
        }
    }

    /** An incubator module may be another one in the next JDK and says so at the first call, better here than on air. */
    private static void tryOut(PixelRows rows) {
        int[] pixels = new int[TRIAL_PIXELS];
        byte[] bytes = new byte[TRIAL_PIXELS];
        for (int row = 0; row < TRIAL_ROWS; row++) {
            rows.luma(pixels, 0, TRIAL_PIXELS, bytes);
            rows.chroma(pixels, 0, 0, TRIAL_PIXELS, bytes, bytes);
        }
    }
}
