package com.sothebais.stream.markup;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that moves in a drawing.
 *
 * @param changes by element and attribute
 * @param endMillis when nothing moves any more, from the beginning; infinite when something always does
 */
public record Motion(Map<Element, Map<String, Change>> changes, double endMillis) {
    public static final Motion NONE = new Motion(Map.of(), 0);

    public Motion {
        Map<Element, Map<String, Change>> copy = new LinkedHashMap<>();
        changes.forEach((element, all) -> copy.put(element, new LinkedHashMap<>(all)));
        changes = Collections.unmodifiableMap(copy);
    }

    /** This on top of another. */
    public Motion over(Motion lower) {
        Map<Element, Map<String, Change>> both = new LinkedHashMap<>();
        lower.changes.forEach((element, all) -> both.put(element, new LinkedHashMap<>(all)));
        changes.forEach((element, all) -> {
            Map<String, Change> below = both.computeIfAbsent(element, any -> new LinkedHashMap<>());
            all.forEach((name, change) -> below.merge(name, change, (first, second) -> second.over(first)));
        });
        return new Motion(both, Math.max(endMillis, lower.endMillis));
    }
}
