package com.sothebais.stream.video;

import com.sothebais.api.stream.Pictures;
import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.scene.Damage;
import com.sothebais.stream.video.WatchedCanvas.State;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws single pictures beside the stream, on a canvas of its own that goes when nobody has asked for a while. Never more than one
 * canvas, and none while an earlier one hangs. Thread-safe; one picture at a time.
 */
public final class StillPainter implements AutoCloseable {
    /** The canvas goes when it was not used for so long. */
    static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private static final Logger LOG = LoggerFactory.getLogger(StillPainter.class);

    private final Size size;
    private final Renderers renderers;
    private final Supplier<Pictures> pictures;
    private Optional<WatchedCanvas> canvas = Optional.empty();
    private Optional<WatchedCanvas> leftBehind = Optional.empty();
    private long usedNanos;
    private boolean closed;

    /** @param pictures what a canvas is opened with, made on the thread that draws */
    public StillPainter(Size size, Renderers renderers, Supplier<Pictures> pictures) {
        this.size = size;
        this.renderers = renderers;
        this.pictures = pictures;
    }

    /** Draws a scene; empty when no renderer has drawn it in time. @return the pixels, 0xFFRRGGBB */
    public synchronized Optional<int[]> paint(Scene scene, long waitMillis) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillis);
        usedNanos = System.nanoTime();
        Optional<WatchedCanvas> opened = open();
        if (opened.isEmpty() || opened.get().await(until - System.nanoTime()) != State.IDLE) {
            giveUp();
            return Optional.empty();
        }
        opened.get().draw(scene, Damage.all(size));
        if (opened.get().await(until - System.nanoTime()) != State.IDLE) {
            giveUp();
            return Optional.empty();
        }
        return Optional.of(opened.get().pixels().clone());
    }

    private Optional<WatchedCanvas> open() {
        leftBehind = leftBehind.filter(gone -> !gone.isGone());
        Optional<Renderer> chosen = renderers.chosen();
        boolean same = canvas.isPresent()
                && chosen.filter(canvas.get().renderer()::equals).isPresent();
        if (!same) {
            release();
            canvas = leftBehind.isPresent() || closed
                    ? Optional.empty()
                    : chosen.map(renderer -> new WatchedCanvas(renderer, size, pictures));
        }
        return canvas;
    }

    private void giveUp() {
        canvas.ifPresent(works -> {
            LOG.warn(
                    "the renderer {} has not drawn a preview: {} {}",
                    renderers.chosenName().orElse(""),
                    works.state(),
                    works.reason());
            leftBehind = canvas;
        });
        release();
    }

    private void release() {
        canvas.ifPresent(WatchedCanvas::release);
        canvas = Optional.empty();
    }

    /** Lets go of the canvas when nobody has asked for a while; to be called now and then. */
    public synchronized void rest() {
        if (canvas.isPresent() && System.nanoTime() - usedNanos > IDLE_NANOS) {
            release();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        release();
    }
}
