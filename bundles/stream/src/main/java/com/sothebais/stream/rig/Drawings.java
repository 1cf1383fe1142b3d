package com.sothebais.stream.rig;

import com.sothebais.stream.document.DocumentException;
import com.sothebais.stream.lottie.Lottie;
import com.sothebais.stream.picture.SvgDrawing;
import com.sothebais.stream.picture.SvgRefused;
import java.awt.Graphics2D;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The drawings of one rig, read when they are first wanted. Thread-safe. */
final class Drawings {
    private final RigFiles files;
    private final Map<String, Drawing> read = new ConcurrentHashMap<>();

    Drawings(RigFiles files) {
        this.files = files;
    }

    /** Draws itself whole into a rectangle whose corner is the origin of the pen; only animations have frames. */
    interface Drawing {
        void paint(Graphics2D pen, double width, double height, double frame);
    }

    /** A drawing that cannot be shown, and why. */
    static final class UnreadableDrawing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableDrawing(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** @throws UnreadableDrawing when it cannot be shown */
    Drawing of(String file) {
        return read.computeIfAbsent(file, this::load);
    }

    private Drawing load(String file) {
        try {
            byte[] bytes = files.read(file);
            String suffix = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return switch (suffix) {
                case "png" -> PngDrawing.read(bytes);
                case "json" -> Lottie.read(bytes)::paint;
                default -> svg(bytes);
            };
        } catch (IOException | SvgRefused | DocumentException e) {
            throw new UnreadableDrawing(file + ": " + e.getMessage(), e);
        }
    }

    private static Drawing svg(byte[] bytes) {
        SvgDrawing svg = SvgDrawing.readPlain(bytes);
        return new Drawing() {
            @Override
            public synchronized void paint(Graphics2D pen, double width, double height, double frame) {
                svg.paint(pen, width, height);
            }
        };
    }
}
