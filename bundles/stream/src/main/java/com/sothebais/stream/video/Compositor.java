package com.sothebais.stream.video;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Pictures;
import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.picture.Gallery;
import com.sothebais.stream.scene.Damage;
import com.sothebais.stream.scene.Slate;
import com.sothebais.stream.video.WatchedCanvas.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a scene onto the picture that is encoded: through the chosen renderer while that one works, else as the slate. Never
 * waits longer than told. Used by one thread, except {@link #name} and {@link #trouble}.
 */
public final class Compositor implements AutoCloseable {

    /** How long a renderer may take to open and draw its first scene. */
    public static final Duration OPEN_MAX = Duration.ofSeconds(15);

    /** Threads left behind in renderers that hang; with so many nothing more is tried. */
    static final int LEFT_BEHIND_MAX = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Compositor.class);
    private static final Duration RETRY_FIRST = Duration.ofSeconds(1);
    private static final Duration RETRY_MAX = Duration.ofSeconds(30);
    private static final String SLATE = "slate";

    private final Size size;
    private final Renderers renderers;
    private final Supplier<Pictures> pictures;
    private final Duration drawMax;
    private final SlatePainter slatePainter;
    private final List<WatchedCanvas> leftBehind = new ArrayList<>();
    private Optional<WatchedCanvas> canvas = Optional.empty();
    private Optional<Drawing> drawing = Optional.empty();
    private Optional<Scene> drawn = Optional.empty();
    private boolean onAir;
    private boolean slateOnAir;
    private boolean repaint = true;
    private Optional<Renderer> failing = Optional.empty();
    private Duration retry = RETRY_FIRST;
    private long retryNanos;
    private volatile String name = SLATE;
    private volatile Optional<String> trouble = Optional.empty();

    private record Drawing(Scene scene, List<Area> damage) {}

    /** Takes over changed pixels. */
    @FunctionalInterface
    public interface Picture {
        void paint(int[] pixels, List<Area> areas);
    }

    /** With the bundled character. */
    public Compositor(Size size, Renderers renderers, Gallery gallery, Duration drawMax) {
        this(size, renderers, () -> new DrawnPictures(gallery), drawMax);
    }

    /**
     * @param pictures what a renderer is opened with, made on the thread that draws
     * @param drawMax how long one scene may take before the renderer is given up
     */
    public Compositor(Size size, Renderers renderers, Supplier<Pictures> pictures, Duration drawMax) {
        this.size = size;
        this.renderers = renderers;
        this.pictures = pictures;
        this.drawMax = drawMax;
        this.slatePainter = new SlatePainter(size);
    }

    /** Name of what draws. */
    public String name() {
        return name;
    }

    /** Why the slate is on; empty while a renderer draws. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** The picture was lost, the next one is painted whole. */
    public void repaint() {
        repaint = true;
    }

    /**
     * Copies the picture on air, or the next one when that is drawn already.
     *
     * @return false before the first and while the next is being drawn
     */
    public boolean copy(int[] into) {
        boolean still =
                onAir && canvas.filter(works -> works.state() == State.IDLE).isPresent();
        if (!slateOnAir && !still) {
            return false;
        }
        int[] pixels = slateOnAir ? slatePainter.pixels() : canvas.get().pixels();
        System.arraycopy(pixels, 0, into, 0, into.length);
        return true;
    }

    /**
     * Brings the scene, or the slate in its place, onto the picture.
     *
     * @param waitNanos how long to wait for the renderer
     * @return false when it was not ready in time and the picture is the one before
     */
    public boolean show(Scene scene, Supplier<Slate> slate, Picture picture, long waitNanos) {
        choose();
        if (canvas.isEmpty() || !ready(canvas.get())) {
            paintSlate(slate.get(), picture);
            return true;
        }
        if (draw(canvas.get(), scene, picture, waitNanos)) {
            return true;
        }
        if (onAir) {
            return false;
        }
        // The first scene takes long, with type and artwork still to be read; until then the slate goes on.
        paintSlate(slate.get(), picture);
        return true;
    }

    /** Begins to draw a scene before its time, if nothing else is being drawn; {@link #show} goes on from there. */
    public void ahead(Scene scene) {
        if (!onAir || drawing.isPresent() || canvas.get().state() != State.IDLE) {
            return;
        }
        List<Area> damage = Damage.between(drawn.orElseThrow(), scene);
        if (!damage.isEmpty()) {
            begin(canvas.get(), scene, damage);
        }
    }

    private void begin(WatchedCanvas works, Scene scene, List<Area> damage) {
        works.draw(scene, damage);
        drawing = Optional.of(new Drawing(scene, damage));
    }

    private boolean draw(WatchedCanvas works, Scene scene, Picture picture, long waitNanos) {
        long until = System.nanoTime() + waitNanos;
        if (drawing.isPresent() && !finish(works, picture, waitNanos)) {
            return false;
        }
        List<Area> damage = drawn.map(before -> Damage.between(before, scene)).orElseGet(() -> Damage.all(size));
        if (damage.isEmpty()) {
            paint(works, List.of(), picture);
            return true;
        }
        begin(works, scene, damage);
        return finish(works, picture, until - System.nanoTime());
    }

    /** Keeps the canvas that draws in step with the renderers that are there. */
    private void choose() {
        Optional<Renderer> chosen = renderers.chosen();
        boolean same = canvas.isPresent()
                && chosen.filter(canvas.get().renderer()::equals).isPresent();
        if (canvas.isPresent() && !same) {
            LOG.info("the renderer {} is gone or no longer the chosen one", name);
            release();
        }
        if (chosen.isEmpty()) {
            trouble = Optional.of("no renderer is installed; the slate is on air");
            failing = Optional.empty();
            return;
        }
        if (canvas.isEmpty() && mayTry(chosen.get())) {
            canvas = Optional.of(new WatchedCanvas(chosen.get(), size, pictures));
        }
    }

    private boolean mayTry(Renderer renderer) {
        if (failing.filter(renderer::equals).isEmpty()) {
            failing = Optional.empty();
            retry = RETRY_FIRST;
            return true;
        }
        leftBehind.removeIf(WatchedCanvas::isGone);
        return System.nanoTime() - retryNanos > 0 && leftBehind.size() < LEFT_BEHIND_MAX;
    }

    /** Whether the canvas can be drawn on or is being drawn on in time; gives it up when not. */
    private boolean ready(WatchedCanvas works) {
        State state = works.state();
        long limit = onAir ? drawMax.toMillis() : OPEN_MAX.toMillis();
        if (state == State.FAILED) {
            giveUp(works, "failed: " + works.reason());
            return false;
        }
        if (works.busyMillis() > limit) {
            giveUp(works, "did not answer within " + limit + " ms");
            leftBehind.add(works);
            return false;
        }
        return state != State.OPENING;
    }

    private void giveUp(WatchedCanvas works, String why) {
        String which = renderers.chosenName().orElse("renderer");
        trouble = Optional.of("the renderer " + which + " " + why + "; the slate is on air");
        LOG.warn("the renderer {} {}; the slate is on air, it is tried again in {} s", which, why, retry.toSeconds());
        failing = Optional.of(works.renderer());
        retryNanos = System.nanoTime() + retry.toNanos();
        retry = retry.multipliedBy(2).compareTo(RETRY_MAX) > 0 ? RETRY_MAX : retry.multipliedBy(2);
        release();
    }

    private void release() {
        canvas.ifPresent(WatchedCanvas::release);
        canvas = Optional.empty();
        drawing = Optional.empty();
        drawn = Optional.empty();
        onAir = false;
        name = SLATE;
    }

    private boolean finish(WatchedCanvas works, Picture picture, long waitNanos) {
        if (works.await(waitNanos) != State.IDLE) {
            return false;
        }
        Drawing done = drawing.orElseThrow();
        drawing = Optional.empty();
        drawn = Optional.of(done.scene());
        paint(works, done.damage(), picture);
        return true;
    }

    private void paint(WatchedCanvas works, List<Area> damage, Picture picture) {
        List<Area> areas = onAir && !repaint ? damage : Damage.all(size);
        if (!areas.isEmpty()) {
            picture.paint(works.pixels(), areas);
        }
        if (!onAir) {
            onAir = true;
            name = renderers.chosenName().orElse(SLATE);
            trouble = Optional.empty();
            LOG.info("the renderer {} draws", name);
        }
        slateOnAir = false;
        repaint = false;
    }

    private void paintSlate(Slate slate, Picture picture) {
        boolean changed = slatePainter.paint(slate);
        if (changed || repaint || !slateOnAir) {
            picture.paint(slatePainter.pixels(), Damage.all(size));
        }
        slateOnAir = true;
        repaint = false;
    }

    @Override
    public void close() {
        release();
    }
}
