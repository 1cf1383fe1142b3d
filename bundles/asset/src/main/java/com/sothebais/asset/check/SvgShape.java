package com.sothebais.asset.check;

import com.sothebais.api.asset.NamedAsset.Shape;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;

/** How large an SVG wants to be shown: its width and height in pixels, or else the size of its view box. */
final class SvgShape {
    private static final int EDGE_MAX = 1_000_000;
    private static final Pattern PIXELS = Pattern.compile("\\s*([0-9]{1,9})(?:\\.[0-9]{0,9})?(?:px)?\\s*");

    private SvgShape() {}

    static Shape of(Attributes root) {
        OptionalInt width = pixels(root.getValue("width"));
        OptionalInt height = pixels(root.getValue("height"));
        if (width.isPresent() && height.isPresent()) {
            return new Shape(width, height);
        }
        String box = root.getValue("viewBox");
        String[] numbers = box == null ? new String[0] : box.strip().split("[\\s,]+", 5);
        if (numbers.length != 4) {
            return Shape.UNKNOWN;
        }
        OptionalInt across = pixels(numbers[2]);
        OptionalInt down = pixels(numbers[3]);
        return across.isPresent() && down.isPresent() ? new Shape(across, down) : Shape.UNKNOWN;
    }

    private static OptionalInt pixels(String value) {
        Matcher number = PIXELS.matcher(value == null ? "" : value);
        if (!number.matches()) {
            return OptionalInt.empty();
        }
        int pixels = Integer.parseInt(number.group(1));
        return pixels < 1 || pixels > EDGE_MAX ? OptionalInt.empty() : OptionalInt.of(pixels);
    }
}
