package com.sothebais.stream.easing;

/**
 * How far a value is when so much of its time has passed: a cubic curve from (0, 0) to (1, 1), as CSS Easing Functions Level 1, SMIL
 * and Lottie have it. Immutable.
 *
 * @param x1 first handle, how much of the time has passed, 0 to 1
 * @param y1 first handle, how much of the way is gone
 * @param x2 second handle, 0 to 1
 * @param y2 likewise
 */
public record Easing(double x1, double y1, double x2, double y2) {
    public static final Easing LINEAR = new Easing(0, 0, 1, 1);

    /** Halvings of the time that is looked for: far below a pixel. */
    private static final int HALVINGS = 24;

    /** How much of the way is gone. @param time how much has passed, 0 to 1 */
    public double share(double time) {
        if (x1 == y1 && x2 == y2) {
            return time;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (cubic(x1, x2, middle) < time) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return cubic(y1, y2, (low + high) / 2);
    }

    private static double cubic(double first, double second, double along) {
        double rest = 1 - along;
        return 3 * rest * rest * along * first + 3 * rest * along * along * second + along * along * along;
    }
}
