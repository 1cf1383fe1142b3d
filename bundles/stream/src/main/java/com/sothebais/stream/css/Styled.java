package com.sothebais.stream.css;

import com.sothebais.stream.css.Properties.Place;
import com.sothebais.stream.markup.Element;
import com.sothebais.stream.markup.UnplayedException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes what style sheets say to the elements, so that the drawing is the same without them: then what is referred to is counted where it
 * is used, and animations find what they begin from. One thread.
 */
final class Styled {
    /** Characters written in all. */
    static final int CHARS_MAX = 1 << 20;

    /** Boxes that are the element's own. */
    private static final Set<String> OWN_BOXES = Set.of("fill-box", "content-box", "stroke-box", "border-box");

    private final Map<Element, Map<String, Declaration>> declared;
    private final Map<Element, Reference> views = new HashMap<>();
    private int chars;

    Styled(Map<Element, Map<String, Declaration>> declared) {
        this.declared = declared;
    }

    /** @throws UnplayedException when it becomes longer than any drawing */
    void write() {
        // All at first, since colours are inherited.
        declared.forEach(this::style);
        declared.forEach(this::attributes);
    }

    private void style(Element element, Map<String, Declaration> won) {
        StringBuilder style = new StringBuilder();
        won.forEach((name, one) -> {
            boolean elsewhere =
                    name.startsWith("animation") || name.startsWith("transform") || Properties.isGeometry(name);
            if (!elsewhere) {
                style.append(style.isEmpty() ? "" : ";")
                        .append(name)
                        .append(':')
                        .append(one.value());
            }
        });
        chars += style.length();
        if (chars > CHARS_MAX) {
            throw new UnplayedException("its style sheets say more than " + CHARS_MAX
                    + " characters of all elements together; simplify them");
        }
        if (style.isEmpty()) {
            element.attributes().remove("style");
        } else {
            element.attributes().put("style", style.toString());
        }
    }

    private void attributes(Element element, Map<String, Declaration> won) {
        // How large the outermost is, the place it is shown in decides.
        boolean outermost = element.parent().isEmpty();
        Place place = place(element);
        won.forEach((name, one) -> {
            boolean written = name.equals(Properties.TRANSFORM) || Properties.isGeometry(name) && !outermost;
            if (written) {
                Properties.read(name, one.value(), place)
                        .ifPresent(value -> element.attributes().put(attribute(element, name), value.text()));
            }
        });
        String origin = value(won, Properties.ORIGIN);
        String box = value(won, Properties.BOX);
        if (!origin.isEmpty() || place.box().isOwn()) {
            Origin.of(origin.isEmpty() ? origin(element) : origin, place.box())
                    .ifPresent(one -> element.attributes().put(Properties.ORIGIN, one.text()));
        }
        if (place.box().isOwn()) {
            boolean strokes = box.equals("stroke-box") || box.equals("border-box");
            element.attributes().put(Properties.BOX, strokes ? "stroke-box" : "fill-box");
        }
    }

    /** What is turned around when nothing says so: the middle of the outermost, which is a box, and else the corner. */
    static String origin(Element element) {
        return element.parent().isEmpty() ? "50% 50%" : "0 0";
    }

    /** Gradients and patterns have a name of their own for what is a transform in style sheets. */
    static String attribute(Element element, String property) {
        if (!property.equals(Properties.TRANSFORM)) {
            return property;
        }
        return switch (element.name()) {
            case "linearGradient", "radialGradient" -> "gradientTransform";
            case "pattern" -> "patternTransform";
            default -> property;
        };
    }

    /** Where values of an element are read for. */
    Place place(Element element) {
        Reference view = views.computeIfAbsent(Reference.around(element), Reference::of);
        boolean outermost = element.parent().isEmpty();
        // The view of a transform begins at nothing, wherever the view box does; only the outermost is a box of its
        // own.
        Reference box = outermost ? view : new Reference(0, 0, view.width(), view.height(), false);
        boolean own = OWN_BOXES.contains(value(declared.getOrDefault(element, Map.of()), Properties.BOX));
        return new Place(view, own ? box.own() : box, underlying(element, "color"));
    }

    private static String value(Map<String, Declaration> won, String property) {
        return Optional.ofNullable(won.get(property))
                .map(Declaration::value)
                .orElse("")
                .strip();
    }

    /** What a property is without animations. */
    String underlying(Element element, String property) {
        Optional<Element> at = Optional.of(element);
        while (at.isPresent()) {
            String own = own(at.get(), property);
            boolean inherits = own.equals("inherit") || own.equals("unset") && Properties.isInherited(property);
            if (!own.isEmpty() && !inherits) {
                return own.equals("unset") ? Properties.initial(property) : own;
            }
            at = inherits || Properties.isInherited(property) ? at.get().parent() : Optional.empty();
        }
        return Properties.initial(property);
    }

    private String own(Element element, String property) {
        String won = value(declared.getOrDefault(element, Map.of()), property);
        if (!won.isEmpty()) {
            return won;
        }
        String written = element.attribute(attribute(element, property));
        boolean data = property.equals(Properties.PATH) && !written.isEmpty();
        return data ? "path(\"" + written.replace('"', ' ') + "\")" : written;
    }
}
