package com.sothebais.stream.video;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Size;
import java.nio.ByteBuffer;

/**
 * Converts rectangles of 0xFFRRGGBB pixels to I420 with the limited range matrix of ITU-R BT.709, in whole numbers. Not
 * thread-safe.
 */
final class PixelConverter {
    private static final int SHIFT = 16;
    private static final int HALF = 1 << (SHIFT - 1);
    private static final int Y_R = 11_966;
    private static final int Y_G = 40_254;
    private static final int Y_B = 4_064;
    private static final int U_R = -6_596;
    private static final int U_G = -22_189;
    private static final int V_G = -26_145;
    private static final int V_B = -2_640;
    private static final int UV = 28_785;
    private static final int Y_BASE = (16 << SHIFT) + HALF;
    // Sums of four pixels carry two more bits.
    private static final int UV_SHIFT = SHIFT + 2;
    private static final int UV_BASE = (128 << UV_SHIFT) + (1 << (UV_SHIFT - 1));

    private final Size size;
    private final byte[] upper;
    private final byte[] lower;
    private final byte[] u;
    private final byte[] v;

    PixelConverter(Size size) {
        this.size = size;
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
            rows(pixels, row * size.width() + area.x(), width);
            planes.y().put(row * planes.strideY() + area.x(), upper, 0, width);
            planes.y().put((row + 1) * planes.strideY() + area.x(), lower, 0, width);
            planes.u().put(row / 2 * planes.strideU() + area.x() / 2, u, 0, width / 2);
            planes.v().put(row / 2 * planes.strideV() + area.x() / 2, v, 0, width / 2);
        }
    }

    private void rows(int[] pixels, int start, int width) {
        luma(pixels, start, width, upper);
        luma(pixels, start + size.width(), width, lower);
        int first = start;
        int second = start + size.width();
        for (int i = 0; i < width / 2; i++, first += 2, second += 2) {
            int a = pixels[first];
            int b = pixels[first + 1];
            int c = pixels[second];
            int d = pixels[second + 1];
            // Red and blue are added in one word: four times 255 needs ten of the sixteen bits between them.
            int redBlue = (a & 0xFF00FF) + (b & 0xFF00FF) + (c & 0xFF00FF) + (d & 0xFF00FF);
            int green = (a >> 8 & 0xFF) + (b >> 8 & 0xFF) + (c >> 8 & 0xFF) + (d >> 8 & 0xFF);
            int red = redBlue >>> 16;
            int blue = redBlue & 0xFFFF;
            u[i] = (byte) ((U_R * red + U_G * green + UV * blue + UV_BASE) >> UV_SHIFT);
            v[i] = (byte) ((UV * red + V_G * green + V_B * blue + UV_BASE) >> UV_SHIFT);
        }
    }

    private static void luma(int[] pixels, int start, int width, byte[] row) {
        for (int i = 0; i < width; i++) {
            int pixel = pixels[start + i];
            row[i] = (byte)
                    ((Y_R * (pixel >> 16 & 0xFF) + Y_G * (pixel >> 8 & 0xFF) + Y_B * (pixel & 0xFF) + Y_BASE) >> SHIFT);
        }
    }
}
