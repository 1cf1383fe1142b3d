package com.sothebais.stream.css;

import java.util.Optional;

/** A transform of the plane: x' = a x + c y + e, y' = b x + d y + f, as SVG writes it. Immutable. */
record Matrix(double a, double b, double c, double d, double e, double f) {
    static final Matrix NONE = new Matrix(1, 0, 0, 1, 0, 0);

    private static final double FLAT = 1e-12;

    static Matrix turn(double degrees) {
        double sine = Math.sin(Math.toRadians(degrees));
        double cosine = Math.cos(Math.toRadians(degrees));
        return new Matrix(cosine, sine, -sine, cosine, 0, 0);
    }

    /** First the other, then this. */
    Matrix times(Matrix other) {
        return new Matrix(
                a * other.a + c * other.b,
                b * other.a + d * other.b,
                a * other.c + c * other.d,
                b * other.c + d * other.d,
                a * other.e + c * other.f + e,
                b * other.e + d * other.f + f);
    }

    /**
     * A matrix taken apart, as CSS Transforms Level 1 does: moved, turned, skewed by what is left, and before that scaled.
     *
     * @param degrees how far it is turned
     * @param left what is left
     */
    private record Apart(double scaleX, double scaleY, double degrees, Matrix left) {
        static Apart of(Matrix m) {
            double scaleX = Math.hypot(m.a, m.b);
            double scaleY = Math.hypot(m.c, m.d);
            if (m.a * m.d - m.b * m.c < 0) {
                if (m.a < m.d) {
                    scaleX = -scaleX;
                } else {
                    scaleY = -scaleY;
                }
            }
            double sine = m.b / scaleX;
            double cosine = m.a / scaleX;
            double x = m.c / scaleY;
            double y = m.d / scaleY;
            double degrees = Math.toDegrees(Math.atan2(sine, cosine));
            Matrix left = new Matrix(1, 0, cosine * x + sine * y, cosine * y - sine * x, 0, 0);
            return new Apart(scaleX, scaleY, degrees, left);
        }
    }

    /** What lies between this and another; empty when one of them lays all on a line. */
    Optional<Matrix> to(Matrix other, double share) {
        if (Math.abs(a * d - b * c) < FLAT || Math.abs(other.a * other.d - other.b * other.c) < FLAT) {
            return Optional.empty();
        }
        Apart from = Apart.of(this);
        Apart to = Apart.of(other);
        double scaleX = from.scaleX;
        double scaleY = from.scaleY;
        double first = from.degrees;
        double second = to.degrees;
        boolean turnedOver = scaleX < 0 && to.scaleY < 0 || scaleY < 0 && to.scaleX < 0;
        if (turnedOver) {
            scaleX = -scaleX;
            scaleY = -scaleY;
            first += first < 0 ? 180 : -180;
        }
        // The short way around.
        second = first + Math.IEEEremainder(second - first, 360);
        Matrix left =
                new Matrix(1, 0, mixed(from.left.c, to.left.c, share), mixed(from.left.d, to.left.d, share), 0, 0);
        Matrix scaled = new Matrix(mixed(scaleX, to.scaleX, share), 0, 0, mixed(scaleY, to.scaleY, share), 0, 0);
        Matrix moved = new Matrix(1, 0, 0, 1, mixed(e, other.e, share), mixed(f, other.f, share));
        return Optional.of(
                moved.times(turn(mixed(first, second, share))).times(left).times(scaled));
    }

    private static double mixed(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
