package com.sothebais.stream.video;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Size;
import java.nio.ByteBuffer;

/**
 * Converts rectangles of 0xFFRRGGBB pixels to I420 with the limited range matrix of ITU-R BT.709, in whole numbers. Not
 * thread-safe.
 */
final class PixelConverter {
    private final Size size;
    private final PixelRows rows;
    private final byte[] upper;
    private final byte[] lower;
    private final byte[] u;
    private final byte[] v;

    PixelConverter(Size size) {
        this(size, PixelRows.fastest());
    }

    PixelConverter(Size size, PixelRows rows) {
        this.size = size;
        this.rows = rows;
        this.upper = new byte[size.width()];
        this.lower = new byte[size.width()];
        this.u = new byte[size.width() / 2];
        this.v = new byte[size.width() / 2];
    }

    /** Three planes in one piece of memory each, and the bytes from one of their rows to the next. */
    record Planes(ByteBuffer y, ByteBuffer u, ByteBuffer v, int strideY, int strideU, int strideV) {}

    /** @param area with even edges, inside the picture */
    void convert(int[] pixels, Area area, Planes planes) {
        if (((area.x() | area.y() | area.width() | area.height()) & 1) != 0
                || area.x() < 0
                || area.y() < 0
                || area.x() + area.width() > size.width()
                || area.y() + area.height() > size.height()
                || pixels.length < size.width() * size.height()) {
            throw new IllegalArgumentException("expected an even area within " + size + ", got " + area);
        }
        int width = area.width();
        for (int row = area.y(); row < area.y() + area.height(); row += 2) {
            int first = row * size.width() + area.x();
            int second = first + size.width();
            rows.luma(pixels, first, width, upper);
            rows.luma(pixels, second, width, lower);
            rows.chroma(pixels, first, second, width, u, v);
            planes.y().put(row * planes.strideY() + area.x(), upper, 0, width);
            planes.y().put((row + 1) * planes.strideY() + area.x(), lower, 0, width);
            planes.u().put(row / 2 * planes.strideU() + area.x() / 2, u, 0, width / 2);
            planes.v().put(row / 2 * planes.strideV() + area.x() / 2, v, 0, width / 2);
        }
    }
}
