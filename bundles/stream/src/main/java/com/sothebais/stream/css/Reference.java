package com.sothebais.stream.css;

import com.sothebais.stream.markup.Element;
import com.sothebais.stream.markup.Numbers;
import java.util.Optional;

/**
 * The box that hundredths of lengths are of, as CSS Transforms Level 1 and SVG 2 have it.
 *
 * @param left corner of a box that does not begin at nothing, as that of the outermost element
 * @param isOwn whether it is the box of the element itself, whose size is known when it is drawn
 */
record Reference(double left, double top, double width, double height, boolean isOwn) {
    private static final int BOX_NUMBERS = 4;

    /** What browsers take for a drawing without a size. */
    private static final double WIDTH = 300;

    private static final double HEIGHT = 150;

    /** The element whose view an element lies in, itself when it is the outermost. */
    static Element around(Element element) {
        Optional<Element> around = element.parent();
        while (around.isPresent() && !isView(around.get())) {
            around = around.get().parent();
        }
        return around.orElse(element);
    }

    private static boolean isView(Element element) {
        return element.parent().isEmpty()
                || element.name().equals("svg")
                || element.name().equals("symbol");
    }

    static Reference of(Element view) {
        double[] box = Numbers.of(view.attribute("viewBox")).numbers();
        if (box.length == BOX_NUMBERS && box[2] > 0 && box[3] > 0) {
            return new Reference(box[0], box[1], box[2], box[3], false);
        }
        return new Reference(0, 0, edge(view, "width", WIDTH), edge(view, "height", HEIGHT), false);
    }

    private static double edge(Element view, String name, double otherwise) {
        return Quantity.of(view.attribute(name))
                .map(Quantity::number)
                .filter(number -> number > 0)
                .orElse(otherwise);
    }

    Reference own() {
        return new Reference(left, top, width, height, true);
    }

    /** What hundredths are of that are neither across nor down. */
    double diagonal() {
        return Math.sqrt((width * width + height * height) / 2);
    }
}
