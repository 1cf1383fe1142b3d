package com.sothebais.stream.video;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Pictures;
import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A renderer's canvas on a thread of its own, so that a renderer that throws or never returns cannot stop the picture. One other
 * thread gives it work and looks at the pixels only while nothing is drawn.
 */
final class WatchedCanvas {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedCanvas.class);

    /** What it is doing. */
    enum State {
        OPENING,
        IDLE,
        DRAWING,
        FAILED
    }

    private final Renderer renderer;
    private final Size size;
    private final Supplier<Pictures> pictures;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private State state = State.OPENING;
    private Optional<Work> work = Optional.empty();
    private int[] pixels = {};
    private String reason = "";
    private long sinceNanos = System.nanoTime();
    private boolean released;

    private record Work(Scene scene, List<Area> damage) {}

    WatchedCanvas(Renderer renderer, Size size, Supplier<Pictures> pictures) {
        this.renderer = renderer;
        this.size = size;
        this.pictures = pictures;
        this.thread = new Thread(this::run, "sothebais-render");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    Renderer renderer() {
        return renderer;
    }

    State state() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    /** Why it failed. */
    String reason() {
        lock.lock();
        try {
            return reason;
        } finally {
            lock.unlock();
        }
    }

    /** How long it has been opening or drawing. */
    long busyMillis() {
        lock.lock();
        try {
            boolean busy = state == State.OPENING || state == State.DRAWING;
            return busy ? TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sinceNanos) : 0;
        } finally {
            lock.unlock();
        }
    }

    /** The pixels; to be read only while idle. */
    int[] pixels() {
        lock.lock();
        try {
            return pixels;
        } finally {
            lock.unlock();
        }
    }

    /** Gives it a scene to draw; it must be idle. */
    void draw(Scene scene, List<Area> damage) {
        lock.lock();
        try {
            if (state != State.IDLE) {
                throw new IllegalStateException("a canvas draws one scene at a time, it is " + state);
            }
            work = Optional.of(new Work(scene, damage));
            become(State.DRAWING);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it is open and nothing is drawn any more, at most so long. */
    State await(long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while ((state == State.OPENING || state == State.DRAWING) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return state;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return state;
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of it without waiting; a thread that hangs in the renderer is left behind and ends when the renderer returns. */
    void release() {
        lock.lock();
        try {
            released = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        thread.interrupt();
    }

    boolean isGone() {
        return !thread.isAlive();
    }

    private void run() {
        try (Canvas canvas = new LayeredCanvas(renderer.open(size, pictures.get()), size)) {
            opened(canvas.pixels());
            Optional<Work> next = take();
            while (next.isPresent()) {
                canvas.draw(next.get().scene(), next.get().damage());
                finished();
                next = take();
            }
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            failed(e);
        }
    }

    private void opened(int[] surface) {
        if (surface.length < size.width() * size.height()) {
            throw new IllegalStateException(
                    "the canvas has " + surface.length + " pixels, expected " + size.width() * size.height());
        }
        lock.lock();
        try {
            pixels = surface;
            become(State.IDLE);
        } finally {
            lock.unlock();
        }
    }

    private Optional<Work> take() throws InterruptedException {
        lock.lock();
        try {
            while (work.isEmpty() && !released) {
                changed.await();
            }
            Optional<Work> taken = released ? Optional.empty() : work;
            work = Optional.empty();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void finished() {
        lock.lock();
        try {
            become(State.IDLE);
        } finally {
            lock.unlock();
        }
    }

    private void failed(Throwable e) {
        lock.lock();
        try {
            // Whoever watches warns in words; where it happened matters to the plugin's author alone.
            LOG.debug("the renderer ended", e);
            reason = e.toString();
            become(State.FAILED);
        } finally {
            lock.unlock();
        }
    }

    private void become(State next) {
        state = next;
        sinceNanos = System.nanoTime();
        changed.signalAll();
    }
}
