package com.sothebais.render.skia.internal;

import com.sothebais.api.stream.Area;
import io.github.humbleui.skija.Bitmap;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Pixmap;
import io.github.humbleui.skija.Surface;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.function.Consumer;

/** Transparent native pixels to draw on, freed when closed. One thread. */
final class Sheet implements AutoCloseable {
    /** Skia gives up smooth edges beyond 8,191 pixels, so what is wider is drawn piece by piece. */
    private static final int PIECE_PIXELS = 4_096;

    private static final int BYTES = 4;

    private final int width;
    private final int height;
    private final Bitmap bitmap = new Bitmap();
    private final long address;
    private final IntBuffer pixels;

    /** @throws IllegalStateException when the machine has no memory for it */
    Sheet(int width, int height) {
        this.width = Math.max(1, width);
        this.height = Math.max(1, height);
        if (!bitmap.allocPixels(ImageInfo.makeN32Premul(this.width, this.height), rowBytes())) {
            bitmap.close();
            throw new IllegalStateException("no native memory for " + this.width + "x" + this.height + " pixels");
        }
        bitmap.erase(0);
        try (Pixmap view = bitmap.peekPixels()) {
            address = view.getAddr();
            pixels = view.getBuffer().order(ByteOrder.nativeOrder()).asIntBuffer();
        }
    }

    private long rowBytes() {
        return (long) BYTES * width;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Premultiplied 0xAARRGGBB, row by row; not to be touched once the sheet is closed. */
    IntBuffer pixels() {
        return pixels;
    }

    /** Copies opaque pixels into a part of it. @param left where the left edge of the bitmap falls */
    void put(com.sothebais.api.stream.Bitmap opaque, int left, int top, Area part) {
        for (int y = part.y(); y < part.y() + part.height(); y++) {
            int from = (y - top) * opaque.width() + part.x() - left;
            pixels.put(y * width + part.x(), opaque.pixels(), from, part.width());
        }
    }

    /** A surface of all of it, for whoever draws often; to be closed before the sheet. */
    Surface surface() {
        return Surface.wrapPixels(ImageInfo.makeN32Premul(width, height), address, rowBytes());
    }

    /** Draws; must draw the same thing each time it is asked to. */
    Sheet draw(Consumer<Canvas> painting) {
        for (int left = 0; left < width; left += PIECE_PIXELS) {
            int across = Math.min(PIECE_PIXELS, width - left);
            ImageInfo piece = ImageInfo.makeN32Premul(across, height);
            try (Surface surface = Surface.wrapPixels(piece, address + (long) BYTES * left, rowBytes())) {
                surface.getCanvas().translate(-left, 0);
                painting.accept(surface.getCanvas());
            }
        }
        return this;
    }

    /** What was drawn, cut to its visible part; closes the sheet. */
    Sprite sprite() {
        int left = width;
        int top = height;
        int right = -1;
        int bottom = -1;
        boolean opaque = true;
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            pixels.get(y * width, row);
            for (int x = 0; x < width; x++) {
                int alpha = row[x] >>> 24;
                if (alpha != 0) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
                opaque &= alpha == 255;
            }
        }
        return right < 0 ? nothing() : cut(left, top, right - left + 1, bottom - top + 1, opaque);
    }

    /** What was drawn, with its transparent margins; closes the sheet. */
    Sprite whole() {
        return cut(0, 0, width, height, false);
    }

    private Sprite nothing() {
        close();
        return Sprite.NOTHING;
    }

    private Sprite cut(int left, int top, int across, int down, boolean opaque) {
        if (across == width && down == height) {
            return shared(0, 0, opaque);
        }
        try (Sheet part = new Sheet(across, down)) {
            for (int y = 0; y < down; y++) {
                part.pixels.put(y * across, pixels, (top + y) * width + left, across);
            }
            return part.shared(left, top, opaque);
        } finally {
            close();
        }
    }

    /** An image keeps the pixels of a bitmap that cannot change any more instead of copying them; closes the sheet. */
    private Sprite shared(int left, int top, boolean opaque) {
        if (opaque) {
            bitmap.setAlphaType(ColorAlphaType.OPAQUE);
        }
        try {
            return Sprite.at(left, top, Image.makeRasterFromBitmap(bitmap.setImmutable()));
        } finally {
            close();
        }
    }

    /** A native copy of pixels, placed at the corner of its element. @param source premultiplied 0xAARRGGBB, row by row */
    static Sprite copy(int[] source, int width, int height, boolean opaque) {
        Sheet sheet = new Sheet(width, height);
        sheet.pixels.put(0, source);
        return sheet.shared(0, 0, opaque);
    }

    @Override
    public void close() {
        bitmap.close();
    }
}
