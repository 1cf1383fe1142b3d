package com.sothebais.render.skia.internal;

import com.sothebais.api.stream.Area;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Image;
import io.github.humbleui.types.Rect;
import java.util.Optional;

/**
 * Finished pixels of something in native memory, placed relative to the corner of its element. One thread.
 *
 * <p>Everything is drawn into a whole sprite first and composed from it at whole pixels: Skia may round differently when it draws
 * the same shape through another clip, copying and blending pixels cannot.
 */
final class Sprite implements AutoCloseable {
    static final Sprite NOTHING = new Sprite(0, 0, 0, 0, Optional.empty());

    private static final long OVERHEAD_BYTES = 1_024;

    private final int x;
    private final int y;
    private final int width;
    private final int height;
    private final Optional<Image> image;

    private Sprite(int x, int y, int width, int height, Optional<Image> image) {
        this.x = x;
        this.y = y;
        this.width = width;
        this.height = height;
        this.image = image;
    }

    /** The image belongs to the sprite, which is {@code x} and {@code y} pixels from the corner of its element. */
    static Sprite at(int x, int y, Image image) {
        return new Sprite(x, y, image.getWidth(), image.getHeight(), Optional.of(image));
    }

    int width() {
        return width;
    }

    /** What it costs to keep, so that a limit in bytes is also one of number. */
    long bytes() {
        return OVERHEAD_BYTES + 4L * width * height;
    }

    /**
     * Lays the sprite over what is there.
     *
     * @param left where the corner of its element falls
     * @param clip pixels that may change
     */
    void over(Canvas canvas, int left, int top, Area clip) {
        Area visible = clip.intersection(new Area(left + x, top + y, width, height));
        if (visible.isEmpty() || image.isEmpty()) {
            return;
        }
        if (visible.width() == width && visible.height() == height) {
            canvas.drawImage(image.get(), left + x, top + y);
            return;
        }
        int saved = canvas.save();
        canvas.clipRect(rect(visible));
        canvas.drawImage(image.get(), left + x, top + y);
        canvas.restoreToCount(saved);
    }

    static Rect rect(Area area) {
        return Rect.makeXYWH(area.x(), area.y(), area.width(), area.height());
    }

    @Override
    public void close() {
        image.ifPresent(Image::close);
    }
}
