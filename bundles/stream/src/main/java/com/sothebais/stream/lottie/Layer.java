package com.sothebais.stream.lottie;

import java.util.List;

/**
 * A layer of shapes, or one without any that others are fixed to.
 *
 * @param follows placings of the layers it is fixed to, outermost first
 * @param first frame from which it is seen
 * @param last frame from which it is not
 */
record Layer(Placing placing, List<Placing> follows, double first, double last, List<Item> items) {
    Layer {
        follows = List.copyOf(follows);
        items = List.copyOf(items);
    }
}
