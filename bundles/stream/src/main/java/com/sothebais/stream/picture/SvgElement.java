package com.sothebais.stream.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element of a drawing and what it draws, while the drawing is checked. */
final class SvgElement {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<SvgElement> inside = new ArrayList<>();
    private final List<String> references = new ArrayList<>();
    private long drawn = -1;

    SvgElement(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** By local names. */
    Map<String, String> attributes() {
        return attributes;
    }

    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    List<SvgElement> inside() {
        return inside;
    }

    /** Ids of what it draws besides. */
    List<String> references() {
        return references;
    }

    /** Elements drawn with it, itself included; negative while they are not counted. */
    long drawn() {
        return drawn;
    }

    void draws(long elements) {
        drawn = elements;
    }
}
