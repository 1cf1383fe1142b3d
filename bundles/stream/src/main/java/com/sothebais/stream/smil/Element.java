package com.sothebais.stream.smil;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element of a drawing as it was written, without the animations inside of it. */
final class Element {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> inside = new ArrayList<>();

    Element(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Without prefixes; what belongs to editors is not among them. */
    Map<String, String> attributes() {
        return attributes;
    }

    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    /** Elements, and text as strings. */
    List<Object> inside() {
        return inside;
    }
}
