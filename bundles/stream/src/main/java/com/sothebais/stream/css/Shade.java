package com.sothebais.stream.css;

import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.PaintParser;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A colour. Between two it goes in sRGB and premultiplied, as CSS Color Level 4 has it of colours written this way.
 *
 * @param red 0 to 255, as green and blue
 * @param alpha 0 to 1
 */
record Shade(double red, double green, double blue, double alpha) implements Value {
    private static final PaintParser PAINTS = LoaderContext.createDefault().paintParser();
    private static final double FULL = 255;
    private static final double TURN = 360;

    /** @return empty when it is no colour */
    static Optional<Shade> of(String text) {
        String small = text.strip().toLowerCase(Locale.ROOT);
        if (small.equals("transparent")) {
            return Optional.of(new Shade(0, 0, 0, 0));
        }
        int open = small.indexOf('(');
        if (open > 0 && small.endsWith(")")) {
            return function(small.substring(0, open), small.substring(open + 1, small.length() - 1));
        }
        if (small.isEmpty() || small.equals("none") || small.equals("currentcolor")) {
            return Optional.empty();
        }
        Color color = PAINTS.parseColor(small);
        return Optional.ofNullable(color)
                .map(one -> new Shade(one.getRed(), one.getGreen(), one.getBlue(), one.getAlpha() / FULL));
    }

    private static Optional<Shade> function(String name, String inside) {
        List<String> arguments = Cut.words(inside.replace(',', ' ').replace('/', ' '));
        if (arguments.size() < 3 || arguments.size() > 4) {
            return Optional.empty();
        }
        double alpha = arguments.size() > 3 ? number(arguments.get(3), 1) : 1;
        boolean turned = name.startsWith("hsl");
        List<Double> parts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String part = arguments.get(i);
            parts.add(turned && i == 0 ? Quantity.degrees(part).orElse(Double.NaN) : number(part, turned ? 1 : FULL));
        }
        boolean known = !parts.contains(Double.NaN) && !Double.isNaN(alpha);
        if (!known || !(turned || name.startsWith("rgb"))) {
            return Optional.empty();
        }
        double clear = Math.min(1, Math.max(0, alpha));
        return Optional.of(
                turned
                        ? turned(parts.get(0), parts.get(1), parts.get(2), clear)
                        : new Shade(clamped(parts.get(0)), clamped(parts.get(1)), clamped(parts.get(2)), clear));
    }

    /** @param full what all hundredths are */
    private static double number(String text, double full) {
        return Quantity.of(text)
                .map(one -> switch (one.unit()) {
                    case NUMBER -> one.number();
                    case LENGTH -> one.percent() / 100 * full;
                    default -> Double.NaN;
                })
                .orElse(Double.NaN);
    }

    /** A hue in degrees, as CSS Color has it: each channel is a slope of its own. */
    private static Shade turned(double hue, double saturation, double lightness, double alpha) {
        double vivid = Math.min(1, Math.max(0, saturation));
        double light = Math.min(1, Math.max(0, lightness));
        double reach = vivid * Math.min(light, 1 - light);
        double[] channels = new double[3];
        int[] places = {0, 8, 4};
        for (int i = 0; i < channels.length; i++) {
            double place = (places[i] + ((hue % TURN) + TURN) % TURN / 30) % 12;
            channels[i] = FULL * (light - reach * Math.max(-1, Math.min(Math.min(place - 3, 9 - place), 1)));
        }
        return new Shade(channels[0], channels[1], channels[2], alpha);
    }

    private static double clamped(double channel) {
        return Math.min(FULL, Math.max(0, channel));
    }

    @Override
    public Value to(Value other, double share) {
        if (!(other instanceof Shade to)) {
            return share < 0.5 ? this : other;
        }
        double mixed = Math.min(1, Math.max(0, alpha + (to.alpha - alpha) * share));
        if (mixed == 0) {
            return new Shade(0, 0, 0, 0);
        }
        return new Shade(
                clamped(mixed(red, to.red, to, share) / mixed),
                clamped(mixed(green, to.green, to, share) / mixed),
                clamped(mixed(blue, to.blue, to, share) / mixed),
                mixed);
    }

    private double mixed(double from, double next, Shade to, double share) {
        return from * alpha + (next * to.alpha - from * alpha) * share;
    }

    @Override
    public String text() {
        String channels = Math.round(red) + "," + Math.round(green) + "," + Math.round(blue);
        return alpha < 1
                ? "rgba(" + channels + "," + Math.rint(alpha * 10_000) / 10_000 + ")"
                : "rgb(" + channels + ")";
    }
}
