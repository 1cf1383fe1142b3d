package com.sothebais.stream.motif;

/** Patterns in motion. */
public enum Pattern {
    /** Curtains of light that wander. */
    AURORA {
        @Override
        double at(double x, double y, double time) {
            double bend = Waves.sine(1.3 * y + 0.31 * time) + 0.6 * Waves.sine(2.1 * x - 0.23 * time);
            double curtain = 0.5 + 0.5 * Waves.sine(2.4 * x + 1.1 * bend + 0.4 * time);
            double fold = 0.5 + 0.5 * Waves.sine(5.3 * x - 0.9 * bend - 0.27 * time);
            return curtain * curtain * (0.65 + 0.35 * fold) * (0.55 + 0.45 * Waves.sine(0.9 * y + 0.6 + 0.1 * time));
        }
    },
    /** Light that falls from above the middle. */
    RAYS {
        @Override
        double at(double x, double y, double time) {
            double angle = x / (y + 2.2);
            double wide = 0.5 + 0.5 * Waves.sine(7 * angle + 0.35 * time);
            double narrow = 0.5 + 0.5 * Waves.sine(17 * angle - 0.5 * time);
            double fading = Math.max(0, 1 - (y + 1) / 2);
            return wide * (0.5 + 0.5 * narrow) * fading;
        }
    },
    /** The grain of film. */
    GRAIN {
        @Override
        double at(double x, double y, double time) {
            return Waves.noise(x, y, time);
        }
    };

    /**
     * How much of the second colour there is, 0 to 1.
     *
     * @param x from the middle to the right, in halves of the height
     * @param y from the middle down, in halves of the height
     * @param time seconds
     */
    abstract double at(double x, double y, double time);
}
