package com.sothebais.stream.scene;

import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Content.Drawn;
import com.sothebais.stream.motif.Bubble;
import com.sothebais.stream.motif.Shader;
import com.sothebais.stream.scene.Composition.Motion;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the platform draws itself, kept for as long as it looks the same. One thread. */
final class Motifs {
    private static final long MILLIS_A_SECOND = 1_000;

    private final Screen screen;
    private final Map<String, Bubbled> bubbles = new HashMap<>();
    private final Map<String, Shaded> shaders = new HashMap<>();

    private record Bubbled(Bubble bubble, Place place, Drawn drawn) {}

    /** The picture of one step. */
    private static final class Shaded {
        private final Shader.Paint paint;
        private final Place place;
        private final Shader shader;
        private long step = -1;
        private Drawn drawn;

        Shaded(Shader.Paint paint, Place place) {
            this.paint = paint;
            this.place = place;
            this.shader = new Shader(paint, place.width(), place.height());
            this.drawn = at(0);
        }

        private Drawn at(long wanted) {
            if (step != wanted) {
                step = wanted;
                drawn = new Drawn(shader.at(wanted));
            }
            return drawn;
        }
    }

    Motifs(Screen screen) {
        this.screen = screen;
    }

    /** @param id of its element */
    Content bubble(String id, Bubble bubble, Place place) {
        Bubbled known = bubbles.get(id);
        if (known == null || !known.bubble.equals(bubble) || !known.place.equals(place)) {
            known = new Bubbled(bubble, place, new Drawn(bubble.drawn(place.width(), place.height())));
            bubbles.put(id, known);
        }
        return known.drawn;
    }

    /** @param id of its element */
    Content shaded(String id, Shader.Paint paint, Place place) {
        return shader(id, paint, place).drawn;
    }

    /** @param id of its element */
    Motion shading(String id, Shader.Paint paint, Place place) {
        Shaded shaded = shader(id, paint, place);
        return (figure, frame) -> shaded.at(screen.millis(frame) * Shader.RATE / MILLIS_A_SECOND);
    }

    private Shaded shader(String id, Shader.Paint paint, Place place) {
        Shaded known = shaders.get(id);
        if (known == null || !known.paint.equals(paint) || !known.place.equals(place)) {
            known = new Shaded(paint, place);
            shaders.put(id, known);
        }
        return known;
    }

    /** Forgets elements that are gone. */
    void keep(Set<String> ids) {
        bubbles.keySet().retainAll(ids);
        shaders.keySet().retainAll(ids);
    }
}
