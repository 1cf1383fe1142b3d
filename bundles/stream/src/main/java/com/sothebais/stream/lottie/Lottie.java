package com.sothebais.stream.lottie;

import com.sothebais.stream.document.DocumentException;
import com.sothebais.stream.document.Json;
import com.sothebais.stream.document.Problem;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A vector animation, any frame of which can be drawn. Immutable. */
public final class Lottie {

    /** Largest file read, bytes. */
    public static final int BYTES_MAX = 1 << 20;

    private final double width;
    private final double height;
    private final double first;
    private final double last;
    private final List<Layer> layers;

    /** @param layers the first on top */
    Lottie(double width, double height, double first, double last, List<Layer> layers) {
        this.width = width;
        this.height = height;
        this.first = first;
        this.last = last;
        this.layers = List.copyOf(layers);
    }

    /** @throws DocumentException when it is no Lottie, or one that uses what is not played; the message names it and where it is */
    public static Lottie read(byte[] file) {
        if (file.length > BYTES_MAX) {
            throw new DocumentException(
                    List.of(new Problem("", "it has " + file.length + " bytes; at most " + BYTES_MAX + " are read")));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return new LottieReader().read(Json.read(text));
        } catch (CharacterCodingException e) {
            throw new DocumentException(List.of(new Problem("", "it is not UTF-8; save it as UTF-8")));
        }
    }

    /** The frame it begins with. */
    public double first() {
        return first;
    }

    /** The frame before which it ends. */
    public double last() {
        return last;
    }

    /**
     * Draws a frame whole into a rectangle whose corner is the origin, in the middle where the shape differs.
     *
     * @param frame may lie between two; what lies outside of the animation is its nearest frame
     */
    public void paint(Graphics2D pen, double wide, double high, double frame) {
        Graphics2D own = (Graphics2D) pen.create();
        own.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        own.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double scale = Math.min(wide / width, high / height);
        own.translate((wide - width * scale) / 2, (high - height * scale) / 2);
        own.scale(scale, scale);
        own.clip(new Rectangle2D.Double(0, 0, width, height));
        double shown = Math.max(first, Math.min(Math.nextDown(last), frame));
        for (int i = layers.size() - 1; i >= 0; i--) {
            Brush.paint(layers.get(i), shown, own);
        }
        own.dispose();
    }
}
