package com.sothebais.stream.layout;

import com.sothebais.api.stream.Content.Weight;
import com.sothebais.stream.document.Nearest;
import com.sothebais.stream.document.Node;
import com.sothebais.stream.document.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The named colours, fonts and lengths of a layout, with what a campaign changes of them. Used while one layout is read. */
final class Tokens {
    private static final int OPAQUE = 0xFF000000;

    private final Map<String, Integer> colors = new LinkedHashMap<>();
    private final Map<String, Font> fonts = new LinkedHashMap<>();
    private final Map<String, Integer> spacing = new LinkedHashMap<>();
    private final List<Problem> problems;

    /** @param size height of an em, pixels of the canvas */
    record Font(Weight weight, int size) {}

    Tokens(Node style, List<Problem> problems) {
        this.problems = problems;
        take(style);
    }

    private void take(Node style) {
        style.find("colors").ifPresent(all -> all.names().forEach(name -> colors.put(name, value(all.field(name)))));
        style.find("fonts").ifPresent(all -> all.names().forEach(name -> fonts.put(name, font(all.field(name)))));
        style.find("spacing").ifPresent(all -> all.names()
                .forEach(name -> spacing.put(name, all.field(name).number())));
    }

    /** Takes the values of a campaign; it can change what there is and add nothing, because nothing would use it. */
    void override(Node style) {
        known(style, "colors", "color", colors.keySet());
        known(style, "fonts", "font", fonts.keySet());
        known(style, "spacing", "spacing", spacing.keySet());
        take(style);
    }

    private void known(Node style, String group, String what, Set<String> names) {
        style.find(group).ifPresent(all -> all.names().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add(new Problem(
                        Problem.inside(all.path(), name),
                        "the layout has no " + what + " '" + name + "'" + Nearest.advice(name, names)))));
    }

    private static Font font(Node node) {
        Weight weight = Weight.valueOf(node.field("weight").text().toUpperCase(Locale.ROOT));
        return new Font(weight, node.field("size").number());
    }

    /** A colour, 0xAARRGGBB; its name is looked up. */
    int color(Node node) {
        return node.text().startsWith("#")
                ? value(node)
                : find(colors, "color", node).orElse(OPAQUE);
    }

    private static int value(Node node) {
        String digits = node.text().substring(1);
        long value = Long.parseLong(digits, 16);
        return digits.length() == 6 ? OPAQUE | (int) value : (int) (value >>> 8 | (value & 0xFF) << 24);
    }

    Font font(Node node, Font otherwise) {
        return find(fonts, "font", node).orElse(otherwise);
    }

    /** Pixels of the canvas, given as such or by name. */
    int length(Node node) {
        return node.isText() ? find(spacing, "spacing", node).orElse(0) : node.number();
    }

    int length(Node parent, String name) {
        return parent.find(name).map(this::length).orElse(0);
    }

    private <T> Optional<T> find(Map<String, T> values, String what, Node node) {
        T value = values.get(node.text());
        if (value == null) {
            problems.add(new Problem(
                    node.path(),
                    "unknown " + what + " '" + node.text() + "'" + Nearest.advice(node.text(), values.keySet())));
        }
        return Optional.ofNullable(value);
    }
}
