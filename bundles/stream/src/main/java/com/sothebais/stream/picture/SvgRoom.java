package com.sothebais.stream.picture;

import com.github.weisj.jsvg.renderer.output.Output;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;

/**
 * Measures how much room and time the filters, patterns and dashes of a drawing take in one size, before they take it: the drawing is
 * drawn once without them, to see where its shapes are and how large. The library makes pictures for them of whatever size the file
 * asks for, and nothing could stop it then.
 */
final class SvgRoom {
    /** Pixels that one filter has in memory, of all its steps together. */
    static final long FILTER_PIXELS_MAX = 24_000_000;

    /** Pixels that all filters work on, each as often as it is worked on and as heavy as the work is. */
    static final long FILTER_WORK_MAX = 60_000_000;

    /** Pixels of one tile of a pattern. */
    static final long TILE_PIXELS_MAX = 8_000_000;

    /** Pixels of all tiles, each as often as there are elements in it. */
    static final long TILE_WORK_MAX = 400_000_000;

    /** Dashes of all lines. */
    static final long DASHES_MAX = 50_000;

    private static final Set<String> TRANSFORMING = Set.of("applyTransform", "setTransform", "scale");
    private static final Set<String> DRAWING = Set.of("drawImage", "applyClip", "setClip", "debugPaint");
    private static final double STRAIGHT = 1e-4;
    private static final double FLATNESS = 0.5;
    private static final int HALVINGS_MAX = 6;

    private final SvgEffects effects;
    private final int width;
    private final int height;
    private double scale = 1;
    private double tileWork;
    private double dashes;

    private SvgRoom(SvgEffects effects, int width, int height) {
        this.effects = effects;
        this.width = width;
        this.height = height;
    }

    /** Draws to an output. */
    interface Drawer {
        void draw(Output output);
    }

    /** @throws SvgRefused when it takes more than there is */
    static void check(SvgEffects effects, int width, int height, Drawer drawer) {
        if (effects.isPlain()) {
            return;
        }
        SvgRoom room = new SvgRoom(effects, width, height);
        Graphics2D pen = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE).createGraphics();
        pen.clipRect(0, 0, width, height);
        try {
            drawer.draw(room.proxy(Output.createForGraphics(pen), false));
        } finally {
            pen.dispose();
        }
        room.checkFilters();
    }

    private Output proxy(Output inner, boolean textured) {
        return (Output) Proxy.newProxyInstance(
                SvgRoom.class.getClassLoader(), new Class<?>[] {Output.class}, new Handler(inner, textured));
    }

    private final class Handler implements InvocationHandler {
        private final Output inner;
        private boolean textured;

        Handler(Output inner, boolean textured) {
            this.inner = inner;
            this.textured = textured;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            String name = method.getName();
            if (name.equals("supportsFilters")) {
                return false;
            }
            if (name.equals("setPaint")) {
                // Paint that is still to be made is a picture: a pattern, or a mask.
                textured = !(arguments[0] instanceof Paint);
                return null;
            }
            if (name.equals("fillShape") || name.equals("drawShape")) {
                shape((Shape) arguments[0], inner.transform(), textured);
                return null;
            }
            if (DRAWING.contains(name)) {
                return null;
            }
            try {
                Object answer = method.invoke(inner, arguments);
                if (TRANSFORMING.contains(name)) {
                    scale = Math.max(scale, stretch(inner.transform()));
                }
                return answer instanceof Output child ? proxy(child, textured) : answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    /** How much longer a line becomes at most. */
    private static double stretch(AffineTransform transform) {
        double square = transform.getScaleX() * transform.getScaleX()
                + transform.getScaleY() * transform.getScaleY()
                + transform.getShearX() * transform.getShearX()
                + transform.getShearY() * transform.getShearY();
        double area = transform.getDeterminant();
        return Math.sqrt((square + Math.sqrt(Math.max(0, square * square - 4 * area * area))) / 2);
    }

    private void shape(Shape shape, AffineTransform transform, boolean textured) {
        double stretch = stretch(transform);
        scale = Math.max(scale, stretch);
        if (textured && effects.tileElements() > 0) {
            checkUpright(transform);
            Rectangle2D bounds = shape.getBounds2D();
            double across = Math.max(effects.tile(), effects.share() * bounds.getWidth()) * stretch + 2;
            double down = Math.max(effects.tile(), effects.share() * bounds.getHeight()) * stretch + 2;
            if (!(across * down <= TILE_PIXELS_MAX)) {
                throw new SvgRefused("a pattern repeats after more than " + TILE_PIXELS_MAX
                        + " pixels; expand the pattern to paths, or use a PNG");
            }
            tileWork += across * down * effects.tileElements();
            if (tileWork > TILE_WORK_MAX) {
                throw new SvgRefused("its patterns take too long to draw; expand them to paths, or use a PNG");
            }
        }
        if (!Double.isInfinite(effects.dash())) {
            dashes += length(shape) / effects.dash();
            if (!(dashes <= DASHES_MAX)) {
                throw new SvgRefused("its dashed lines have more than " + DASHES_MAX + " dashes; make them longer");
            }
        }
    }

    /** The library lays tiles of a turned pattern side by side as if they were upright. */
    private static void checkUpright(AffineTransform transform) {
        double turned = Math.min(
                Math.hypot(transform.getShearX(), transform.getShearY()),
                Math.hypot(transform.getScaleX(), transform.getScaleY()));
        if (turned > STRAIGHT * stretch(transform)) {
            throw new SvgRefused("a pattern fills what is turned; turn the pattern by patternTransform, or expand it");
        }
    }

    private static double length(Shape shape) {
        double length = 0;
        double x = 0;
        double y = 0;
        double[] at = new double[6];
        for (PathIterator lines = new FlatteningPathIterator(shape.getPathIterator(null), FLATNESS, HALVINGS_MAX);
                !lines.isDone();
                lines.next()) {
            int kind = lines.currentSegment(at);
            if (kind == PathIterator.SEG_LINETO) {
                length += Math.hypot(at[0] - x, at[1] - y);
            }
            x = at[0];
            y = at[1];
        }
        return length;
    }

    private void checkFilters() {
        if (effects.filterWork() == 0) {
            return;
        }
        double more = 2 * effects.reach() * scale * effects.filterDepth();
        double pixels = (width + more) * (height + more);
        if (!(pixels * effects.filterSteps() <= FILTER_PIXELS_MAX)) {
            throw new SvgRefused("a filter has more than " + FILTER_PIXELS_MAX / effects.filterSteps()
                    + " pixels to work on; blur and move less far, or export the effect as PNG");
        }
        if (!(pixels * effects.filterWork() <= FILTER_WORK_MAX)) {
            throw new SvgRefused("its filters take too long; use fewer of them, or export the effect as PNG");
        }
    }
}
