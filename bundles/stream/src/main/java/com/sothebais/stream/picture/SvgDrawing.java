package com.sothebais.stream.picture;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.renderer.output.Output;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * A vector drawing from outside. It is drawn without scripts, without anything outside of its file, and within limits of bytes,
 * elements, pixels and time. One thread at a time.
 */
public final class SvgDrawing {

    /** Largest file read, bytes. */
    public static final int BYTES_MAX = 1 << 20;

    /** Longest edge drawn, pixels. */
    public static final int EDGE_MAX = 4_096;

    /** Time of a processor after which a drawing is given up between two of its shapes, milliseconds. */
    public static final int PAINT_MAX_MILLIS = 3_000;

    private static final int USE_DEPTH_MAX = 15;

    /** Held, since levels of loggers that nobody holds are forgotten. */
    private static final Logger LIBRARY = Logger.getLogger("com.github.weisj.jsvg");

    static {
        // What moves is read for each picture: a slip in the file would be logged 30 times a second.
        LIBRARY.setLevel(Level.OFF);
    }

    private final SVGDocument document;
    private final SvgEffects effects;

    private SvgDrawing(SVGDocument document, SvgEffects effects) {
        this.document = document;
        this.effects = effects;
    }

    /** @throws SvgRefused when it is no SVG, or one that is not drawn */
    public static SvgDrawing read(byte[] svg) {
        if (svg.length > BYTES_MAX) {
            throw new SvgRefused(
                    "it has " + svg.length + " bytes, at most " + BYTES_MAX + " are read; simplify it or use a PNG");
        }
        XMLInputFactory factory = Xml.factory();
        SvgEffects effects;
        try {
            effects = SvgCheck.check(factory.createXMLStreamReader(new ByteArrayInputStream(svg)));
        } catch (XMLStreamException e) {
            throw SvgRefused.noXml(e);
        }
        LoaderContext context = LoaderContext.builder()
                .externalResourcePolicy(ResourcePolicy.DENY_ALL)
                .documentLimits(new DocumentLimits(SvgCheck.DEPTH_MAX, USE_DEPTH_MAX, SvgCheck.ELEMENTS_MAX))
                .build();
        InputStream in = new ByteArrayInputStream(svg);
        SVGDocument document;
        try {
            document = new SVGLoader().load(() -> factory.createXMLEventReader(in), null, context);
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
        if (document == null) {
            throw new SvgRefused("it cannot be read as SVG; save it as plain SVG 1.1");
        }
        SvgDrawing drawing = new SvgDrawing(document, effects);
        if (!(drawing.width() > 0 && drawing.height() > 0)
                || Double.isInfinite(drawing.width())
                || Double.isInfinite(drawing.height())) {
            throw new SvgRefused("it has no size; give svg a viewBox");
        }
        return drawing;
    }

    /** The library throws whatever a damaged file leads it into, index errors included. */
    private static SvgRefused unreadable(RuntimeException cause) {
        return new SvgRefused("it cannot be read as SVG (" + cause + "); save it as plain SVG 1.1", cause);
    }

    /**
     * Likewise one without filters, patterns and dashes, which cost nothing but its shapes.
     *
     * @throws SvgRefused when it has any of them, too
     */
    public static SvgDrawing readPlain(byte[] svg) {
        SvgDrawing drawing = read(svg);
        if (!drawing.effects.isPlain()) {
            throw new SvgRefused("filters, patterns and dashed lines are not drawn here; expand them to paths, or"
                    + " export the effect as PNG");
        }
        return drawing;
    }

    /** Units of the drawing; only its shape matters. */
    public double width() {
        return document.size().width;
    }

    public double height() {
        return document.size().height;
    }

    /**
     * Draws it whole into a rectangle whose corner is the origin, in the middle where the shape differs.
     *
     * @param width units of the pen
     * @param height likewise
     * @throws SvgRefused when it takes longer than {@value #PAINT_MAX_MILLIS} ms or more memory than there is
     */
    public void paint(Graphics2D pen, double width, double height) {
        paint(pen, width, height, PAINT_MAX_MILLIS);
    }

    void paint(Graphics2D pen, double width, double height, int millisMax) {
        Graphics2D own = (Graphics2D) pen.create();
        own.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        own.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        own.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        own.clip(new Rectangle2D.Double(0, 0, width, height));
        ViewBox whole = new ViewBox(0, 0, (float) width, (float) height);
        try {
            double scale = Math.max(1, Math.sqrt(Math.abs(pen.getTransform().getDeterminant())));
            int across = (int) Math.ceil(width * scale);
            int down = (int) Math.ceil(height * scale);
            SvgRoom.check(effects, across, down, room -> {
                room.scale(scale, scale);
                draw(TimedOutput.of(room, millisMax), whole);
            });
            draw(TimedOutput.of(Output.createForGraphics(own), millisMax), whole);
        } catch (SvgRefused e) {
            throw e;
        } catch (RuntimeException e) {
            throw unreadable(e);
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw new SvgRefused("drawing it takes more memory than there is; simplify it or use a PNG", e);
        } finally {
            own.dispose();
        }
    }

    private void draw(Output output, ViewBox whole) {
        document.renderWithPlatform(NullPlatformSupport.INSTANCE, output, whole);
    }

    /** Pixels across when it is drawn as large as a place allows. */
    int across(int width, int height) {
        double fit = Math.min(width / width(), height / height());
        return (int) Math.max(1, Math.min(width, Math.round(width() * fit)));
    }

    /** Likewise down. */
    int down(int width, int height) {
        double fit = Math.min(width / width(), height / height());
        return (int) Math.max(1, Math.min(height, Math.round(height() * fit)));
    }

    /**
     * The drawing within a rectangle of pixels, on nothing.
     *
     * @return premultiplied 0xAARRGGBB, row by row
     * @throws IllegalArgumentException when an edge is not within 1 and {@value #EDGE_MAX}
     * @throws SvgRefused as above
     */
    public int[] pixels(int width, int height) {
        if (width < 1 || height < 1 || width > EDGE_MAX || height > EDGE_MAX) {
            throw new IllegalArgumentException(
                    "edges must be within 1 and " + EDGE_MAX + " pixels, got " + width + " x " + height);
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D pen = image.createGraphics();
        try {
            paint(pen, width, height);
        } finally {
            pen.dispose();
        }
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
