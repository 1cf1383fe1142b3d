package com.sothebais.stream.scene;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Content.Style;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.layout.Item.Look;

/**
 * From the coordinates of a layout to those of the picture.
 *
 * @param canvas what the layout is meant for
 * @param size what is drawn
 */
record Scale(Size canvas, Size size) {

    int length(int pixels) {
        return pixels * size.height() / canvas.height();
    }

    /** Edges are scaled, not extents, so that what touched still touches. */
    Area area(Area area) {
        int left = area.x() * size.width() / canvas.width();
        int top = area.y() * size.height() / canvas.height();
        int right = (area.x() + area.width()) * size.width() / canvas.width();
        int bottom = (area.y() + area.height()) * size.height() / canvas.height();
        return new Area(left, top, right - left, bottom - top);
    }

    Style style(Look look, int color) {
        return new Style(look.weight(), length(look.size()), color, look.align(), look.lines());
    }
}
