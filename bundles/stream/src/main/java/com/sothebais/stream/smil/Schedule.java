package com.sothebais.stream.smil;

import com.sothebais.stream.markup.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When animations begin. One may begin when another does, or ends, and so in circles; the schedule is written out for a time and
 * then begins again. What waits for a click never begins.
 */
final class Schedule {
    /** Longest schedule of animations that start each other, milliseconds. */
    static final double CIRCLE_MAX_MILLIS = 600_000;

    /** Beginnings written out, of all animations. */
    static final int BEGINNINGS_MAX = 5_000;

    /** Beginnings of one animation as they are written in the file. */
    private static final int BEGINS_MAX = 50;

    private static final Pattern OTHER =
            Pattern.compile("([\\w.:-]+?)\\.(begin|end)\\s*(?:([+-])\\s*([^\\s+-][^+-]*))?");

    private final List<Part> parts = new ArrayList<>();
    private final PriorityQueue<Start> starts = new PriorityQueue<>(Comparator.comparingDouble(Start::millis));
    private final Map<String, List<Wait>> waits = new HashMap<>();
    private double restartsMillis = Double.POSITIVE_INFINITY;

    /** Something that begins later than another begins or ends. */
    private record Wait(Part part, boolean end, double laterMillis) {}

    /** One animation in it. */
    static final class Part {
        private final String id;
        private final boolean restarts;
        private final Timing timing;
        private final List<Double> at = new ArrayList<>();

        Part(Element animation, Timing timing) {
            this.id = animation.attribute("id");
            this.restarts = !animation.attribute("restart").equals("never");
            this.timing = timing;
        }

        /** The last beginning up to an instant, milliseconds; empty before the first. */
        OptionalDouble begun(double millis) {
            OptionalDouble begun = OptionalDouble.empty();
            for (double one : at) {
                if (one > millis) {
                    return begun;
                }
                begun = OptionalDouble.of(one);
            }
            return begun;
        }
    }

    private record Start(Part part, double millis) {}

    Part add(Element animation, Timing timing) {
        Part part = new Part(animation, timing);
        parts.add(part);
        String begins = animation.attribute("begin");
        String[] all = (begins.isEmpty() ? "0s" : begins).split(";");
        for (int i = 0; i < Math.min(all.length, BEGINS_MAX); i++) {
            begin(part, all[i].strip());
        }
        return part;
    }

    private void begin(Part part, String begin) {
        Clock.millis(begin).ifPresent(millis -> starts.add(new Start(part, millis)));
        Matcher other = OTHER.matcher(begin);
        if (other.matches()) {
            OptionalDouble later =
                    other.group(4) == null ? OptionalDouble.of(0) : Clock.millis(other.group(3) + other.group(4));
            later.ifPresent(millis -> waits.computeIfAbsent(other.group(1), any -> new ArrayList<>())
                    .add(new Wait(part, other.group(2).equals("end"), millis)));
        }
    }

    /** Writes it out, once all are added. */
    void write() {
        int written = 0;
        while (!starts.isEmpty()) {
            Start start = starts.poll();
            if (++written > BEGINNINGS_MAX || start.millis > CIRCLE_MAX_MILLIS && written > parts.size()) {
                restartsMillis = Math.max(1, start.millis);
                return;
            }
            boolean known = !start.part.at.isEmpty() && last(start.part) == start.millis;
            if (!known && (start.part.restarts || start.part.at.isEmpty())) {
                start.part.at.add(start.millis);
                follow(start);
            }
        }
    }

    private static double last(Part part) {
        return part.at.get(part.at.size() - 1);
    }

    private void follow(Start start) {
        for (Wait wait : waits.getOrDefault(start.part.id, List.of())) {
            double from = start.millis + (wait.end ? start.part.timing.activeMillis() : 0);
            // What would begin before what it waits for begins with it.
            double millis = Math.max(start.millis, from + wait.laterMillis);
            if (millis < Double.POSITIVE_INFINITY) {
                starts.add(new Start(wait.part, millis));
            }
        }
    }

    /** The instant within the schedule, which begins again at its end. */
    double within(double millis) {
        return millis % restartsMillis;
    }

    /** When nothing moves any more, milliseconds; infinite when something always does. */
    double endMillis() {
        double end = Double.isInfinite(restartsMillis) ? 0 : Double.POSITIVE_INFINITY;
        for (Part part : parts) {
            if (!part.at.isEmpty()) {
                // A value that is set for ever moves nothing once it is set.
                boolean sets = Double.isInfinite(part.timing.roundMillis());
                double moves = sets && part.timing.isEndless() ? 0 : part.timing.activeMillis();
                end = Math.max(end, last(part) + moves);
            }
        }
        return end;
    }
}
