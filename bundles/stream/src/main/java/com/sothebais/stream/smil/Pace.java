package com.sothebais.stream.smil;

import com.sothebais.stream.easing.Easing;
import com.sothebais.stream.markup.Element;
import com.sothebais.stream.markup.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which of the values of an animation are due, and how far between them it is. Immutable. */
final class Pace {
    private static final int HANDLES = 4;

    private final int count;
    private final double[] times;
    private final List<Easing> bends;
    private final boolean jumps;

    private Pace(int count, double[] times, List<Easing> bends, boolean jumps) {
        this.count = count;
        this.times = times;
        this.bends = bends;
        this.jumps = jumps;
    }

    /** A place between two values. */
    record Place(int from, double share) {}

    /**
     * The pace as it is written; what is damaged is left out, and then the values follow each other evenly.
     *
     * @param lengths ways between the values, one less than them, for a pace that is even in length; empty when there are none
     */
    static Pace of(Element animation, int count, double[] lengths, boolean jumps) {
        String mode = animation.attribute("calcMode");
        boolean even =
                mode.equals("paced") || mode.isEmpty() && animation.name().equals("animateMotion");
        boolean stepped = jumps || mode.equals("discrete");
        double[] times = even && lengths.length == count - 1 ? paced(lengths) : keyTimes(animation, count, stepped);
        List<Easing> bends = mode.equals("spline") ? bends(animation.attribute("keySplines"), count - 1) : List.of();
        return new Pace(count, times, bends, stepped);
    }

    private static double[] paced(double[] lengths) {
        double all = Arrays.stream(lengths).sum();
        double[] times = new double[lengths.length + 1];
        for (int i = 1; i < times.length; i++) {
            times[i] = all > 0 ? times[i - 1] + lengths[i - 1] / all : (double) i / lengths.length;
        }
        return times;
    }

    private static double[] keyTimes(Element animation, int count, boolean stepped) {
        double[] even = new double[count];
        for (int i = 0; i < count; i++) {
            even[i] = stepped ? (double) i / count : count == 1 ? 0 : (double) i / (count - 1);
        }
        String[] written =
                animation.attribute("keyTimes").replaceAll(";\\s*$", "").split(";");
        if (written.length != count) {
            return even;
        }
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            String time = written[i].strip();
            if (!Numbers.isOne(time)) {
                return even;
            }
            times[i] = Double.parseDouble(time);
            if (times[i] < (i == 0 ? 0 : times[i - 1]) || times[i] > 1) {
                return even;
            }
        }
        return times;
    }

    private static List<Easing> bends(String text, int count) {
        List<Easing> bends = new ArrayList<>();
        for (String one : text.replaceAll(";\\s*$", "").split(";")) {
            double[] handles = Numbers.of(one).numbers();
            if (handles.length != HANDLES || Arrays.stream(handles).anyMatch(handle -> handle < 0 || handle > 1)) {
                return List.of();
            }
            bends.add(new Easing(handles[0], handles[1], handles[2], handles[3]));
        }
        return bends.size() == count ? bends : List.of();
    }

    /** @param share of a round, 0 to 1 */
    Place at(double share) {
        int last = count - 1;
        int from = 0;
        while (from < last && times[from + 1] <= share) {
            from++;
        }
        if (jumps || from == last) {
            return new Place(from, 0);
        }
        double length = times[from + 1] - times[from];
        double within = length > 0 ? Math.max(0, share - times[from]) / length : 1;
        return new Place(from, from < bends.size() ? bends.get(from).share(within) : within);
    }
}
