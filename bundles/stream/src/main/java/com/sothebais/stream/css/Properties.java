package com.sothebais.stream.css;

import com.sothebais.stream.css.Quantity.Unit;
import com.sothebais.stream.css.Value.Word;
import com.sothebais.stream.markup.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The properties that are animated, and how their values are read. */
final class Properties {
    static final String TRANSFORM = "transform";
    static final String ORIGIN = "transform-origin";
    static final String BOX = "transform-box";
    static final String PATH = "d";

    private static final Set<String> CLEAR =
            Set.of("opacity", "fill-opacity", "stroke-opacity", "stop-opacity", "flood-opacity");
    private static final Set<String> COLORS = Set.of("fill", "stroke", "stop-color", "flood-color", "color");
    private static final Set<String> ACROSS = Set.of("x", "cx", "rx", "width");
    private static final Set<String> DOWN = Set.of("y", "cy", "ry", "height");
    private static final Set<String> GEOMETRY = Set.of("x", "cx", "rx", "width", "y", "cy", "ry", "height", "r");
    private static final Set<String> SIZES = Set.of("rx", "ry", "width", "height", "r", "stroke-width");
    private static final Set<String> LENGTHS = Set.of("stroke-width", "stroke-dashoffset");
    private static final Set<String> WORDS =
            Set.of("visibility", "display", "stroke-linecap", "stroke-linejoin", "fill-rule");

    /** What changes nothing in a drawing. */
    private static final Set<String> IDLE = Set.of(
            "will-change",
            "transform-box",
            "transform-style",
            "backface-visibility",
            "cursor",
            "pointer-events",
            "z-index",
            "content",
            "box-shadow",
            "text-shadow",
            "left",
            "top",
            "right",
            "bottom",
            "animation-composition");

    private static final Map<String, String> INITIAL = Map.ofEntries(
            Map.entry("fill", "#000"),
            Map.entry("stroke", "none"),
            Map.entry("color", "#000"),
            Map.entry("stop-color", "#000"),
            Map.entry("flood-color", "#000"),
            Map.entry("stroke-width", "1"),
            Map.entry("stroke-miterlimit", "4"),
            Map.entry("stroke-dasharray", "none"),
            Map.entry("visibility", "visible"),
            Map.entry("display", "inline"),
            Map.entry("stroke-linecap", "butt"),
            Map.entry("stroke-linejoin", "miter"),
            Map.entry("fill-rule", "nonzero"),
            Map.entry("rx", "auto"),
            Map.entry("ry", "auto"),
            Map.entry(TRANSFORM, "none"),
            Map.entry(ORIGIN, "0 0"),
            Map.entry(PATH, "none"));

    /** What elements take over from those around them. */
    private static final Set<String> INHERITED = Set.of(
            "fill",
            "stroke",
            "color",
            "fill-opacity",
            "stroke-opacity",
            "stroke-width",
            "stroke-dasharray",
            "stroke-dashoffset",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-miterlimit",
            "fill-rule",
            "visibility");

    /** Numbers of a list of dashes. */
    private static final int DASHES_MAX = 100;

    private static final Pattern WORD = Pattern.compile("[a-z-]{1,40}");
    private static final Pattern FUNCTION = Pattern.compile("path\\(\\s*(?:\"([^\"]*)\"|'([^']*)')\\s*\\)");

    /**
     * Where values are read for.
     *
     * @param view the view the element lies in
     * @param box what hundredths of transforms are of
     * @param color the colour of {@code currentColor}
     */
    record Place(Reference view, Reference box, String color) {}

    private Properties() {}

    static boolean isInherited(String property) {
        return INHERITED.contains(property);
    }

    static boolean isGeometry(String property) {
        return GEOMETRY.contains(property) || property.equals(PATH);
    }

    /** Whether an animation of it is to be missed. */
    static boolean isSeen(String property) {
        return !IDLE.contains(property)
                && !property.startsWith("-")
                && !property.startsWith("animation")
                && !property.startsWith("background")
                && !property.startsWith("margin");
    }

    static String initial(String property) {
        return INITIAL.getOrDefault(property, CLEAR.contains(property) ? "1" : "0");
    }

    /** @return empty when the property or the value is not understood */
    static Optional<Value> read(String property, String text, Place place) {
        String given = text.equalsIgnoreCase("initial") ? initial(property) : text;
        if (CLEAR.contains(property)) {
            return Quantity.of(given)
                    .filter(one -> one.unit() == Unit.NUMBER || one.unit() == Unit.LENGTH)
                    .map(one -> new Amounts(new double[] {one.number() + one.percent() / 100}, 0, 1));
        }
        if (COLORS.contains(property)) {
            return color(given, place);
        }
        if (WORDS.contains(property)) {
            return word(given);
        }
        return switch (property) {
            case TRANSFORM -> Turns.of(given, place.box).map(Value.class::cast);
            case ORIGIN -> Origin.of(given, place.box).map(Value.class::cast);
            case PATH -> outline(given);
            case "stroke-dasharray" -> given.equalsIgnoreCase("none") ? word("none") : dashes(given, place);
            case "stroke-miterlimit" -> length(property, given, place, 1);
            case "rx", "ry" -> given.equalsIgnoreCase("auto") ? word("auto") : length(property, given, place, 0);
            default ->
                GEOMETRY.contains(property) || LENGTHS.contains(property)
                        ? length(property, given, place, SIZES.contains(property) ? 0 : -Double.MAX_VALUE)
                        : Optional.empty();
        };
    }

    private static Optional<Value> color(String text, Place place) {
        String color = text.equalsIgnoreCase("currentcolor") ? place.color : text;
        Optional<Shade> shade = Shade.of(color);
        if (shade.isPresent()) {
            return Optional.of(shade.get());
        }
        // References stay what they are; the drawing is checked with them.
        boolean known = text.equalsIgnoreCase("none") || text.startsWith("url(#");
        return known ? Optional.of(new Word(text)) : Optional.empty();
    }

    private static Optional<Value> word(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        boolean plain = WORD.matcher(small).matches()
                && !Set.of("inherit", "unset", "revert").contains(small);
        return plain ? Optional.of(new Word(small)) : Optional.empty();
    }

    private static Optional<Value> outline(String text) {
        Matcher function = FUNCTION.matcher(text);
        if (text.equals("none")) {
            return Optional.of(new Outline(Numbers.of("")));
        }
        return function.matches()
                ? Optional.of(
                        new Outline(Numbers.of(function.group(1) == null ? function.group(2) : function.group(1))))
                : Optional.empty();
    }

    private static Optional<Value> dashes(String text, Place place) {
        List<Optional<Quantity>> all = Cut.words(text.replace(',', ' ')).stream()
                .limit(DASHES_MAX + 1L)
                .map(Quantity::of)
                .toList();
        if (all.isEmpty() || all.size() > DASHES_MAX || all.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        double[] numbers = all.stream()
                .mapToDouble(one -> units(one.get(), place.view.diagonal()))
                .toArray();
        return Optional.of(new Amounts(numbers, 0, Double.MAX_VALUE));
    }

    private static Optional<Value> length(String property, String text, Place place, double least) {
        double whole = ACROSS.contains(property)
                ? place.view.width()
                : DOWN.contains(property) ? place.view.height() : place.view.diagonal();
        return Quantity.of(text)
                .filter(one -> one.unit() == Unit.NUMBER || one.unit() == Unit.LENGTH)
                .map(one -> new Amounts(new double[] {units(one, whole)}, least, Double.MAX_VALUE));
    }

    private static double units(Quantity one, double whole) {
        return one.number() + one.percent() / 100 * whole;
    }
}
