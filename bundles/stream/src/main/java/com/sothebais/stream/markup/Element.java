package com.sothebais.stream.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element of a drawing as it was written, without the animations inside of it. One thread at a time while it is built. */
public final class Element {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> inside = new ArrayList<>();
    private Optional<Element> parent = Optional.empty();
    private int depth;

    public Element(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** Without prefixes; what belongs to editors is not among them. */
    public Map<String, String> attributes() {
        return attributes;
    }

    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    /** Elements, and text as strings. */
    public List<Object> inside() {
        return inside;
    }

    /** The elements inside, without the text. */
    public List<Element> children() {
        return inside.stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    /** Empty for the outermost. */
    public Optional<Element> parent() {
        return parent;
    }

    /** How many elements it lies in, when it was read. */
    public int depth() {
        return depth;
    }

    void add(Element child) {
        child.parent = Optional.of(this);
        child.depth = depth + 1;
        inside.add(child);
    }

    /** Puts everything inside of it into a new element, the only one inside of it then. */
    public Element wrap(String wrapping) {
        Element wrapper = new Element(wrapping);
        for (Object one : inside) {
            if (one instanceof Element child) {
                wrapper.add(child);
            } else {
                wrapper.inside.add(one);
            }
        }
        inside.clear();
        add(wrapper);
        return wrapper;
    }
}
