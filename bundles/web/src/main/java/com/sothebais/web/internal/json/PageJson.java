package com.sothebais.web.internal.json;

import java.util.List;

/**
 * Part of a list.
 *
 * @param next give this as {@code cursor} to go on; {@code null} at the end. A page may be short, even empty, and not the last
 */
public record PageJson<T>(List<T> items, String next) {
    public PageJson {
        items = List.copyOf(items);
    }
}
