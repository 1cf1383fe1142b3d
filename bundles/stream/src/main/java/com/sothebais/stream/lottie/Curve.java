package com.sothebais.stream.lottie;

import com.sothebais.stream.lottie.Track.Key;
import java.awt.geom.GeneralPath;
import java.util.ArrayList;
import java.util.List;

/** A line of cubic curves. Immutable. */
record Curve(boolean closed, List<Knot> knots) {
    Curve {
        knots = List.copyOf(knots);
    }

    /** A point of the line; the handles are relative to it. */
    record Knot(double x, double y, double inX, double inY, double outX, double outY) {
        static Knot between(Knot from, Knot to, double share) {
            return new Knot(
                    mix(from.x, to.x, share),
                    mix(from.y, to.y, share),
                    mix(from.inX, to.inX, share),
                    mix(from.inY, to.inY, share),
                    mix(from.outX, to.outX, share),
                    mix(from.outY, to.outY, share));
        }

        private static double mix(double from, double to, double share) {
            return from + (to - from) * share;
        }
    }

    static Curve between(Key<Curve> from, Key<Curve> to, double time) {
        List<Knot> knots = new ArrayList<>();
        for (int i = 0; i < from.value().knots.size(); i++) {
            knots.add(Knot.between(from.value().knots.get(i), to.value().knots.get(i), from.share(0, time)));
        }
        return new Curve(from.value().closed, knots);
    }

    GeneralPath path() {
        GeneralPath path = new GeneralPath();
        if (knots.isEmpty()) {
            return path;
        }
        path.moveTo(knots.get(0).x, knots.get(0).y);
        for (int i = 1; i < knots.size(); i++) {
            curve(path, knots.get(i - 1), knots.get(i));
        }
        if (closed) {
            curve(path, knots.get(knots.size() - 1), knots.get(0));
            path.closePath();
        }
        return path;
    }

    private static void curve(GeneralPath path, Knot from, Knot to) {
        path.curveTo(from.x + from.outX, from.y + from.outY, to.x + to.inX, to.y + to.inY, to.x, to.y);
    }
}
