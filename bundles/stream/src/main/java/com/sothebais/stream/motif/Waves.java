package com.sothebais.stream.motif;

/** The same numbers on every machine, which the library's own sine does not promise. */
final class Waves {
    private static final int STEPS = 4_096;
    private static final float[] SINE = new float[STEPS + 1];

    static {
        for (int i = 0; i <= STEPS; i++) {
            SINE[i] = (float) StrictMath.sin(2 * Math.PI * i / STEPS);
        }
    }

    private Waves() {}

    /** @param angle radians */
    static double sine(double angle) {
        double turn = angle / (2 * Math.PI);
        double at = (turn - Math.floor(turn)) * STEPS;
        int step = (int) at;
        return SINE[step] + (SINE[Math.min(STEPS, step + 1)] - SINE[step]) * (at - step);
    }

    /** Anything from 0 to 1, the same for the same place and time. */
    static double noise(double x, double y, double time) {
        long mixed = Math.round(x * 1_000) * 0x9E3779B97F4A7C15L
                ^ Math.round(y * 1_000) * 0xC2B2AE3D27D4EB4FL
                ^ Math.round(time * 1_000) * 0x165667B19E3779F9L;
        mixed ^= mixed >>> 29;
        mixed *= 0xBF58476D1CE4E5B9L;
        return (mixed >>> 40) / (double) (1 << 24);
    }
}
