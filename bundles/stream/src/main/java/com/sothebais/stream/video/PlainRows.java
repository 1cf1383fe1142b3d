package com.sothebais.stream.video;

/** Pixel by pixel. */
final class PlainRows implements PixelRows {
    @Override
    public void luma(int[] pixels, int start, int width, byte[] row) {
        luma(pixels, start, 0, width, row);
    }

    @Override
    public void chroma(int[] pixels, int upper, int lower, int width, byte[] u, byte[] v) {
        chroma(pixels, upper, lower, 0, width, u, v);
    }

    /** From a pixel of the row on. */
    static void luma(int[] pixels, int start, int from, int width, byte[] row) {
        for (int i = from; i < width; i++) {
            int pixel = pixels[start + i];
            row[i] = (byte)
                    ((Y_R * (pixel >> 16 & 0xFF) + Y_G * (pixel >> 8 & 0xFF) + Y_B * (pixel & 0xFF) + Y_BASE) >> SHIFT);
        }
    }

    /** From a pixel of the row on, an even one. */
    static void chroma(int[] pixels, int upper, int lower, int from, int width, byte[] u, byte[] v) {
        for (int i = from; i < width; i += 2) {
            int a = pixels[upper + i];
            int b = pixels[upper + i + 1];
            int c = pixels[lower + i];
            int d = pixels[lower + i + 1];
            // Red and blue are added in one word: four times 255 needs ten of the sixteen bits between them.
            int redBlue = (a & 0xFF00FF) + (b & 0xFF00FF) + (c & 0xFF00FF) + (d & 0xFF00FF);
            int green = (a >> 8 & 0xFF) + (b >> 8 & 0xFF) + (c >> 8 & 0xFF) + (d >> 8 & 0xFF);
            int red = redBlue >>> 16;
            int blue = redBlue & 0xFFFF;
            u[i / 2] = (byte) ((U_R * red + U_G * green + UV * blue + UV_BASE) >> UV_SHIFT);
            v[i / 2] = (byte) ((UV * red + V_G * green + V_B * blue + UV_BASE) >> UV_SHIFT);
        }
    }
}
