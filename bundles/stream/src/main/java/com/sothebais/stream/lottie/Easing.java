package com.sothebais.stream.lottie;

/**
 * How fast a value goes from one keyframe to the next: a cubic curve from (0, 0) to (1, 1), as CSS has it. Immutable.
 *
 * @param x1 first handle, how much of the time has passed
 * @param y1 first handle, how much of the way is gone
 * @param x2 second handle
 * @param y2 likewise
 */
record Easing(double x1, double y1, double x2, double y2) {
    static final Easing LINEAR = new Easing(0, 0, 1, 1);

    /** Halvings of the time that is looked for: a millionth is far below a pixel. */
    private static final int STEPS = 20;

    /** How much of the way is gone, when so much of the time has passed. */
    double share(double time) {
        if (x1 == y1 && x2 == y2) {
            return time;
        }
        double low = 0;
        double high = 1;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (at(x1, x2, middle) < time) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return at(y1, y2, (low + high) / 2);
    }

    private static double at(double first, double second, double t) {
        double left = 1 - t;
        return 3 * left * left * t * first + 3 * left * t * t * second + t * t * t;
    }
}
