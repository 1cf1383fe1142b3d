package com.sothebais.render.skia.internal;

import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import java.util.Optional;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers the renderer when its native library loads, and else says what is missing: a renderer that cannot draw is not offered, so the
 * platform goes on with another one. It is immediate because the renderer must be there even if nobody asks for health.
 */
@Component(service = HealthSource.class, immediate = true)
public final class SkiaCheck implements HealthSource {
    static final String PART = "render-skia";
    private static final Logger LOG = LoggerFactory.getLogger(SkiaCheck.class);

    private final Health health;

    @Activate
    public SkiaCheck(ComponentContext context) {
        this(new SkiaLibrary(), () -> context.enableComponent(SkiaRenderer.class.getName()));
    }

    SkiaCheck(SkiaLibrary library, Runnable offer) {
        Optional<String> trouble = library.trouble();
        health = trouble.map(why -> Health.degraded(PART, why)).orElseGet(() -> Health.well(PART, "ready"));
        trouble.ifPresentOrElse(why -> LOG.warn("{}; another renderer draws", why), offer);
    }

    @Override
    public Health health() {
        return health;
    }
}
