package com.sothebais.render.skia.internal;

import com.sothebais.api.stream.Size;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Sprites drawn lately, least recently used first to go; their native memory is freed as they go. One thread.
 *
 * <p>Its limit is a number of pixels, not of sprites: one background weighs as much as hundreds of captions.
 */
final class Sprites implements AutoCloseable {
    /** A scene of four quadrants overlaps itself about three times; the rest is room for what comes and goes. */
    private static final int CANVASES_KEPT = 6;

    private static final long LEAST_BYTES = 24L << 20;

    private final Map<Object, Sprite> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final long limitBytes;
    private long bytes;

    Sprites(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    static Sprites of(Size size) {
        return new Sprites(Math.max(LEAST_BYTES, 4L * CANVASES_KEPT * size.width() * size.height()));
    }

    /**
     * The sprite of a key that says all there is to say about its looks; drawn when it is not at hand. It is good until the next
     * one is asked for.
     */
    Sprite of(Object key, Supplier<Sprite> draw) {
        Sprite known = kept.get(key);
        if (known != null) {
            return known;
        }
        Sprite drawn = draw.get();
        keep(key, drawn);
        return drawn;
    }

    private void keep(Object key, Sprite sprite) {
        kept.put(key, sprite);
        bytes += sprite.bytes();
        Iterator<Sprite> oldest = kept.values().iterator();
        while (bytes > limitBytes && kept.size() > 1) {
            Sprite gone = oldest.next();
            bytes -= gone.bytes();
            oldest.remove();
            gone.close();
        }
    }

    long bytes() {
        return bytes;
    }

    int count() {
        return kept.size();
    }

    @Override
    public void close() {
        kept.values().forEach(Sprite::close);
        kept.clear();
        bytes = 0;
    }
}
