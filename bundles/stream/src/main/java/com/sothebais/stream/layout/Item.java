package com.sothebais.stream.layout;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Content.Align;
import com.sothebais.api.stream.Content.Weight;
import com.sothebais.stream.layout.Layout.Box;
import com.sothebais.stream.layout.Layout.Frame;
import com.sothebais.stream.motif.Bubble;
import com.sothebais.stream.motif.Shader;

/** One thing in a region, with all defaults filled in and areas in the coordinates of the canvas. */
public sealed interface Item {
    Frame frame();

    <R> R fold(Cases<R> cases);

    /** One case per kind of item. */
    interface Cases<R> {
        R words(Words item);

        R running(Running item);

        R picture(Picture item);

        R image(Image item);

        R progress(Progress item);

        R rows(Rows item);

        R host(Host item);

        R code(Code item);

        R box(Plain item);

        R bubble(Bubbled item);

        R shader(Shaded item);
    }

    /** How words look. @param lines most lines, 1 or more */
    record Look(Weight weight, int size, Tint color, Align align, int lines) {}

    /** Words; price, leader, countdown, captions and bubbles are words too. */
    record Words(Frame frame, Template text, Look look) implements Item {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.words(this);
        }
    }

    /** A line that runs to the left. @param speed pixels a frame */
    record Running(Frame frame, Template text, Look look, int speed) implements Item {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.running(this);
        }
    }

    /** A picture of the show. */
    record Picture(Frame frame, Binding bind, int corner, Move move) implements Item {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.picture(this);
        }
    }

    /** A picture of the layout, or a film. */
    record Image(Frame frame, AssetId asset, int corner, Move move) implements Item {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.image(this);
        }
    }

    /** A bar. */
    record Progress(Frame frame, Binding bind, Tint color, int track) implements Item {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.progress(this);
        }
    }

    /**
     * Bids or lots, one a row.
     *
     * @param count most rows
     * @param gap pixels between two rows
     */
    record Rows(Frame frame, Binding bind, int count, int gap, Columns columns, Tones tones) implements Item {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.rows(this);
        }
    }

    /** The columns of a row. */
    record Columns(Column amount, Column name, Column verdict) {}

    /** @param left pixels from the left edge of the rows */
    record Column(int left, int width, Look look) {
        /** Its part of a row. */
        public Area in(Area row) {
            return new Area(row.x() + left, row.y(), width, row.height());
        }
    }

    /**
     * Colours by what a row says.
     *
     * @param leading the newest bid, while it counts
     * @param plain another bid that counts, a lot
     * @param faded a bid that does not count, a lot that was not sold
     * @param good verdict of what counts @param bad of what does not @param open of a lot to come
     */
    record Tones(int leading, int plain, int faded, int good, int bad, int open) {}

    /** The host. */
    record Host(Frame frame) implements Item {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.host(this);
        }
    }

    /** An address as a QR code. @param dark colour of the modules @param light of the ground with its quiet zone */
    record Code(Frame frame, Binding bind, int dark, int light) implements Item {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.code(this);
        }
    }

    /** A box with a tail. */
    record Bubbled(Frame frame, Box box, Bubble.Tail tail) implements Item {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.bubble(this);
        }
    }

    /** A pattern in motion. */
    record Shaded(Frame frame, Shader.Paint paint) implements Item {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.shader(this);
        }
    }

    /** Nothing but its box. */
    record Plain(Frame frame) implements Item {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.box(this);
        }
    }
}
