package com.sothebais.api.stream;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.asset.AssetId;
import java.util.Objects;

/** What an element shows. Colours are 0xAARRGGBB, not premultiplied; lengths are pixels. */
public sealed interface Content {

    <R> R fold(Cases<R> cases);

    /** One case per kind of content. */
    interface Cases<R> {
        R gradient(Gradient content);

        R panel(Panel content);

        R text(Text content);

        R picture(Picture content);

        R bar(Bar content);

        R ticker(Ticker content);

        R figure(Figure content);

        R code(Code content);

        R drawn(Drawn content);
    }

    /** Fills the area from the upper left to the lower right colour. */
    record Gradient(int from, int to) implements Content {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.gradient(this);
        }
    }

    /**
     * A filled box with round corners.
     *
     * @param border colour of a line inside the edge; fully transparent for none
     */
    record Panel(int fill, int border, int cornerRadius) implements Content {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.panel(this);
        }
    }

    /** Text in a style; it is wrapped at words, shrunk to fit when it would not, and cut with an ellipsis as a last resort. */
    record Text(String text, Style style) implements Content {
        public Text {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(style, "style");
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.text(this);
        }
    }

    /**
     * How text looks.
     *
     * @param sizePixels height of an em before shrinking
     * @param lines most lines, 1 or more
     */
    record Style(Weight weight, int sizePixels, int color, Align align, int lines) {}

    /** Weights of the bundled type face; digits of {@link #FIGURES} all have one width. */
    enum Weight {
        REGULAR,
        BOLD,
        FIGURES
    }

    /** Where a line of text stands in its area. Lines are centred vertically. */
    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /**
     * A picture that fills the area with what fits its proportions, centred.
     *
     * @param zoomPermille magnification beyond the fit in thousandths; 0 is the fit
     */
    record Picture(AssetId asset, int cornerRadius, int zoomPermille) implements Content {
        public Picture {
            Objects.requireNonNull(asset, "asset");
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.picture(this);
        }
    }

    /** A bar filled from the left. @param permille filled part, 0 to 1,000 */
    record Bar(int permille, int color, int background) implements Content {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.bar(this);
        }
    }

    /** One endless line of text that runs to the left. @param offsetPixels how far it has run */
    record Ticker(String text, Style style, int offsetPixels) implements Content {
        public Ticker {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(style, "style");
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ticker(this);
        }
    }

    /**
     * The host, drawn from waist to head, in a pose.
     *
     * @param blinkPermille how far the lids are closed, 0 to 1,000
     * @param gazePermille where the eyes look, -1,000 left to 1,000 right
     * @param swayPixels how far idle motion has moved the head, about -6 to 6
     */
    record Figure(Mood mood, Mouth mouth, int blinkPermille, int gazePermille, int swayPixels) implements Content {
        public Figure {
            Objects.requireNonNull(mood, "mood");
            Objects.requireNonNull(mouth, "mouth");
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.figure(this);
        }
    }

    /**
     * A square code such as a QR code: modules as large as whole pixels allow, in the middle of the area. Around them the ground
     * goes on for four modules, the quiet zone that readers need.
     *
     * @param edge modules in a row, and rows; 1 to 177
     * @param modules row by row, {@code '#'} for dark and {@code '.'} for light
     * @param dark colour of dark modules, opaque
     * @param light colour of the ground, opaque
     */
    record Code(int edge, String modules, int dark, int light) implements Content {
        /** Modules of light ground on each side. */
        public static final int QUIET = 4;

        private static final int EDGE_MAX = 177;

        public Code {
            if (edge < 1 || edge > EDGE_MAX || modules.length() != edge * edge) {
                throw new IllegalArgumentException("expected 1 to " + EDGE_MAX + " rows as long, got " + edge + " and "
                        + modules.length() + " modules");
            }
        }

        /** Whether a module is dark. */
        public boolean isDark(int column, int row) {
            return modules.charAt(row * edge + column) == '#';
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.code(this);
        }
    }

    /**
     * Pixels that are there already, laid down as they are. They may be others at the next drawing, inside its damage: a renderer
     * keeps no copy of them.
     */
    record Drawn(Bitmap bitmap) implements Content {
        public Drawn {
            Objects.requireNonNull(bitmap, "bitmap");
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.drawn(this);
        }
    }
}
