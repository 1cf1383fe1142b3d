package com.sothebais.stream.smil;

import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.PaintParser;
import com.sothebais.stream.markup.Element;
import com.sothebais.stream.markup.Numbers;
import com.sothebais.stream.markup.UnplayedException;
import com.sothebais.stream.smil.Track.Form;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what animations do. Stateless but for the paths it may look up. */
final class TrackReader {
    /** Values of one animation. */
    static final int VALUES_MAX = 1_000;

    private static final Set<String> COLORS = Set.of("fill", "stroke", "stop-color", "flood-color", "color");
    private static final Set<String> JUMPING = Set.of("visibility", "display", "class", "href");
    private static final Map<String, String> INITIAL = Map.of(
            "opacity", "1",
            "fill-opacity", "1",
            "stroke-opacity", "1",
            "stop-opacity", "1",
            "stroke-width", "1",
            "fill", "#000",
            "stop-color", "#000");
    private static final int OPAQUE = 255;
    private static final double FLAT_DEGREES = 1e-9;

    private final PaintParser paints = LoaderContext.createDefault().paintParser();
    private final Function<String, Optional<Element>> elements;

    /** @param elements looks up an element by its id */
    TrackReader(Function<String, Optional<Element>> elements) {
        this.elements = elements;
    }

    /**
     * @param base the attribute without animations
     * @return empty when it changes nothing
     */
    Optional<Track> read(Element animation, Timing timing, String attribute, Optional<String> base) {
        return switch (animation.name()) {
            case "animateMotion" -> motion(animation, timing);
            case "animateTransform" -> transform(animation, timing);
            default -> plain(animation, timing, attribute, base.orElse(INITIAL.getOrDefault(attribute, "0")));
        };
    }

    private Optional<Track> plain(Element animation, Timing timing, String attribute, String base) {
        boolean by = isBy(animation);
        List<String> texts = texts(animation, by ? "" : base);
        List<Numbers> values = new ArrayList<>();
        for (String text : texts) {
            values.add(number(attribute, text));
        }
        if (by && values.size() == 1) {
            // From nothing to what it grows by.
            values.add(0, values.get(0).plus(values.get(0), -1));
        } else if (by && values.get(0).isLike(values.get(1))) {
            values.set(1, values.get(0).plus(values.get(1), 1));
        }
        boolean bare = animation.attribute("from").isEmpty();
        boolean sums = by && bare || animation.attribute("additive").equals("sum");
        boolean jumps = animation.name().equals("set") || JUMPING.contains(attribute);
        return track(animation, timing, values, new Form("", sums, grows(animation)), jumps);
    }

    private Numbers number(String attribute, String text) {
        if (!COLORS.contains(attribute) || text.startsWith("url")) {
            return Numbers.of(text);
        }
        Color color = paints.parseColor(text);
        boolean known = color != null && color.getAlpha() == OPAQUE;
        return Numbers.of(
                known ? "rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")" : text);
    }

    private Optional<Track> transform(Element animation, Timing timing) {
        String type = animation.attribute("type").isEmpty() ? "translate" : animation.attribute("type");
        if (!Set.of("translate", "scale", "rotate", "skewX", "skewY").contains(type)) {
            return Optional.empty();
        }
        boolean by = isBy(animation);
        List<Numbers> values = new ArrayList<>();
        for (String text : texts(animation, type.equals("scale") ? "1" : "0")) {
            values.add(arguments(type, Numbers.of(text).numbers()));
        }
        boolean sums = by || animation.attribute("additive").equals("sum");
        if (by && values.size() == 1) {
            values.add(0, arguments(type, new double[] {type.equals("scale") ? 1 : 0}));
        }
        return track(animation, timing, values, new Form(type + "(", sums, grows(animation)), false);
    }

    /** As many numbers as the function has, so that any two values have values in between. */
    private static Numbers arguments(String type, double[] given) {
        double first = given.length > 0 ? given[0] : 0;
        double second = given.length > 1 ? given[1] : type.equals("scale") ? first : 0;
        return switch (type) {
            case "translate", "scale" -> Numbers.of(first, second);
            case "rotate" -> Numbers.of(first, second, given.length > 2 ? given[2] : 0);
            default -> Numbers.of(first);
        };
    }

    private Optional<Track> motion(Element animation, Timing timing) {
        List<Numbers> points = new ArrayList<>();
        Optional<String> path = animation.inside().stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(inside -> inside.name().equals("mpath"))
                .flatMap(inside -> elements.apply(inside.attribute("href")).stream())
                .map(target -> target.attribute("d"))
                .findFirst()
                .or(() -> Optional.of(animation.attribute("path")).filter(text -> !text.isEmpty()));
        if (path.isPresent()) {
            points.addAll(MotionPath.points(path.get()));
        } else {
            for (String text : texts(animation, "0,0")) {
                points.add(arguments("translate", Numbers.of(text).numbers()));
            }
        }
        if (points.size() < 2) {
            return Optional.empty();
        }
        double[] lengths = lengths(points);
        // Along a path the pace is even in length, whatever it is said to be between the points of the path.
        Pace pace = Pace.of(path.isPresent() ? new Element("animateMotion") : animation, points.size(), lengths, false);
        String rotate = animation.attribute("rotate");
        return Optional.of(
                rotate.startsWith("auto")
                        ? new Track(timing, pace, turned(points, rotate.equals("auto") ? 0 : 180), Form.PLAIN)
                        : new Track(timing, pace, points, new Form("translate(", false, false)));
    }

    /** Each point with the direction to the next. */
    private static List<Numbers> turned(List<Numbers> points, double more) {
        List<Numbers> turned = new ArrayList<>();
        double degrees = 0;
        for (int i = 0; i < points.size(); i++) {
            double[] at = points.get(i).numbers();
            double[] next = points.get(Math.min(i + 1, points.size() - 1)).numbers();
            double ahead = Math.toDegrees(Math.atan2(next[1] - at[1], next[0] - at[0]));
            boolean moves = points.get(i).distance(points.get(Math.min(i + 1, points.size() - 1))) > FLAT_DEGREES;
            // The short way around from the direction before.
            degrees = moves ? degrees + Math.IEEEremainder(ahead + more - degrees, 360) : degrees;
            turned.add(Numbers.of("translate(" + at[0] + " " + at[1] + ") rotate(" + degrees + ")"));
        }
        return turned;
    }

    private static Optional<Track> track(
            Element animation, Timing timing, List<Numbers> values, Form form, boolean jumps) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        boolean like = true;
        for (Numbers value : values) {
            like &= value.isLike(values.get(0));
        }
        double[] lengths = like ? lengths(values) : new double[0];
        return Optional.of(new Track(timing, Pace.of(animation, values.size(), lengths, jumps), values, form));
    }

    private static double[] lengths(List<Numbers> values) {
        double[] lengths = new double[values.size() - 1];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = values.get(i).distance(values.get(i + 1));
        }
        return lengths;
    }

    private static boolean grows(Element animation) {
        return animation.attribute("accumulate").equals("sum");
    }

    private static boolean isBy(Element animation) {
        return animation.attribute("values").isEmpty()
                && animation.attribute("to").isEmpty()
                && !animation.attribute("by").isEmpty();
    }

    /** @param base stands for a missing beginning; left out when empty */
    private static List<String> texts(Element animation, String base) {
        List<String> texts = new ArrayList<>();
        String values = animation.attribute("values");
        if (!values.isEmpty() && !animation.name().equals("set")) {
            String[] all = values.replaceAll(";\\s*$", "").split(";");
            if (all.length > VALUES_MAX) {
                throw new UnplayedException("an animation has more than " + VALUES_MAX + " values; simplify it");
            }
            for (String value : all) {
                texts.add(value.strip());
            }
            return texts;
        }
        String from = animation.attribute("from").isEmpty() ? base : animation.attribute("from");
        String to = animation.attribute("to").isEmpty() ? animation.attribute("by") : animation.attribute("to");
        if (to.isEmpty()) {
            return texts;
        }
        if (!animation.name().equals("set") && !from.isEmpty()) {
            texts.add(from);
        }
        texts.add(to);
        return texts;
    }
}
