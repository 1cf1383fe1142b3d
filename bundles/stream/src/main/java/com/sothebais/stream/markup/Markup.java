package com.sothebais.stream.markup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A drawing as its elements, and the animations apart from them. One thread at a time. */
public final class Markup {
    private static final String SVG = "http://www.w3.org/2000/svg";

    /** Animations of one drawing; each is worked out for every picture. */
    public static final int ANIMATIONS_MAX = 300;

    /** Elements of one drawing; what copies multiply is counted when it is drawn. */
    public static final int ELEMENTS_MAX = 20_000;

    private static final Set<String> ANIMATIONS =
            Set.of("animate", "animateColor", "animateTransform", "animateMotion", "set");

    private final Deque<Element> open = new ArrayDeque<>();
    private final Map<String, Element> named = new HashMap<>();
    private final List<Animation> animations = new ArrayList<>();
    private Optional<Element> root = Optional.empty();
    private int elements;

    /** An animation, and the element it stands in. */
    public record Animation(Element written, Element parent) {
        /** The attribute it changes; one of its own for movements along a path, which are added to any transform. */
        public String attribute() {
            return switch (written.name()) {
                case "animateMotion" -> Template.MOTION;
                case "animateTransform" -> "transform";
                default -> written.attribute("attributeName");
            };
        }
    }

    private Markup() {}

    /**
     * @throws UnplayedException when it has more than is played
     * @throws XMLStreamException when it is no XML
     */
    public static Markup read(XMLStreamReader xml) throws XMLStreamException {
        Markup markup = new Markup();
        markup.readAll(xml);
        return markup;
    }

    private void readAll(XMLStreamReader reader) throws XMLStreamException {
        int skipped = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (skipped > 0 || !SVG.equals(reader.getNamespaceURI())) {
                        skipped++;
                    } else {
                        begin(reader);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (skipped > 0) {
                        skipped--;
                    } else {
                        open.pop();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (skipped == 0 && !open.isEmpty()) {
                        open.peek().inside().add(reader.getText());
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnplayedException("it uses entities; save it without them");
                default -> {}
            }
        }
    }

    private void begin(XMLStreamReader reader) {
        if (++elements > ELEMENTS_MAX) {
            throw new UnplayedException("it has more than " + ELEMENTS_MAX + " elements; simplify it");
        }
        Element element = new Element(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            boolean plain = namespace == null || namespace.isEmpty();
            if (plain || reader.getAttributeLocalName(i).equals("href")) {
                element.attributes().put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }
        named.putIfAbsent(element.attribute("id"), element);
        if (open.isEmpty()) {
            root = root.or(() -> Optional.of(element));
        } else if (ANIMATIONS.contains(element.name())) {
            animations.add(new Animation(element, open.peek()));
            if (animations.size() > ANIMATIONS_MAX) {
                throw new UnplayedException("it has more than " + ANIMATIONS_MAX + " animations; simplify it");
            }
        } else {
            open.peek().add(element);
        }
        open.push(element);
    }

    public Optional<Element> root() {
        return root;
    }

    public List<Animation> animations() {
        return animations;
    }

    /** The element an animation changes. */
    public Optional<Element> target(Animation animation) {
        String href = animation.written.attribute("href");
        return href.isEmpty() ? Optional.of(animation.parent) : named(href);
    }

    /** @param reference an id with a hash before it */
    public Optional<Element> named(String reference) {
        return reference.length() > 1 && reference.charAt(0) == '#'
                ? Optional.ofNullable(named.get(reference.substring(1)))
                : Optional.empty();
    }
}
