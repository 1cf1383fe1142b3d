package com.sothebais.stream.testing;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Pictures;
import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import java.util.List;

/** A renderer for tests: every element becomes a flat box whose colour follows from what it shows. */
public class FlatRenderer implements Renderer {
    @Override
    public String name() {
        return "flat";
    }

    @Override
    public Canvas open(Size size, Pictures pictures) {
        int[] pixels = new int[size.width() * size.height()];
        return new Canvas() {
            @Override
            public void draw(Scene scene, List<Area> damage) {
                beforeDraw(scene);
                for (Element element : scene.elements()) {
                    for (Area area : damage) {
                        Area clip = element.area().intersection(area);
                        if (element.content() instanceof Content.Drawn drawn) {
                            copy(pixels, size, clip, element.area(), drawn.bitmap());
                        } else {
                            fill(pixels, size, clip, paint(element.content()));
                        }
                    }
                }
            }

            @Override
            public int[] pixels() {
                return pixels;
            }

            @Override
            public void close() {
                closed();
            }
        };
    }

    /** For a test to choose colours of its own. */
    protected int paint(Content content) {
        return color(content);
    }

    /** For a test to misbehave in. */
    protected void beforeDraw(Scene scene) {}

    /** For a test to notice it. */
    protected void closed() {}

    /** Opaque, and another for other content. */
    public static int color(Content content) {
        return 0xFF000000 | content.hashCode() * 0x9E3779B1 >>> 8;
    }

    private static void copy(int[] pixels, Size size, Area clip, Area place, Bitmap bitmap) {
        for (int y = clip.y(); y < clip.y() + clip.height(); y++) {
            int from = (y - place.y() - bitmap.y()) * bitmap.width() + clip.x() - place.x() - bitmap.x();
            System.arraycopy(bitmap.pixels(), from, pixels, y * size.width() + clip.x(), clip.width());
        }
    }

    private static void fill(int[] pixels, Size size, Area area, int color) {
        for (int y = area.y(); y < area.y() + area.height(); y++) {
            for (int x = area.x(); x < area.x() + area.width(); x++) {
                pixels[y * size.width() + x] = color;
            }
        }
    }
}
