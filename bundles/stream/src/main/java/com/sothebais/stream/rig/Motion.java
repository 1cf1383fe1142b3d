package com.sothebais.stream.rig;

import com.sothebais.api.agent.Mood;
import java.awt.geom.AffineTransform;
import java.util.Map;

/**
 * How something moves. Everything is 0 at rest and adds up.
 *
 * @param pivot what it turns and grows about, units of the rig
 * @param tilt degrees it leans clockwise in a mood
 * @param move units to the right and down at 1
 * @param turn degrees clockwise at 1
 * @param grow percent wider and higher at 1
 */
record Motion(
        Point pivot,
        Map<Mood, Double> tilt,
        Map<Driver, Point> move,
        Map<Driver, Double> turn,
        Map<Driver, Point> grow) {
    static final Motion NONE = new Motion(new Point(0, 0), Map.of(), Map.of(), Map.of(), Map.of());

    /** Two numbers, across and down. */
    record Point(double x, double y) {}

    Motion {
        tilt = Map.copyOf(tilt);
        move = Map.copyOf(move);
        turn = Map.copyOf(turn);
        grow = Map.copyOf(grow);
    }

    boolean isNone() {
        return tilt.isEmpty() && move.isEmpty() && turn.isEmpty() && grow.isEmpty();
    }

    /** Adds it to where things are drawn. @param moving whether it may shift them; else it only turns and grows them */
    void apply(Pose pose, AffineTransform place, boolean moving) {
        if (moving) {
            for (Map.Entry<Driver, Point> each : move.entrySet()) {
                double value = pose.value(each.getKey());
                place.translate(
                        value * each.getValue().x(), value * each.getValue().y());
            }
        }
        double degrees = tilt.getOrDefault(pose.mood(), 0.0);
        for (Map.Entry<Driver, Double> each : turn.entrySet()) {
            degrees += pose.value(each.getKey()) * each.getValue();
        }
        double across = 1;
        double down = 1;
        for (Map.Entry<Driver, Point> each : grow.entrySet()) {
            double value = pose.value(each.getKey()) / 100;
            across += value * each.getValue().x();
            down += value * each.getValue().y();
        }
        if (degrees != 0) {
            place.rotate(Math.toRadians(degrees), pivot.x(), pivot.y());
        }
        if (across != 1 || down != 1) {
            place.translate(pivot.x(), pivot.y());
            place.scale(across, down);
            place.translate(-pivot.x(), -pivot.y());
        }
    }
}
