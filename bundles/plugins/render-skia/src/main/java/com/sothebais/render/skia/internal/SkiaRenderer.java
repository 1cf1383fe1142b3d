package com.sothebais.render.skia.internal;

import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Pictures;
import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.Size;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Offers drawing with Skia; {@link SkiaCheck} switches it on where its library loads. It ranks below Java2D, which needs nothing of
 * the machine, so it draws when the configuration names it or when it is the only one. Thread-safe; each canvas belongs to one thread.
 */
@Component(enabled = false, property = "service.ranking:Integer=-10")
public final class SkiaRenderer implements Renderer {
    private static final String NAME = "skia";

    @Activate
    public SkiaRenderer() {
        // Its library was loaded before it was switched on.
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Canvas open(Size size, Pictures pictures) {
        try {
            return new SkiaCanvas(size, pictures);
        } catch (RuntimeException | LinkageError e) {
            throw new RendererException("Skia cannot open a canvas of " + size + " (" + e.getMessage() + ")", e);
        }
    }
}
