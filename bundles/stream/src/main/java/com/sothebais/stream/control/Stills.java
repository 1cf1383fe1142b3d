package com.sothebais.stream.control;

import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.ShowControl;
import com.sothebais.api.stream.ShowControl.ControlException;
import com.sothebais.api.stream.ShowControl.ControlException.Obstacle;
import com.sothebais.api.stream.Size;
import com.sothebais.api.stream.Source;
import com.sothebais.stream.print.Png;
import com.sothebais.stream.video.StillPainter;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Pictures of program and preview as PNG, each made at most once a second however many ask. Program is copied by the thread that
 * makes frames when somebody waits for it; all else is done by who asks. Thread-safe.
 */
public final class Stills {
    /** How long somebody waits. */
    static final long WAIT_MILLIS = 2_000;

    private final Size size;
    private final Optional<StillPainter> painter;
    private final Kept program = new Kept();
    private final Kept preview = new Kept();
    private volatile Optional<CompletableFuture<int[]>> wanted = Optional.empty();

    /** The newest picture of a view. */
    private static final class Kept {
        private final ReentrantLock lock = new ReentrantLock();
        private Optional<Source> source = Optional.empty();
        private long madeNanos;
        private byte[] png = {};

        private boolean isFresh(Source asked) {
            return source.filter(asked::equals).isPresent()
                    && System.nanoTime() - madeNanos < ShowControl.STILL_EVERY.toNanos();
        }
    }

    /** @param painter draws previews; without one there are none */
    public Stills(Size size, Optional<StillPainter> painter) {
        this.size = size;
        this.painter = painter;
    }

    /** Somebody may wait for the picture on program. @param copy copies it, when it can be now */
    void offer(Predicate<int[]> copy) {
        wanted.ifPresent(waiting -> {
            int[] pixels = new int[size.width() * size.height()];
            if (copy.test(pixels)) {
                wanted = Optional.empty();
                waiting.complete(pixels);
            }
        });
    }

    /** The picture on program. */
    byte[] program(Source source) {
        return kept(program, source, this::copied);
    }

    /** The picture that a source would give. */
    byte[] preview(Source source, Supplier<Scene> scene) {
        return kept(preview, source, () -> painted(scene.get()));
    }

    private int[] copied() {
        CompletableFuture<int[]> waiting = new CompletableFuture<>();
        wanted = Optional.of(waiting);
        try {
            return waiting.get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notNow("Interrupted while waiting for the next picture.");
        } catch (TimeoutException | ExecutionException e) {
            throw notNow("No picture came within " + WAIT_MILLIS + " ms; see the health of 'stream'.");
        }
    }

    private int[] painted(Scene scene) {
        return painter.orElseThrow(() -> notNow("There is nothing to draw previews with."))
                .paint(scene, WAIT_MILLIS)
                .orElseThrow(() -> notNow("The preview was not drawn within " + WAIT_MILLIS
                        + " ms; the renderer may be missing or busy, see the health of 'stream'."));
    }

    private byte[] kept(Kept kept, Source source, Supplier<int[]> pixels) {
        lock(kept.lock);
        try {
            if (!kept.isFresh(source)) {
                kept.png = png(pixels.get());
                kept.source = Optional.of(source);
                kept.madeNanos = System.nanoTime();
            }
            return kept.png.clone();
        } finally {
            kept.lock.unlock();
        }
    }

    private static void lock(ReentrantLock lock) {
        try {
            if (!lock.tryLock(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                throw notNow("Others are waiting for this picture already; try again in a second.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notNow("Interrupted while waiting for the picture.");
        }
    }

    private byte[] png(int[] pixels) {
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, size.width(), size.height(), pixels, 0, size.width());
        return Png.of(image);
    }

    private static ControlException notNow(String message) {
        return new ControlException(Obstacle.NOT_NOW, message);
    }
}
