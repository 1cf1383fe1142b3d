package com.sothebais.render.skia.internal;

import com.sothebais.api.asset.Assets;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Content.Bar;
import com.sothebais.api.stream.Content.Code;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.api.stream.Content.Gradient;
import com.sothebais.api.stream.Content.Panel;
import com.sothebais.api.stream.Content.Picture;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Content.Ticker;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import io.github.humbleui.skija.Surface;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Composes scenes out of sprites in native memory and copies what was damaged to the platform's pixels. One thread at a time; closing
 * it while it draws waits, and drawing on a closed one is refused, because native memory that is gone would take the JVM along.
 */
final class SkiaCanvas implements Canvas {
    private static final int BLACK = 0xFF000000;

    private final Size size;
    private final int[] pixels;
    private final Sheet sheet;
    private final Surface surface;
    private final io.github.humbleui.skija.Canvas canvas;
    private final Sprites sprites;
    private final Faces faces = new Faces();
    private final Shaping shaping = new Shaping(faces);
    private final Lettering lettering = new Lettering(faces, shaping);
    private boolean closed;

    SkiaCanvas(Size size, Assets assets) {
        this.size = size;
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
            PlaceholderKey key = new PlaceholderKey(area.width(), area.height(), content.cornerRadius());
            return lay(sprites.of(key, () -> Shapes.placeholder(key.width, key.height, key.cornerRadius)), 0);
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
                lay(strip, x);
            }
            return true;
        }

        @Override
        public Boolean figure(Figure content) {
            return false;
        }

        @Override
        public Boolean code(Code content) {
            return lay(content, () -> Shapes.code(content, area.width(), area.height()));
        }

        private Look look(Content content) {
            return new Look(content, area.width(), area.height());
        }

        private boolean lay(Content content, Supplier<Sprite> draw) {
            return lay(sprites.of(look(content), draw), 0);
        }

        private boolean lay(Sprite sprite, int x) {
            sprite.over(canvas, area.x() + x, area.y(), clip);
            return true;
        }
    }

    private record PlaceholderKey(int width, int height, int cornerRadius) {}

    @Override
    public int[] pixels() {
        return pixels;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            sprites.close();
            shaping.close();
            faces.close();
            surface.close();
            sheet.close();
        }
    }
}
