package com.sothebais.stream.video;

import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Content.Panel;
import com.sothebais.api.stream.Content.Text;
import com.sothebais.api.stream.Scene.Element;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.scene.Slate;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws the slate with nothing but the JDK, and without text on a machine that has no fonts at all. Used by one thread. */
final class SlatePainter {
    private static final Logger LOG = LoggerFactory.getLogger(SlatePainter.class);
    private static final Color NIGHT = new Color(0x0A0C12);
    private static final Color DUSK = new Color(0x1C1526);
    private static final Color GOLD = new Color(0xD9B15F);
    private static final Color IVORY = new Color(0xF6F1E5);
    private static final Color MIST = new Color(0xB4B6C3);
    private static final int HEIGHT = 720;
    private static final float SMALLEST = 12;

    private final Size size;
    private final BufferedImage image;
    private final int[] pixels;
    private Optional<Slate> shown = Optional.empty();
    private boolean fonts = true;

    SlatePainter(Size size) {
        this.size = size;
        this.image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    int[] pixels() {
        return pixels;
    }

    /** Draws it unless it is there already; answers whether pixels changed. */
    boolean paint(Slate slate) {
        if (shown.filter(slate::equals).isPresent()) {
            return false;
        }
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setPaint(new GradientPaint(0, 0, NIGHT, size.width(), size.height(), DUSK));
            graphics.fillRect(0, 0, size.width(), size.height());
            graphics.setColor(GOLD);
            graphics.fillRect(size.width() / 2 - length(120), length(170), length(240), length(3));
            graphics.fillRect(size.width() / 2 - length(120), length(600), length(240), length(3));
            if (fonts) {
                words(graphics, slate);
            }
            slate.sign().ifPresent(sign -> sign.on(size).forEach(element -> mark(graphics, element)));
        } finally {
            graphics.dispose();
        }
        shown = Optional.of(slate);
        return true;
    }

    private void words(Graphics2D graphics, Slate slate) {
        try {
            line(graphics, slate.title(), new Line(130, 52, Font.BOLD, GOLD));
            line(graphics, slate.lot(), new Line(245, 40, Font.BOLD, IVORY));
            line(graphics, slate.price(), new Line(385, 120, Font.BOLD, GOLD));
            line(graphics, slate.leader(), new Line(450, 38, Font.PLAIN, IVORY));
            line(graphics, slate.clock(), new Line(545, 60, Font.BOLD, IVORY));
            String bids = slate.sign().isPresent() ? "Nothing of a rehearsal is sold." : "Bids count as always.";
            line(graphics, "The picture returns shortly. " + bids, new Line(660, 28, Font.PLAIN, MIST));
        } catch (RuntimeException | LinkageError e) {
            noFonts(e);
        }
    }

    /** A JDK without fontconfig throws; a picture without words is better than none. */
    private void noFonts(Throwable e) {
        fonts = false;
        LOG.warn("no fonts on this machine, the slate has no text; install fontconfig and a font", e);
    }

    /** The border is there even without fonts. */
    private void mark(Graphics2D graphics, Element element) {
        Area area = element.area();
        if (element.content() instanceof Panel panel) {
            graphics.setColor(new Color(panel.fill()));
            int corner = 2 * panel.cornerRadius();
            graphics.fillRoundRect(area.x(), area.y(), area.width(), area.height(), corner, corner);
        } else if (element.content() instanceof Text text && fonts) {
            try {
                word(graphics, text, area);
            } catch (RuntimeException | LinkageError e) {
                noFonts(e);
            }
        }
    }

    private static void word(Graphics2D graphics, Text text, Area area) {
        Font font = new Font(Font.SANS_SERIF, Font.BOLD, text.style().sizePixels());
        FontMetrics metrics = graphics.getFontMetrics(font);
        graphics.setColor(new Color(text.style().color()));
        graphics.setFont(font);
        int baseline = area.y() + (area.height() + metrics.getAscent() - metrics.getDescent()) / 2;
        graphics.drawString(text.text(), area.x() + (area.width() - metrics.stringWidth(text.text())) / 2, baseline);
    }

    private record Line(int baseline, int size, int weight, Color color) {}

    private void line(Graphics2D graphics, String text, Line line) {
        graphics.setColor(line.color());
        float em = length(line.size());
        Font font = new Font(Font.SANS_SERIF, line.weight(), 1).deriveFont(em);
        FontMetrics metrics = graphics.getFontMetrics(font);
        int widthMax = size.width() - length(80);
        while (metrics.stringWidth(text) > widthMax && em > SMALLEST) {
            em *= 0.9f;
            font = font.deriveFont(em);
            metrics = graphics.getFontMetrics(font);
        }
        graphics.setFont(font);
        graphics.drawString(text, (size.width() - metrics.stringWidth(text)) / 2, length(line.baseline()));
    }

    private int length(int pixels) {
        return pixels * size.height() / HEIGHT;
    }
}
