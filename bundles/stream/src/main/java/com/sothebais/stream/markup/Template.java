package com.sothebais.stream.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a drawing, with gaps for the attributes that change. */
public final class Template {
    /** Not an attribute but what comes before a transform. */
    public static final String MOTION = "(motion)";

    /** Elements inside each other; deeper ones are refused when the text is checked. */
    public static final int DEPTH_MAX = 200;

    /** What style sheets set is stronger than an attribute, and an animation is stronger than style sheets. */
    private static final Set<String> STYLES = Set.of(
            "fill",
            "stroke",
            "opacity",
            "fill-opacity",
            "stroke-opacity",
            "stop-color",
            "stop-opacity",
            "flood-color",
            "flood-opacity",
            "color",
            "stroke-width",
            "stroke-dashoffset",
            "stroke-dasharray",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-miterlimit",
            "fill-rule",
            "visibility",
            "display",
            "font-size",
            "clip-path",
            "mask",
            "filter");

    private final List<Object> pieces = new ArrayList<>();
    private StringBuilder text = new StringBuilder();

    /** One attribute that changes. @param base what it is without that */
    private record Part(Change change, Optional<String> base) {}

    /** The changing attributes of one element. */
    private record Gap(Element element, Map<String, Part> parts) {
        static Gap of(Element element, Map<String, Change> changes) {
            Map<String, Part> parts = new LinkedHashMap<>();
            changes.forEach((name, change) -> parts.put(name, new Part(change, base(element, name))));
            return new Gap(element, parts);
        }
    }

    /**
     * @param changes by element and attribute
     * @throws UnplayedException when it is deeper than is drawn
     */
    public Template(Element root, Map<Element, Map<String, Change>> changes) {
        root.attributes().put("xmlns", "http://www.w3.org/2000/svg");
        write(root, changes, 0);
        pieces.add(text.toString());
    }

    private void write(Element element, Map<Element, Map<String, Change>> changes, int depth) {
        if (depth > DEPTH_MAX) {
            throw new UnplayedException("elements lie more than " + DEPTH_MAX + " deep; ungroup them");
        }
        text.append('<').append(element.name());
        Map<String, Change> changing = changes.getOrDefault(element, Map.of());
        element.attributes().forEach((name, value) -> {
            boolean written = changing.containsKey(name)
                    || changing.containsKey(MOTION) && name.equals("transform")
                    || name.equals("style") && !changing.isEmpty();
            if (!written) {
                attribute(text, name, value);
            }
        });
        if (!changing.isEmpty()) {
            pieces.add(text.toString());
            pieces.add(Gap.of(element, changing));
            text = new StringBuilder();
        }
        text.append('>');
        for (Object inside : element.inside()) {
            if (inside instanceof Element child) {
                write(child, changes, depth + 1);
            } else {
                escaped(text, inside.toString());
            }
        }
        text.append("</").append(element.name()).append('>');
    }

    /** @param millis from the beginning of the drawing */
    public String at(double millis) {
        StringBuilder result = new StringBuilder();
        for (Object piece : pieces) {
            if (piece instanceof Gap gap) {
                fill(result, gap, millis);
            } else {
                result.append(piece);
            }
        }
        return result.toString();
    }

    private static void fill(StringBuilder result, Gap gap, double millis) {
        StringBuilder style = new StringBuilder(gap.element.attribute("style"));
        Map<String, String> values = new LinkedHashMap<>();
        gap.parts.forEach(
                (name, part) -> part.change.at(millis, part.base).ifPresent(value -> values.put(name, value)));
        String motion = values.remove(MOTION);
        if (motion != null) {
            values.put(
                    "transform", motion + " " + values.getOrDefault("transform", gap.element.attribute("transform")));
        }
        values.forEach((name, value) -> {
            if (STYLES.contains(name)) {
                style.append(style.isEmpty() ? "" : ";")
                        .append(name)
                        .append(':')
                        .append(value);
            } else {
                attribute(result, name, value);
            }
        });
        if (gap.parts.containsKey(MOTION) && !values.containsKey("transform")) {
            String transform = gap.element.attribute("transform");
            if (!transform.isEmpty()) {
                attribute(result, "transform", transform);
            }
        }
        if (!style.isEmpty()) {
            attribute(result, "style", style.toString());
        }
    }

    private static void attribute(StringBuilder text, String name, String value) {
        text.append(' ').append(name).append("=\"");
        escaped(text, value);
        text.append('"');
    }

    private static void escaped(StringBuilder text, String plain) {
        for (int i = 0; i < plain.length(); i++) {
            char one = plain.charAt(i);
            switch (one) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                default -> text.append(one);
            }
        }
    }

    /** Whether what style sheets say of it is written there, and not as an attribute. */
    public static boolean isStyle(String name) {
        return STYLES.contains(name);
    }

    /** An attribute of an element, or what its style says of it, which is stronger. */
    public static Optional<String> base(Element element, String attribute) {
        if (STYLES.contains(attribute)) {
            Matcher style = Pattern.compile("(?:^|;)\\s*" + Pattern.quote(attribute) + "\\s*:\\s*([^;]+)")
                    .matcher(element.attribute("style"));
            if (style.find()) {
                return Optional.of(style.group(1).strip());
            }
        }
        return Optional.of(element.attribute(attribute)).filter(value -> !value.isEmpty());
    }
}
