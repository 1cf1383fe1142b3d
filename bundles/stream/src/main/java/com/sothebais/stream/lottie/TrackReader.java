package com.sothebais.stream.lottie;

import static com.sothebais.stream.lottie.Fields.isOn;
import static com.sothebais.stream.lottie.Fields.list;
import static com.sothebais.stream.lottie.Fields.need;
import static com.sothebais.stream.lottie.Fields.number;
import static com.sothebais.stream.lottie.Fields.refused;

import com.sothebais.stream.document.Node;
import com.sothebais.stream.easing.Easing;
import com.sothebais.stream.lottie.Curve.Knot;
import com.sothebais.stream.lottie.Track.Key;
import com.sothebais.stream.lottie.Track.Mix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads properties: one value, or keyframes. Counts what it reads, up to a limit for the whole file. */
final class TrackReader {
    /** Keyframes of a file, and points of all its lines. */
    static final int PARTS_MAX = 20_000;

    private int parts;

    Track<Values> values(Node property) {
        return track(property, Fields::values, Values::between);
    }

    Optional<Track<Values>> values(Node node, String name) {
        return node.find(name).map(this::values);
    }

    Track<Curve> curve(Node property) {
        Track<Curve> track = track(property, this::shape, Curve::between);
        long sizes = track.keys().stream()
                .map(key -> key.value().knots().size())
                .distinct()
                .count();
        if (sizes > 1) {
            throw refused(property, "the line has not as many points in each keyframe; give it the same number");
        }
        return track;
    }

    /** Where something is put, on straight ways and curved ones. */
    Track<Values> position(Node property) {
        Map<Double, Bend> bends = new HashMap<>();
        if (isAnimated(property)) {
            for (Node key : list(need(property, "k"))) {
                Optional<Node> out = key.find("to").filter(Node::isList);
                Optional<Node> in = key.find("ti").filter(Node::isList);
                if (out.isPresent() && in.isPresent()) {
                    bends.put(number(need(key, "t")), new Bend(Fields.values(out.get()), Fields.values(in.get())));
                }
            }
        }
        Mix<Values> mix = (from, to, time) -> {
            Bend bend = bends.get(from.frame());
            return bend == null || bend.isStraight()
                    ? Values.between(from, to, time)
                    : bend.at(from.value(), to.value(), from.share(0, time));
        };
        return track(property, Fields::values, mix);
    }

    private <V> Track<V> track(Node property, Function<Node, V> value, Mix<V> mix) {
        if (property.find("x").filter(Node::isText).isPresent()) {
            throw refused(property, "it is an expression, which is not played; bake it into keyframes");
        }
        Node content = need(property, "k");
        if (!isAnimated(property)) {
            count(content);
            return Track.still(value.apply(content));
        }
        List<Node> nodes = list(content);
        List<Key<V>> keys = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            count(node);
            double frame = number(need(node, "t"));
            if (!keys.isEmpty() && frame <= keys.get(keys.size() - 1).frame()) {
                throw refused(node, "keyframes must be in order of time; export it again");
            }
            keys.add(new Key<>(frame, start(nodes, i, value), easings(node), isOn(node, "h")));
        }
        return new Track<>(keys, mix);
    }

    private static boolean isAnimated(Node property) {
        return property.find("k")
                .filter(Node::isList)
                .filter(k -> !k.items().isEmpty() && k.items().get(0).has("t"))
                .isPresent();
    }

    /** Older exporters leave the value of the last key to the end of the one before. */
    private static <V> V start(List<Node> nodes, int index, Function<Node, V> value) {
        Optional<Node> own = nodes.get(index).find("s");
        Node start = own.isPresent() || index == 0 ? need(nodes.get(index), "s") : need(nodes.get(index - 1), "e");
        return value.apply(start);
    }

    private static List<Easing> easings(Node key) {
        if (!key.has("o") || !key.has("i")) {
            return List.of(Easing.LINEAR);
        }
        Values x1 = Fields.values(need(key.field("o"), "x"));
        Values y1 = Fields.values(need(key.field("o"), "y"));
        Values x2 = Fields.values(need(key.field("i"), "x"));
        Values y2 = Fields.values(need(key.field("i"), "y"));
        List<Easing> easings = new ArrayList<>();
        for (int i = 0; i < x1.numbers().size(); i++) {
            easings.add(new Easing(within(x1.get(i)), y1.get(i), within(x2.get(i)), y2.get(i)));
        }
        return easings;
    }

    /** Time never runs backwards. */
    private static double within(double time) {
        return Math.max(0, Math.min(1, time));
    }

    /** A line; in keyframes it stands in a list of its own. */
    private Curve shape(Node node) {
        Node shape = node.isList() && !node.items().isEmpty() ? node.items().get(0) : node;
        List<Node> points = list(need(shape, "v"));
        List<Node> in = list(need(shape, "i"));
        List<Node> out = list(need(shape, "o"));
        if (in.size() != points.size() || out.size() != points.size()) {
            throw refused(shape, "its points and handles differ in number; export it again");
        }
        List<Knot> knots = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            count(points.get(i));
            Values point = Fields.values(points.get(i));
            Values before = Fields.values(in.get(i));
            Values after = Fields.values(out.get(i));
            knots.add(new Knot(point.get(0), point.get(1), before.get(0), before.get(1), after.get(0), after.get(1)));
        }
        return new Curve(isOn(shape, "c"), knots);
    }

    private void count(Node node) {
        if (++parts > PARTS_MAX) {
            throw refused(node, "it has more than " + PARTS_MAX + " keyframes and points; simplify it");
        }
    }

    /** A curved way between two places, run with an even pace. @param out handle of the first place, and in of the second */
    private record Bend(Values out, Values in) {
        private static final int PIECES = 64;

        boolean isStraight() {
            return out.get(0) == 0 && out.get(1) == 0 && in.get(0) == 0 && in.get(1) == 0;
        }

        Values at(Values from, Values to, double share) {
            double[] lengths = new double[PIECES + 1];
            Values last = point(from, to, 0);
            for (int i = 1; i <= PIECES; i++) {
                Values next = point(from, to, i / (double) PIECES);
                lengths[i] = lengths[i - 1] + Math.hypot(next.get(0) - last.get(0), next.get(1) - last.get(1));
                last = next;
            }
            double wanted = share * lengths[PIECES];
            int piece = 1;
            while (piece < PIECES && lengths[piece] < wanted) {
                piece++;
            }
            double length = lengths[piece] - lengths[piece - 1];
            double into = length == 0 ? 0 : (wanted - lengths[piece - 1]) / length;
            return point(from, to, (piece - 1 + into) / PIECES);
        }

        private Values point(Values from, Values to, double t) {
            return Values.of(along(from, to, t, 0), along(from, to, t, 1));
        }

        private double along(Values from, Values to, double t, int dimension) {
            double left = 1 - t;
            double start = from.get(dimension);
            double end = to.get(dimension);
            return left * left * left * start
                    + 3 * left * left * t * (start + out.get(dimension))
                    + 3 * left * t * t * (end + in.get(dimension))
                    + t * t * t * end;
        }
    }
}
