package com.sothebais.render.java2d.internal;

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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Composes scenes out of sprites. One thread at a time. */
final class Java2dCanvas implements Canvas {
    private static final int BLACK = 0xFF000000;

    private final Size size;
    private final int[] pixels;
    private final Sprites sprites;
    private final Map<Look, Runs> strips = new Strips();
    private final Lettering lettering;
    private final Pictures pictures;

    Java2dCanvas(Size size, Pictures pictures, Typeface typeface) {
        this.size = size;
        pixels = new int[size.width() * size.height()];
        Arrays.fill(pixels, BLACK);
        sprites = Sprites.of(size);
        lettering = new Lettering(typeface);
        this.pictures = pictures;
    }

    @Override
    public void draw(Scene scene, List<Area> damage) {
        if (!scene.size().equals(size)) {
            throw new IllegalArgumentException("expected a scene of " + size + ", got " + scene.size());
        }
        Area whole = new Area(0, 0, size.width(), size.height());
        for (Area damaged : damage) {
            Area clip = damaged.intersection(whole);
            if (!clip.isEmpty()) {
                if (!isHidden(clip, scene)) {
                    clear(clip);
                }
                for (Element element : scene.elements()) {
                    draw(element, clip);
                }
            }
        }
    }

    /** Whether the lowest element covers the area with pixels that let nothing through. */
    private static boolean isHidden(Area area, Scene scene) {
        return !scene.elements().isEmpty()
                && scene.elements().get(0).content() instanceof Drawn lowest
                && lowest.bitmap().opaque()
                && area.intersection(scene.elements().get(0).area()).equals(area);
    }

    private void clear(Area area) {
        for (int y = area.y(); y < area.y() + area.height(); y++) {
            int from = y * size.width() + area.x();
            Arrays.fill(pixels, from, from + area.width(), BLACK);
        }
    }

    private void draw(Element element, Area damaged) {
        Area clip = damaged.intersection(element.area());
        if (!clip.isEmpty()) {
            element.content().fold(new Brush(element.area(), clip));
        }
    }

    /** Lines of tickers shown lately. */
    private static final class Strips extends LinkedHashMap<Look, Runs> {
        private static final long serialVersionUID = 1L;
        private static final int STRIPS_KEPT = 4;

        Strips() {
            super(STRIPS_KEPT * 2, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Look, Runs> eldest) {
            return size() > STRIPS_KEPT;
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
            return lay(picture.orElseGet(() -> placeholder(content)), 0, 0);
        }

        private Bitmap placeholder(Picture content) {
            PlaceholderKey key = new PlaceholderKey(area.width(), area.height(), content.cornerRadius());
            return sprites.of(key, () -> Shapes.placeholder(key.width, key.height, key.cornerRadius));
        }

        @Override
        public Boolean ticker(Ticker content) {
            Ticker still = new Ticker(content.text(), content.style(), 0);
            Runs strip = strips.computeIfAbsent(look(still), key -> Runs.of(lettering.strip(still, area.height())));
            int width = strip.bitmap().width();
            if (width == 0) {
                return false;
            }
            int first = -Math.floorMod(content.offsetPixels(), width);
            for (int x = first; x < area.width(); x += width) {
                Blend.over(strip, pixels, size.width(), area.x() + x, area.y(), clip);
            }
            return true;
        }

        @Override
        public Boolean figure(Figure content) {
            pictures.figure(content, area.width(), area.height()).forEach(part -> lay(part, 0, 0));
            return true;
        }

        @Override
        public Boolean code(Code content) {
            return lay(content, () -> Shapes.code(content, area.width(), area.height()));
        }

        @Override
        public Boolean drawn(Drawn content) {
            return lay(content.bitmap(), 0, 0);
        }

        private Look look(Content content) {
            return new Look(content, area.width(), area.height());
        }

        private boolean lay(Content content, Supplier<Bitmap> draw) {
            return lay(sprites.of(look(content), draw), 0, 0);
        }

        private boolean lay(Bitmap sprite, int x, int y) {
            Blend.over(sprite, pixels, size.width(), area.x() + x + sprite.x(), area.y() + y + sprite.y(), clip);
            return true;
        }
    }

    private record PlaceholderKey(int width, int height, int cornerRadius) {}

    @Override
    public int[] pixels() {
        return pixels;
    }

    @Override
    public void close() {
        sprites.clear();
        strips.clear();
    }
}
