package com.sothebais.rehearsal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Paints the twelve artworks of the demo show; the same seeds give the same pictures. Run it to change them, the results are
 * committed.
 */
public final class ArtworkPainter {
    private ArtworkPainter() {}

    /** Argument: the directory to write to; further arguments: only these names. */
    public static void main(String[] arguments) throws IOException {
        Map<String, LongFunction<Brush>> motifs = new LinkedHashMap<>();
        motifs.put("01-tidal-moons", painted(Places::new, Places::tidalMoons));
        motifs.put("02-koi-at-dusk", painted(Nature::new, Nature::koi));
        motifs.put("03-silk-weather", painted(Places::new, Places::silkWeather));
        motifs.put("04-nocturne-for-a-city", painted(Places::new, Places::city));
        motifs.put("05-loom-of-hours", painted(Patterns::new, Patterns::loom));
        motifs.put("06-crystal-forest", painted(Nature::new, Nature::crystalForest));
        motifs.put("07-the-patient-maze", painted(Patterns::new, Patterns::maze));
        motifs.put("08-dust-remembers", painted(Patterns::new, Patterns::attractor));
        motifs.put("09-herbarium-of-numbers", painted(Nature::new, Nature::herbarium));
        motifs.put("10-seven-evenings", painted(Places::new, Places::strata));
        motifs.put("11-neon-orchid", painted(Nature::new, Nature::orchid));
        motifs.put("12-the-quiet-cartographer", painted(Places::new, Places::constellations));
        long seed = 0;
        for (Map.Entry<String, LongFunction<Brush>> motif : motifs.entrySet()) {
            seed++;
            if (arguments.length == 1 || motif.getKey().startsWith(arguments[1])) {
                Brush picture = motif.getValue().apply(seed * 7_919);
                picture.write(Path.of(arguments[0], motif.getKey() + ".jpg"));
            }
        }
    }

    /** A picture that comes about from a seed. */
    private static <B extends Brush> LongFunction<Brush> painted(LongFunction<B> canvas, Consumer<B> motif) {
        return seed -> {
            B picture = canvas.apply(seed);
            motif.accept(picture);
            return picture;
        };
    }
}
