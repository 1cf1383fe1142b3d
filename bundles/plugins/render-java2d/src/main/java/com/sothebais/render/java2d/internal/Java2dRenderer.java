package com.sothebais.render.java2d.internal;

import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Content.Weight;
import com.sothebais.api.stream.Pictures;
import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.Size;
import java.util.Arrays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Offers drawing with Java2D, which every JDK brings along. Thread-safe; each canvas belongs to one thread. */
@Component(service = {Renderer.class, HealthSource.class})
public final class Java2dRenderer implements Renderer, HealthSource {
    private static final String NAME = "java2d";
    private static final String PART = "render-java2d";

    private volatile Health health;
    private volatile Typeface typeface;

    @Activate
    public Java2dRenderer() {
        health = Health.well(PART, "ready");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Canvas open(Size size, Pictures pictures) {
        return new Java2dCanvas(size, pictures, typeface());
    }

    /** The fonts are read at the first canvas, so that a machine without any still starts and says what is missing. */
    private Typeface typeface() {
        Typeface known = typeface;
        if (known != null) {
            return known;
        }
        try {
            Typeface loaded = Typeface.bundled();
            boolean complete = Arrays.stream(Weight.values()).allMatch(loaded::bundled);
            health = complete
                    ? Health.well(PART, "draws with " + String.join(", ", loaded.names()))
                    : Health.degraded(PART, "a bundled font is missing: reinstall the plugin");
            typeface = loaded;
            return loaded;
        } catch (RuntimeException | LinkageError | InternalError e) {
            // Without fontconfig the JDK fails in one of these ways, whatever is asked of it.
            String message = "Java cannot use fonts here: install fontconfig and fonts-dejavu-core (" + e + ")";
            health = Health.down(PART, message);
            throw new RendererException(message, e);
        }
    }

    @Override
    public Health health() {
        return health;
    }
}
