package com.sothebais.auction.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A map that can be changed on trial: a draft keeps its own changes and leaves what it was drafted from alone, so that drafting costs
 * nothing however much the map holds. Keeps the order in which keys came. Not thread-safe; one writer.
 */
final class Overlay<K, V> {
    private final Map<K, V> base;
    /** Changes on trial, empty for what was removed; null when changes go to the base at once. */
    private Map<K, Optional<V>> changes;

    Overlay() {
        this(new LinkedHashMap<>(), null);
    }

    private Overlay(Map<K, V> base, Map<K, Optional<V>> changes) {
        this.base = base;
        this.changes = changes;
    }

    /** A copy to change on trial; what this one had on trial counts from now on. */
    Overlay<K, V> draft() {
        settle();
        return new Overlay<>(base, new LinkedHashMap<>());
    }

    private void settle() {
        if (changes != null) {
            changes.forEach((key, value) -> {
                if (value.isPresent()) {
                    base.put(key, value.get());
                } else {
                    base.remove(key);
                }
            });
            changes = null;
        }
    }

    Optional<V> find(K key) {
        if (changes != null) {
            Optional<V> changed = changes.get(key);
            if (changed != null) {
                return changed;
            }
        }
        return Optional.ofNullable(base.get(key));
    }

    void put(K key, V value) {
        if (changes == null) {
            base.put(key, value);
        } else {
            changes.put(key, Optional.of(value));
        }
    }

    void remove(K key) {
        if (changes == null) {
            base.remove(key);
        } else {
            changes.put(key, Optional.empty());
        }
    }

    int size() {
        return changes == null ? base.size() : entries().size();
    }

    List<V> values() {
        return List.copyOf(entries().values());
    }

    List<K> keys() {
        return new ArrayList<>(entries().keySet());
    }

    /** A copy. */
    Map<K, V> entries() {
        Map<K, V> all = new LinkedHashMap<>(base);
        if (changes != null) {
            changes.forEach((key, value) -> {
                if (value.isPresent()) {
                    all.put(key, value.get());
                } else {
                    all.remove(key);
                }
            });
        }
        return all;
    }
}
