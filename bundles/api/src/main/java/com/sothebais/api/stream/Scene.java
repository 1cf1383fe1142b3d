package com.sothebais.api.stream;

import java.util.List;
import java.util.Objects;

/** What to show: elements from back to front. Immutable; two equal scenes look the same. */
public record Scene(Size size, List<Element> elements) {
    public Scene {
        Objects.requireNonNull(size, "size");
        elements = List.copyOf(elements);
    }

    /**
     * One thing in a scene. Two elements that are equal look the same; damage is found by comparing elements of the same id.
     *
     * @param id unique in the scene and stable from scene to scene
     * @param area where it may draw; it is clipped there
     */
    public record Element(String id, Area area, Content content) {
        public Element {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(area, "area");
            Objects.requireNonNull(content, "content");
        }
    }
}
