package com.sothebais.stream.lottie;

import java.util.List;

/** What a shape layer is made of. */
sealed interface Item {

    /** Items drawn together, the first on top. */
    record Group(Placing placing, List<Item> items) implements Item {
        public Group {
            items = List.copyOf(items);
        }
    }

    /** A line to be painted. */
    record Outline(Track<Curve> curve) implements Item {}

    /** @param position its middle */
    record Box(Track<Values> position, Track<Values> size, Track<Values> round) implements Item {}

    /** @param position its middle */
    record Oval(Track<Values> position, Track<Values> size) implements Item {}

    /**
     * Paints all lines above it in its group.
     *
     * @param color red, green and blue, 0 to 1
     * @param opacity percent
     */
    record Fill(Track<Values> color, Track<Values> opacity, boolean evenOdd) implements Item {}

    /** Draws all lines above it in its group. @param cap as Java2D counts them, and the join */
    record Stroke(Track<Values> color, Track<Values> opacity, Track<Values> width, int cap, int join, double miterLimit)
            implements Item {}
}
