package com.sothebais.stream.picture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a drawing once before the library does: every element must be known to be harmless, and what references multiply is counted
 * as often as it would be drawn.
 */
final class SvgCheck {
    /** Elements of a file, what references repeat included. */
    static final int ELEMENTS_MAX = 5_000;

    /** Elements inside each other; the library walks them by calling itself. */
    static final int DEPTH_MAX = 60;

    private static final Set<String> DRAWN = Set.of(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "mask",
            "style",
            "pattern",
            "filter",
            "title",
            "desc",
            "metadata");
    private static final Map<String, String> ADVICE = Map.of(
            "script", "remove it",
            "image", "use a PNG in place of the drawing, or trace the picture",
            "text", "convert text to paths",
            "marker", "expand the markers to paths",
            "foreignObject", "remove it",
            "animate", "remove the animation");

    private static final String STEP_ADVICE = "export the effect as PNG, or draw it with gradients";

    /** What editors keep for themselves; the library draws nothing of it. */
    private static final Set<String> EDITORS = Set.of("metadata", "title", "desc");

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Pattern REFERENCE = Pattern.compile("url\\(\\s*['\"]?\\s*#([^)'\"\\s]+)");

    private final Deque<SvgElement> open = new ArrayDeque<>();
    private final Map<String, SvgElement> named = new HashMap<>();
    private int skipped;

    private SvgCheck() {}

    /**
     * @return what it has that takes room and time beyond its shapes
     * @throws SvgRefused with the first reason found
     */
    static SvgEffects check(XMLStreamReader reader) throws XMLStreamException {
        return new SvgCheck().read(reader);
    }

    private SvgEffects read(XMLStreamReader reader) throws XMLStreamException {
        SvgElement root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (skipped > 0 || isForeign(reader)) {
                        skipped++;
                    } else {
                        SvgElement element = start(reader);
                        root = root == null ? element : root;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty() && open.peek().name().equals("style")) {
                        style(reader.getText());
                    }
                }
                case XMLStreamConstants.DTD -> {
                    if (reader.getText() != null && reader.getText().contains("<!ENTITY")) {
                        throw new SvgRefused("it declares entities; save it without them");
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new SvgRefused("it uses entities; save it without them");
                default -> {}
            }
        }
        if (root == null) {
            throw new SvgRefused("it is no SVG: there is nothing in it");
        }
        count(root, new HashSet<>());
        return SvgEffects.of(root, named);
    }

    /** Elements of an editor are left out whole. */
    private boolean isForeign(XMLStreamReader reader) {
        String namespace = reader.getNamespaceURI();
        return !open.isEmpty()
                && (!SVG.equals(namespace) || EDITORS.contains(open.peek().name()));
    }

    private SvgElement start(XMLStreamReader reader) {
        String name = reader.getLocalName();
        if (open.isEmpty() && !(name.equals("svg") && SVG.equals(reader.getNamespaceURI()))) {
            throw new SvgRefused("it is no SVG: the outermost element must be svg in " + SVG);
        }
        if (!DRAWN.contains(name) && !SvgEffects.isStep(name)) {
            String known = name.startsWith("animate") || name.equals("set") ? "animate" : name;
            String advice = ADVICE.getOrDefault(
                    known.equals("tspan") ? "text" : known, name.startsWith("fe") ? STEP_ADVICE : "remove it");
            throw new SvgRefused("line " + reader.getLocation().getLineNumber() + " has the element '" + cut(name)
                    + "', which is not drawn here; " + advice);
        }
        if (open.size() >= DEPTH_MAX) {
            throw new SvgRefused("elements lie more than " + DEPTH_MAX + " deep; ungroup them");
        }
        SvgElement element = new SvgElement(name);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attribute(element, reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        if (!open.isEmpty()) {
            open.peek().inside().add(element);
        }
        open.push(element);
        return element;
    }

    private void attribute(SvgElement element, String name, String value) {
        if (name.toLowerCase(Locale.ROOT).startsWith("on")) {
            throw new SvgRefused("the attribute '" + cut(name) + "' holds a script; remove it");
        }
        element.attributes().put(name, value);
        if (name.equals("id")) {
            named.putIfAbsent(value, element);
        }
        if (name.equals("style")) {
            escapes(value);
        }
        if (name.equals("href")) {
            if (!value.startsWith("#")) {
                throw new SvgRefused("it refers to '" + cut(value) + "' outside of itself; put that into the file");
            }
            element.references().add(value.substring(1));
        }
        Matcher references = REFERENCE.matcher(value);
        while (references.find()) {
            element.references().add(references.group(1));
        }
        if (value.contains("url(") && !REFERENCE.matcher(value).find()) {
            throw new SvgRefused("it refers to '" + cut(value) + "' outside of itself; put that into the file");
        }
    }

    /** References within style sheets cannot be followed by this count, so there must be none. */
    private static void style(String sheet) {
        escapes(sheet);
        if (sheet.contains("dasharray") && !sheet.matches("(?s).*dasharray\\s*:\\s*none.*")) {
            throw new SvgRefused("dashed lines of style sheets are not drawn here; write them at the elements");
        }
        if (sheet.contains("url(") || sheet.contains("@")) {
            throw new SvgRefused("its style sheet uses url or @; write fills and clips as attributes of the elements");
        }
    }

    private static void escapes(String css) {
        if (css.contains("\\")) {
            throw new SvgRefused("its styles use escapes; write them out");
        }
    }

    private void end() {
        if (skipped > 0) {
            skipped--;
        } else {
            open.pop();
        }
    }

    /** How many elements one draws, those it refers to included; each is counted once and remembered. */
    private long count(SvgElement element, Set<SvgElement> above) {
        if (element.drawn() >= 0) {
            return element.drawn();
        }
        if (!above.add(element)) {
            throw new SvgRefused("an element refers to itself; draw a copy of it");
        }
        if (above.size() > DEPTH_MAX) {
            throw new SvgRefused("references lie more than " + DEPTH_MAX + " deep; expand them");
        }
        long drawn = 1;
        for (SvgElement inside : element.inside()) {
            drawn += count(inside, above);
            limit(drawn);
        }
        for (String reference : element.references()) {
            SvgElement target = named.get(reference);
            drawn += target == null ? 0 : count(target, above);
            limit(drawn);
        }
        above.remove(element);
        element.draws(drawn);
        return drawn;
    }

    private static void limit(long drawn) {
        if (drawn > ELEMENTS_MAX) {
            throw new SvgRefused("it draws more than " + ELEMENTS_MAX + " elements; simplify it or use a PNG");
        }
    }

    private static String cut(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
