package com.sothebais.rehearsal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A canvas and what all pictures are painted with. */
abstract class Brush {
    /** Pictures are this wide and high, and painted on a canvas of so many units. */
    static final int EDGE = 1_000;

    private static final float QUALITY = 0.83f;

    /** Every picture is painted larger and shrunk, which smooths what anti-aliasing of single strokes cannot. */
    static final int PAINTED = 2_000;

    final Random random;
    final BufferedImage image = new BufferedImage(PAINTED, PAINTED, BufferedImage.TYPE_INT_RGB);
    final Graphics2D pen = image.createGraphics();

    Brush(long seed) {
        random = new Random(seed);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale((double) PAINTED / EDGE, (double) PAINTED / EDGE);
    }

    interface Height {
        double at(double x);
    }

    interface Pixel {
        int at(double x, double y);
    }

    void each(Pixel color) {
        double scale = (double) EDGE / PAINTED;
        for (int y = 0; y < PAINTED; y++) {
            for (int x = 0; x < PAINTED; x++) {
                image.setRGB(x, y, color.at(x * scale, y * scale));
            }
        }
    }

    void vertical(double top, double bottom, int... colors) {
        double part = (bottom - top) / (colors.length - 1);
        for (int i = 1; i < colors.length; i++) {
            float from = (float) (top + (i - 1) * part);
            pen.setPaint(new GradientPaint(
                    0, from, alpha(colors[i - 1], 255), 0, (float) (from + part), alpha(colors[i], 255)));
            pen.fill(new Rectangle2D.Double(0, from, EDGE, part + 1));
        }
    }

    void stars(int count, int bottom) {
        for (int star = 0; star < count; star++) {
            double size = 0.5 + Math.pow(random.nextDouble(), 4) * 2.6;
            disc(
                    random.nextDouble() * EDGE,
                    random.nextDouble() * bottom,
                    size,
                    alpha(0xFFF6E6, 90 + random.nextInt(165)));
        }
    }

    void glow(double x, double y, double radius, int color, double strength) {
        pen.setPaint(radial(x, y, radius, alpha(color, (int) (255 * strength)), alpha(color, 0)));
        pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    void moon(double x, double y, double radius, int light, int dark) {
        pen.setPaint(radial(x - radius * 0.3, y - radius * 0.3, radius * 1.5, alpha(light, 255), alpha(dark, 255)));
        Ellipse2D face = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        pen.fill(face);
        Shape clip = pen.getClip();
        pen.clip(face);
        for (int crater = 0; crater < 12; crater++) {
            double size = radius * (0.06 + 0.16 * random.nextDouble());
            disc(
                    x + random.nextGaussian() * radius * 0.5,
                    y + random.nextGaussian() * radius * 0.5,
                    size,
                    alpha(dark, 70));
        }
        pen.setClip(clip);
    }

    void disc(double x, double y, double radius, Color color) {
        pen.setPaint(color);
        pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    void stroke(Color color, double width, Shape shape) {
        pen.setPaint(color);
        pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(shape);
    }

    Shape blob(double x, double y, double width, double height) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i <= 40; i++) {
            double angle = i * Math.PI / 20;
            double radius = 0.5 + 0.16 * Math.sin(angle * 3 + x) + 0.1 * Math.sin(angle * 5 + y);
            double px = x + width * radius * Math.cos(angle);
            double py = y + height * radius * Math.sin(angle);
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        return path;
    }

    static Path2D ridge(double base, Height height) {
        Path2D path = new Path2D.Double();
        path.moveTo(-10, EDGE + 10);
        for (double x = -10; x <= EDGE + 10; x += 2) {
            path.lineTo(x, base + height.at(x));
        }
        path.lineTo(EDGE + 10, EDGE + 10);
        path.closePath();
        return path;
    }

    static Path2D curve(double... numbers) {
        Path2D path = new Path2D.Double();
        path.moveTo(numbers[0], numbers[1]);
        for (int i = 2; i + 5 < numbers.length; i += 6) {
            path.curveTo(numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3], numbers[i + 4], numbers[i + 5]);
        }
        return path;
    }

    static Path2D polygon(double... numbers) {
        Path2D path = new Path2D.Double();
        path.moveTo(numbers[0], numbers[1]);
        for (int i = 2; i < numbers.length; i += 2) {
            path.lineTo(numbers[i], numbers[i + 1]);
        }
        path.closePath();
        return path;
    }

    static RadialGradientPaint radial(double x, double y, double radius, Color middle, Color edge) {
        return new RadialGradientPaint(
                new Point2D.Double(x, y), (float) radius, new float[] {0, 1}, new Color[] {middle, edge});
    }

    static Color alpha(int rgb, int alpha) {
        return new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, alpha);
    }

    static Color mix(int from, int to, double share, int alpha) {
        return alpha(blend(from, to, share), alpha);
    }

    static int blend(int from, int to, double share) {
        double part = Math.max(0, Math.min(1, share));
        int result = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 0xFF;
            result |= (int) Math.round(a + ((to >> shift & 0xFF) - a) * part) << shift;
        }
        return result;
    }

    static int channel(int ground, int shift, double light, int most) {
        int base = ground >> shift & 0xFF;
        return (int) Math.min(255, base + (most - base) * light);
    }

    /** Smooth noise from 0 to 1. */
    static double noise(double x, double y) {
        long left = (long) Math.floor(x);
        long top = (long) Math.floor(y);
        double fx = x - left;
        double fy = y - top;
        double sx = fx * fx * (3 - 2 * fx);
        double sy = fy * fy * (3 - 2 * fy);
        double upper = hash(left, top) * (1 - sx) + hash(left + 1, top) * sx;
        double lower = hash(left, top + 1) * (1 - sx) + hash(left + 1, top + 1) * sx;
        return upper * (1 - sy) + lower * sy;
    }

    private static double hash(long x, long y) {
        long mixed = (x * 0x9E3779B97F4A7C15L ^ y * 0xC2B2AE3D27D4EB4FL) * 0xD6E8FEB86659FD93L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        return (mixed >>> 11) / (double) (1L << 53);
    }

    static double fbm(double x, double y, int octaves) {
        double sum = 0;
        double weight = 0.5;
        double total = 0;
        for (int octave = 0; octave < octaves; octave++) {
            sum += weight * noise(x * (1 << octave) + octave * 17, y * (1 << octave));
            total += weight;
            weight /= 2;
        }
        return sum / total;
    }

    void write(Path file) throws IOException {
        pen.dispose();
        BufferedImage small = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, EDGE, EDGE, null);
        graphics.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(small, null, null), param);
        } finally {
            writer.dispose();
        }
    }
}
