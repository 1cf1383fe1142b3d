package com.sothebais.render.skia.internal;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Content.Bar;
import com.sothebais.api.stream.Content.Code;
import com.sothebais.api.stream.Content.Drawn;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Content.Gradient;
import com.sothebais.api.stream.Content.Panel;
import com.sothebais.api.stream.Content.Picture;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Content.Ticker;
import com.sothebais.api.stream.Pictures;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import io.github.humbleui.skija.Surface;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Composes scenes out of sprites in native memory and copies what was damaged to the platform's pixels. One thread at a time; closing
 * it while it draws waits, and drawing on a closed one is refused, because native memory that is gone would take the JVM along.
 */
final class SkiaCanvas implements Canvas {
    private static final int BLACK = 0xFF000000;

    /** Native copies of pictures and of parts of the host; a picture that zooms is another one at each step. */
    private static final long COPIES_BYTES = 16L << 20;

    private final Size size;
    private final int[] pixels;
    private final Sheet sheet;
    private final Surface surface;
    private final io.github.humbleui.skija.Canvas canvas;
    private final Pictures pictures;
    private final Sprites sprites;
    private final Sprites copies = new Sprites(COPIES_BYTES);
    private final Faces faces = new Faces();
    private final Shaping shaping = new Shaping(faces);
    private final Lettering lettering = new Lettering(faces, shaping);
    private boolean closed;

    SkiaCanvas(Size size, Pictures pictures) {
        this.size = size;
        this.pictures = pictures;
        pixels = new int[size.width() * size.height()];
        Arrays.fill(pixels, BLACK);
        sheet = new Sheet(size.width(), size.height());
        surface = sheet.surface();
        canvas = surface.getCanvas();
        canvas.clear(BLACK);
        sprites = Sprites.of(size);
    }

    @Override
    public synchronized void draw(Scene scene, List<Area> damage) {
        if (closed) {
            throw new IllegalStateException("the canvas is closed");
        }
        if (!scene.size().equals(size)) {
            throw new IllegalArgumentException("expected a scene of " + size + ", got " + scene.size());
        }
        Area whole = new Area(0, 0, size.width(), size.height());
        for (Area damaged : damage) {
            Area clip = damaged.intersection(whole);
            if (!clip.isEmpty()) {
                compose(scene, clip);
                copy(clip);
            }
        }
    }

    private void compose(Scene scene, Area damaged) {
        int saved = canvas.save();
        canvas.clipRect(Sprite.rect(damaged));
        canvas.clear(BLACK);
        for (Element element : scene.elements()) {
            Area clip = damaged.intersection(element.area());
            if (!clip.isEmpty()) {
                element.content().fold(new Brush(element.area(), clip));
            }
        }
        canvas.restoreToCount(saved);
    }

    private void copy(Area area) {
        for (int y = area.y(); y < area.y() + area.height(); y++) {
            int from = y * size.width() + area.x();
            sheet.pixels().get(from, pixels, from, area.width());
        }
    }

    /** What an area's content looks like, before it is clipped to what must be drawn. */
    private record Look(Content content, int width, int height) {}

    /** Lays the sprites of one element down. */
    private final class Brush implements Content.Cases<Boolean> {
        private final Area area;
        private final Area clip;

        Brush(Area area, Area clip) {
            this.area = area;
            this.clip = clip;
        }

        @Override
        public Boolean gradient(Gradient content) {
            return lay(content, () -> Shapes.gradient(content, area.width(), area.height()));
        }

        @Override
        public Boolean panel(Panel content) {
            return lay(content, () -> Shapes.panel(content, area.width(), area.height()));
        }

        @Override
        public Boolean bar(Bar content) {
            return lay(content, () -> Shapes.bar(content, area.width(), area.height()));
        }

        @Override
        public Boolean text(Text content) {
            return lay(content, () -> lettering.text(content, area.width(), area.height()));
        }

        @Override
        public Boolean picture(Picture content) {
            Optional<Bitmap> picture = pictures.picture(content, area.width(), area.height());
            return picture.isPresent() ? lay(picture.get()) : placeholder(content);
        }

        private boolean placeholder(Picture content) {
            PlaceholderKey key = new PlaceholderKey(area.width(), area.height(), content.cornerRadius());
            return lay(sprites.of(key, () -> Shapes.placeholder(key.width, key.height, key.cornerRadius)), 0, 0);
        }

        @Override
        public Boolean ticker(Ticker content) {
            Ticker still = new Ticker(content.text(), content.style(), 0);
            Sprite strip = sprites.of(look(still), () -> lettering.strip(still, area.height()));
            if (strip.width() == 0) {
                return false;
            }
            int first = -Math.floorMod(content.offsetPixels(), strip.width());
            for (int x = first; x < area.width(); x += strip.width()) {
                lay(strip, x, 0);
            }
            return true;
        }

        @Override
        public Boolean figure(Figure content) {
            pictures.figure(content, area.width(), area.height()).forEach(this::lay);
            return true;
        }

        @Override
        public Boolean code(Code content) {
            return lay(content, () -> Shapes.code(content, area.width(), area.height()));
        }

        @Override
        public Boolean drawn(Drawn content) {
            Bitmap bitmap = content.bitmap();
            int left = area.x() + bitmap.x();
            int top = area.y() + bitmap.y();
            Area visible = clip.intersection(new Area(left, top, bitmap.width(), bitmap.height()));
            if (visible.isEmpty()) {
                return false;
            }
            if (bitmap.opaque()) {
                sheet.put(bitmap, left, top, visible);
                return true;
            }
            // It may be another at the next drawing, so its copy is not kept.
            try (Sprite passing = copy(bitmap)) {
                passing.over(canvas, left, top, visible);
            }
            return true;
        }

        private Look look(Content content) {
            return new Look(content, area.width(), area.height());
        }

        private boolean lay(Content content, Supplier<Sprite> draw) {
            return lay(sprites.of(look(content), draw), 0, 0);
        }

        private boolean lay(Bitmap bitmap) {
            boolean seen = bitmap.width() > 0 && bitmap.height() > 0;
            return seen && lay(copies.of(new Same(bitmap.pixels()), () -> copy(bitmap)), bitmap.x(), bitmap.y());
        }

        private Sprite copy(Bitmap bitmap) {
            return Sheet.copy(bitmap.pixels(), bitmap.width(), bitmap.height(), bitmap.opaque());
        }

        private boolean lay(Sprite sprite, int x, int y) {
            sprite.over(canvas, area.x() + x, area.y() + y, clip);
            return true;
        }
    }

    private record PlaceholderKey(int width, int height, int cornerRadius) {}

    /** Bitmaps are told apart by their array, not by what is in it. */
    private static final class Same {
        private final int[] array;

        Same(int[] array) {
            this.array = array;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Same same && same.array == array;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(array);
        }
    }

    @Override
    public int[] pixels() {
        return pixels;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            sprites.close();
            copies.close();
            shaping.close();
            faces.close();
            surface.close();
            sheet.close();
        }
    }
}
