package com.sothebais.stream.layout;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Size;
import java.util.List;
import java.util.Optional;

/**
 * Where everything stands and how it looks, with every token resolved. Lengths are pixels of its canvas. Immutable.
 *
 * @param canvas the size that its coordinates are meant for; it is scaled to the picture
 * @param regions quadrants and overlays from back to front
 */
public record Layout(String name, Size canvas, Background background, List<Region> regions) {

    /** @param from colour of the upper left corner, 0xAARRGGBB @param to of the lower right one */
    public record Background(int from, int to) {}

    /**
     * A part of the picture.
     *
     * @param items from back to front
     */
    public record Region(Frame frame, List<Item> items) {
        public Region {
            items = List.copyOf(items);
        }
    }

    /**
     * Where something stands, and when.
     *
     * @param id unique in the layout
     * @param box what is drawn behind it
     */
    public record Frame(String id, Area area, When when, Optional<Box> box) {}

    /** A filled box with round corners. @param border fully transparent for none */
    public record Box(Tint fill, Tint border, int corner) {}

    public Layout {
        regions = List.copyOf(regions);
    }
}
