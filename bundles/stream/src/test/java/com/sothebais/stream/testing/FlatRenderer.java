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

    /** What is not opaque is left out: this renderer knows no glass. */
    private static void copy(int[] pixels, Size size, Area clip, Area place, Bitmap bitmap) {
        int left = place.x() + bitmap.x();
        int top = place.y() + bitmap.y();
        Area seen = clip.intersection(new Area(left, top, bitmap.width(), bitmap.height()));
        for (int y = seen.y(); y < seen.y() + seen.height(); y++) {
            for (int x = seen.x(); x < seen.x() + seen.width(); x++) {
                int pixel = bitmap.pixels()[(y - top) * bitmap.width() + x - left];
                if (pixel >>> 24 == 0xFF) {
                    pixels[y * size.width() + x] = pixel;
                }
            }
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
