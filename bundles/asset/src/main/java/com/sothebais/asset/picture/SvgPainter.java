package com.sothebais.asset.picture;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;

/**
 * Draws SVG that was checked. The check bounds what there is to draw, not how long drawing takes, so it has a thread of its own and a
 * time; a drawing that does not end keeps its thread, and after {@link #STUCK_MAX} of them none is begun until the next start.
 */
final class SvgPainter {
    static final Duration PAINT_MAX = Duration.ofSeconds(10);
    static final int STUCK_MAX = 2;

    /**
     * Drawn through pictures of a size that the drawing itself chooses, which the library makes whatever it is: a few bytes could ask
     * for all memory.
     */
    private static final Pattern UNBOUNDED = Pattern.compile("<(?:[\\w.-]{1,40}:)?(?:filter|pattern)[\\s/>]");

    private final AtomicInteger stuck = new AtomicInteger();

    /**
     * The drawing within a square, on nothing.
     *
     * @throws IOException when it cannot be drawn, or not in time
     */
    BufferedImage paint(Path file, int edgePixels) throws IOException {
        if (stuck.get() >= STUCK_MAX) {
            throw new IOException("too many drawings did not end; restart the platform to draw again");
        }
        if (UNBOUNDED.matcher(Files.readString(file)).find()) {
            throw new IOException("filters and patterns are not drawn here; export the picture as PNG for the stream");
        }
        CompletableFuture<BufferedImage> drawing = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(drawing, file, edgePixels), "sothebais-asset-svg");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
        try {
            return drawing.get(PAINT_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            stuck.incrementAndGet();
            drawing.whenComplete((image, failure) -> stuck.decrementAndGet());
            throw new IOException("drawing it takes longer than " + PAINT_MAX.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException("it cannot be drawn: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while drawing", e);
        }
    }

    /** The top of a thread of its own: whatever the library runs into, an exhausted memory included, is the answer. */
    private static void complete(CompletableFuture<BufferedImage> drawing, Path file, int edgePixels) {
        try {
            drawing.complete(draw(file, edgePixels));
        } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError e) {
            drawing.completeExceptionally(e);
        }
    }

    /** The JDK's own, or what a container that brings an older edition of these classes has; the text was checked before. */
    private static XMLInputFactory factory() {
        try {
            return XMLInputFactory.newDefaultFactory();
        } catch (NoSuchMethodError e) {
            return XMLInputFactory.newFactory();
        }
    }

    private static BufferedImage draw(Path file, int edgePixels) throws IOException {
        SVGDocument document;
        try (InputStream in = Files.newInputStream(file)) {
            XMLInputFactory factory = factory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            LoaderContext context = LoaderContext.builder()
                    .externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
                    .build();
            document = new SVGLoader().load(() -> factory.createXMLEventReader(in), null, context);
        }
        if (document == null) {
            throw new IOException("the library cannot read it");
        }
        FloatSize size = document.size();
        double scale = edgePixels / (double) Math.max(size.width, size.height);
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IOException("it has no size");
        }
        int width = (int) Math.max(1, Math.min(edgePixels, Math.round(size.width * scale)));
        int height = (int) Math.max(1, Math.min(edgePixels, Math.round(size.height * scale)));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        try {
            document.renderWithPlatform(NullPlatformSupport.INSTANCE, graphics, new ViewBox(width, height));
        } finally {
            graphics.dispose();
        }
        return image;
    }
}
