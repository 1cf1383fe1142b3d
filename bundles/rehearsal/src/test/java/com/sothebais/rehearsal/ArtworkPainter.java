package com.sothebais.rehearsal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Paints the twelve artworks of the demo show; the same seeds give the same pictures. Run it to change them, the results are
 * committed. Longer than other files because twelve pictures share its brushes and nothing else needs them.
 */
public final class ArtworkPainter {
    private static final int EDGE = 1_000;

    /** Every picture is painted larger and shrunk, which smooths what anti-aliasing of single strokes cannot. */
    private static final int PAINTED = 2_000;

    private static final float QUALITY = 0.83f;

    private final Random random;
    private final BufferedImage image = new BufferedImage(PAINTED, PAINTED, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen = image.createGraphics();

    private ArtworkPainter(long seed) {
        random = new Random(seed);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale((double) PAINTED / EDGE, (double) PAINTED / EDGE);
    }

    /** How a picture comes about. */
    private interface Motif {
        void paint(ArtworkPainter painter);
    }

    /** Argument: the directory to write to; further arguments: only these names. */
    public static void main(String[] arguments) throws IOException {
        Map<String, Motif> motifs = new LinkedHashMap<>();
        motifs.put("01-tidal-moons", ArtworkPainter::tidalMoons);
        motifs.put("02-koi-at-dusk", ArtworkPainter::koi);
        motifs.put("03-silk-weather", ArtworkPainter::silkWeather);
        motifs.put("04-nocturne-for-a-city", ArtworkPainter::city);
        motifs.put("05-loom-of-hours", ArtworkPainter::loom);
        motifs.put("06-crystal-forest", ArtworkPainter::crystalForest);
        motifs.put("07-the-patient-maze", ArtworkPainter::maze);
        motifs.put("08-dust-remembers", ArtworkPainter::attractor);
        motifs.put("09-herbarium-of-numbers", ArtworkPainter::herbarium);
        motifs.put("10-seven-evenings", ArtworkPainter::strata);
        motifs.put("11-neon-orchid", ArtworkPainter::orchid);
        motifs.put("12-the-quiet-cartographer", ArtworkPainter::constellations);
        long seed = 0;
        for (Map.Entry<String, Motif> motif : motifs.entrySet()) {
            seed++;
            if (arguments.length == 1 || motif.getKey().startsWith(arguments[1])) {
                ArtworkPainter painter = new ArtworkPainter(seed * 7_919);
                motif.getValue().paint(painter);
                painter.write(Path.of(arguments[0], motif.getKey() + ".jpg"));
            }
        }
    }

    private void tidalMoons() {
        vertical(0, EDGE, 0x0B1030, 0x27336B, 0xD98A8F);
        stars(260, 560);
        glow(660, 300, 420, 0xFFE9C4, 0.55);
        moon(660, 300, 150, 0xFFF3DA, 0xE8B98A);
        glow(250, 190, 150, 0xA9C8FF, 0.4);
        moon(250, 190, 46, 0xDCE8FF, 0x8CA6DA);
        for (int wave = 0; wave < 15; wave++) {
            double near = wave / 14.0;
            double base = 560 + 420 * Math.pow(near, 1.25);
            double height = 8 + 30 * near;
            double length = 70 + 260 * near;
            double phase = random.nextDouble() * 7;
            Path2D water = ridge(
                    base, x -> height * Math.sin(x / length * 2 + phase) + height * 0.4 * noise(x / 60, phase * 9));
            pen.setPaint(new GradientPaint(
                    0,
                    (float) base - 30,
                    mix(0xE7A08F, 0x0C3B5C, Math.sqrt(near), 235),
                    0,
                    (float) base + 130,
                    mix(0x5A4E86, 0x04101F, near, 255)));
            pen.fill(water);
            stroke(mix(0xFFE6C7, 0x7FD4E6, near, (int) (150 - 70 * near)), 1.4 + near, water);
            for (int glint = 0; glint < 26; glint++) {
                double x = 660 + random.nextGaussian() * (34 + 120 * near);
                double y = base + 6 + random.nextDouble() * 20 * (1 + near);
                stroke(mix(0xFFF0CF, 0xFFC98F, near, 90), 1.5 + near, new Line2D.Double(x, y, x + 10 + 34 * near, y));
            }
        }
    }

    private void koi() {
        each((x, y) -> {
            double depth = fbm(x / 190, y / 190, 4) * 0.55 + Math.hypot(x - 420, y - 380) / 1_400;
            return blend(0x2A8C8A, 0x04202C, depth);
        });
        for (int ring = 0; ring < 70; ring++) {
            double x = ring < 36 ? 690 : 240;
            double y = ring < 36 ? 250 : 780;
            double radius = 12 + (ring % 36) * 12;
            stroke(
                    alpha(0xBFF4EA, (int) Math.max(0, 60 - radius / 7)),
                    1.6,
                    new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        }
        for (int pad = 0; pad < 11; pad++) {
            double angle = pad * 0.61 + 0.4;
            lily(500 + 520 * Math.cos(angle * 1.7), 500 + 500 * Math.sin(angle * 1.7), 60 + random.nextInt(60));
        }
        fish(330, 330, -0.7, 1.5, 0xFF6A2B, 0xFFF4E6);
        fish(610, 640, 2.35, 1.7, 0xFFF7EC, 0xE8361E);
        fish(660, 330, 0.75, 1.05, 0xF5B23A, 0xFFE9B0);
        fish(290, 690, 3.8, 0.95, 0x1F2A33, 0xFF8A3C);
        for (int petal = 0; petal < 34; petal++) {
            petal(random.nextInt(EDGE), random.nextInt(EDGE), random.nextDouble() * 7, 7 + random.nextInt(9));
        }
    }

    private void fish(double x, double y, double angle, double size, int skin, int spots) {
        AffineTransform home = pen.getTransform();
        for (int pass = 0; pass < 2; pass++) {
            pen.translate(pass == 0 ? x + 16 : x, pass == 0 ? y + 26 : y);
            pen.rotate(angle);
            pen.scale(size, size);
            Path2D body = curve(-92, 6, -60, -34, 20, -46, 84, -8, 98, 0, 98, 6, 84, 12, 30, 44, -50, 30, -92, 6);
            Path2D tail = curve(
                    -84, 6, -120, -18, -150, -44, -176, -40, -150, -14, -150, 14, -182, 46, -150, 46, -112, 26, -84, 6);
            Path2D fins =
                    curve(40, -26, 20, -64, -4, -80, -22, -74, -14, -56, 0, -40, 4, -30, 4, -30, 40, -26, 40, -26);
            Path2D below = curve(44, 24, 22, 62, 0, 76, -18, 72, -10, 52, 2, 38, 8, 28, 8, 28, 44, 24, 44, 24);
            Color color = pass == 0 ? alpha(0x01141C, 110) : alpha(skin, 255);
            for (Shape fin : new Shape[] {tail, fins, below}) {
                pen.setPaint(pass == 0 ? color : alpha(skin, 190));
                pen.fill(fin);
            }
            pen.setPaint(color);
            pen.fill(body);
            if (pass == 1) {
                markings(body, spots);
            }
            pen.setTransform(home);
        }
    }

    private void markings(Shape body, int spots) {
        Shape clip = pen.getClip();
        pen.clip(body);
        for (int spot = 0; spot < 7; spot++) {
            double x = -70 + spot * 25 + random.nextGaussian() * 6;
            double width = 26 + random.nextInt(26);
            pen.setPaint(alpha(spots, 235));
            pen.fill(blob(x, random.nextGaussian() * 15 - 4, width, 18 + random.nextInt(14)));
        }
        pen.setPaint(new GradientPaint(0, -44, alpha(0xFFFFFF, 90), 0, 6, alpha(0xFFFFFF, 0)));
        pen.fill(body);
        pen.setPaint(new GradientPaint(0, 4, alpha(0x000000, 0), 0, 46, alpha(0x1A0A10, 120)));
        pen.fill(body);
        for (double x = -70; x < 60; x += 11) {
            for (double y = -36; y < 40; y += 11) {
                stroke(alpha(0x5A2010, 26), 1, new Arc2D.Double(x + (y % 2) * 5, y, 12, 12, 100, 160, Arc2D.OPEN));
            }
        }
        pen.setClip(clip);
        disc(74, -14, 5, alpha(0x14090B, 255));
        disc(74, 17, 5, alpha(0x14090B, 255));
        disc(75.5, -15.5, 1.7, alpha(0xFFFFFF, 255));
        disc(75.5, 15.5, 1.7, alpha(0xFFFFFF, 255));
    }

    private void lily(double x, double y, double radius) {
        pen.setPaint(alpha(0x02161A, 110));
        pen.fill(new Arc2D.Double(x - radius + 10, y - radius + 16, 2 * radius, 2 * radius, 30, 325, Arc2D.PIE));
        double open = random.nextInt(360);
        Arc2D leaf = new Arc2D.Double(x - radius, y - radius, 2 * radius, 2 * radius, open, 325, Arc2D.PIE);
        pen.setPaint(radial(x - radius / 3, y - radius / 3, radius * 1.5, alpha(0x9CCB6B, 255), alpha(0x1E5A3F, 255)));
        pen.fill(leaf);
        for (int vein = 0; vein < 14; vein++) {
            double angle = Math.toRadians(-open - vein * 325 / 13.0);
            stroke(
                    alpha(0xD8F0A8, 70),
                    1.4,
                    new Line2D.Double(x, y, x + radius * 0.92 * Math.cos(angle), y + radius * 0.92 * Math.sin(angle)));
        }
    }

    private void petal(double x, double y, double angle, double size) {
        AffineTransform home = pen.getTransform();
        pen.translate(x, y);
        pen.rotate(angle);
        pen.setPaint(new GradientPaint((float) -size, 0, alpha(0xFFE3EC, 240), (float) size, 0, alpha(0xF78FB3, 220)));
        pen.fill(curve(
                -size,
                0,
                -size / 2,
                -size * 0.8,
                size / 2,
                -size * 0.8,
                size,
                0,
                size / 2,
                size * 0.7,
                -size / 2,
                size * 0.7,
                -size,
                0));
        pen.setTransform(home);
    }

    private void silkWeather() {
        vertical(0, EDGE, 0xFBF3E6, 0xF7E6D2, 0xEFD3C0);
        int[] palette = {0x12355B, 0x1F7A8C, 0xE4572E, 0xF3A712, 0x8B1E3F, 0x2E294E, 0xF6C9A8};
        for (int thread = 0; thread < 5_200; thread++) {
            double x = random.nextDouble() * 1_300 - 150;
            double y = random.nextDouble() * 1_300 - 150;
            int color = palette[
                    Math.floorMod(
                            (int) (noise(x / 260 + 9, y / 260) * 11 + random.nextGaussian() * 0.35), palette.length)];
            Path2D path = new Path2D.Double();
            path.moveTo(x, y);
            for (int step = 0; step < 90; step++) {
                double angle = (fbm(x / 420, y / 420, 2) - 0.5) * 9 + 0.5;
                x += 4 * Math.cos(angle);
                y += 4 * Math.sin(angle);
                path.lineTo(x, y);
            }
            stroke(alpha(color, 74), 0.8 + random.nextDouble() * random.nextDouble() * 5, path);
        }
    }

    private void city() {
        vertical(0, 780, 0x0A1030, 0x47286E, 0xE0607A, 0xFFC08A);
        stars(200, 330);
        glow(720, 300, 330, 0xFFD9A0, 0.6);
        moon(720, 300, 96, 0xFFF1CF, 0xFFB677);
        for (int layer = 0; layer < 4; layer++) {
            Color wall = mix(0x8A4A86, 0x090B20, Math.sqrt(layer / 3.0), 255);
            for (double x = -30; x < EDGE; ) {
                double width = 34 + random.nextInt(40) + layer * 12;
                double height = 170 + random.nextInt(190) + 80 * Math.sin(x / 130 + layer * 2) - layer * 42;
                tower(x, 760 + layer * 4 - height, width, height + 60, wall, layer);
                x += width + random.nextInt(14);
            }
        }
        BufferedImage above = image.getSubimage(0, 0, PAINTED, PAINTED);
        for (int y = 1_540; y < PAINTED; y++) {
            int from = Math.max(0, 1_538 - (int) ((y - 1_540) * 1.7) + (int) (9 * Math.sin(y / 5.0)));
            double wave = (y - 1_500) * 0.045;
            for (int x = 0; x < PAINTED; x++) {
                int shifted = Math.max(
                        0, Math.min(PAINTED - 1, x + (int) (wave * Math.sin(y / 4.0 + noise(x / 90.0, y / 9.0) * 6))));
                double dark = 0.30 + (y - 1_540) / 460.0 * 0.4;
                image.setRGB(x, y, blend(above.getRGB(shifted, from) & 0xFFFFFF, 0x050718, dark));
            }
        }
        for (int light = 0; light < 40; light++) {
            disc(random.nextInt(EDGE), 766, 1.5 + random.nextDouble() * 2, alpha(0xFFE9C0, 200));
        }
    }

    private void tower(double x, double y, double width, double height, Color wall, int layer) {
        pen.setPaint(new GradientPaint((float) x, 0, wall.brighter(), (float) (x + width), 0, wall));
        pen.fill(new Rectangle2D.Double(x, y, width, height));
        if (random.nextInt(3) == 0) {
            stroke(wall, 3, new Line2D.Double(x + width / 2, y, x + width / 2, y - 34 - random.nextInt(30)));
            disc(x + width / 2, y - 34, 2.4, alpha(0xFF5A5A, 255));
        }
        int[] lamps = {0xFFE4A3, 0xFFC46B, 0x9BE7FF, 0xFFF6DA};
        int lamp = lamps[random.nextInt(lamps.length)];
        for (double wx = x + 6; wx < x + width - 8; wx += 10) {
            for (double wy = y + 10; wy < y + height - 10; wy += 14) {
                if (random.nextDouble() < 0.22 + layer * 0.06) {
                    pen.setPaint(alpha(lamp, 110 + random.nextInt(40) + layer * 30));
                    pen.fill(new Rectangle2D.Double(wx, wy, 5, 8));
                }
            }
        }
    }

    private void loom() {
        vertical(0, EDGE, 0x241327, 0x241327, 0x120A18);
        int[] warp = {0xF2B84B, 0xE8743B, 0xC8385A, 0x7A2E6E, 0x3A2A70};
        int[] weft = {0x0FA3A3, 0x2E86C1, 0x7FD1AE, 0xF4E9CD, 0x155E75};
        int count = 14;
        double cell = (EDGE + 60.0) / count;
        pen.rotate(Math.toRadians(-9), 500, 500);
        for (int row = -2; row < count + 2; row++) {
            for (int column = -2; column < count + 2; column++) {
                double x = column * cell - 30;
                double y = row * cell - 30;
                boolean over = Math.floorMod(row + 2 * column, 5) < 2 || Math.floorMod(row - column, 7) == 0;
                int across = blend(weft[Math.floorMod(row, 5)], 0xFFFFFF, 0.1 * noise(row, column));
                int upright = blend(warp[Math.floorMod(column, 5)], 0xFFFFFF, 0.1 * noise(row + 50.0, column));
                if (over) {
                    band(x, y, cell, upright, true);
                    band(x, y, cell, across, false);
                } else {
                    band(x, y, cell, across, false);
                    band(x, y, cell, upright, true);
                }
            }
        }
    }

    private void band(double x, double y, double cell, int color, boolean upright) {
        AffineTransform home = pen.getTransform();
        pen.translate(x + cell / 2, y + cell / 2);
        if (upright) {
            pen.rotate(Math.PI / 2);
        }
        double half = cell / 2;
        double wide = cell * 0.40;
        pen.setPaint(alpha(0x08040C, 80));
        pen.fill(new Rectangle2D.Double(-half, -wide - 4, cell, 2 * wide + 10));
        for (double thread = -wide; thread < wide; thread += 3.2) {
            double round = Math.cos(thread / wide * 1.35);
            Color light = mix(color, 0x150A1C, 0.72 - 0.66 * round + 0.12 * random.nextDouble(), 255);
            pen.setPaint(new GradientPaint((float) -half, 0, light.darker(), 0, 0, light, true));
            pen.fill(new Rectangle2D.Double(-half, thread, cell, 3.4));
        }
        pen.setTransform(home);
    }

    private void crystalForest() {
        vertical(0, 700, 0x0B1E3F, 0x2C5D8F, 0xF6C7D9);
        vertical(700, EDGE, 0xF2C9DE, 0x6C7FB8, 0x1B2A55);
        stars(140, 300);
        glow(500, 640, 430, 0xFFF1F6, 0.8);
        moon(500, 520, 78, 0xFFFFFF, 0xF7D8E6);
        for (int layer = 0; layer < 6; layer++) {
            double near = layer / 5.0;
            int trees = 30 - layer * 4;
            for (int tree = 0; tree < trees; tree++) {
                double x = (tree + random.nextDouble()) * EDGE / trees;
                double aside = Math.min(1, Math.abs(x - 500) / 420);
                double height = (120 + 75 * layer + random.nextInt(130)) * (0.42 + 0.75 * aside);
                crystal(x, 700 + near * near * 240, 7 + 6.5 * layer + random.nextInt(8), height, near);
            }
            pen.setPaint(
                    new GradientPaint(0, 520, alpha(0xF3DCEB, 0), 0, 700, alpha(0xF3DCEB, (int) (90 * (1 - near)))));
            pen.fill(new Rectangle2D.Double(0, 520, EDGE, 180));
        }
        for (int spark = 0; spark < 120; spark++) {
            double x = random.nextDouble() * EDGE;
            double y = 320 + random.nextDouble() * 600;
            glow(x, y, 5 + random.nextDouble() * 7, 0xFFFFFF, 0.7);
        }
    }

    private void crystal(double x, double base, double half, double height, double near) {
        double lean = x + random.nextGaussian() * half * 0.45;
        double shoulder = base - height * (0.66 + random.nextDouble() * 0.2);
        double middle = x + half * (random.nextDouble() - 0.5) * 0.8;
        double ridge = shoulder + half * 0.8;
        int tint = blend(0x58D6E8, 0xB58CF0, random.nextDouble());
        int light = blend(0xE9F3FF, blend(tint, 0xFFFFFF, 0.5), near);
        int mid = blend(0xB9C6EC, tint, near);
        int dark = blend(0x8E90CC, blend(tint, 0x0C1440, 0.78), near);
        double foot = base + half * 0.35;
        fading(light, mid, shoulder, foot, x - half, shoulder, middle, ridge, middle, foot, x - half * 0.85, base);
        fading(mid, dark, shoulder, foot, middle, ridge, x + half, shoulder, x + half * 0.85, base, middle, foot);
        facet(alpha(blend(light, 0xFFFFFF, 0.45), 250), x - half, shoulder, lean, base - height, middle, ridge);
        facet(alpha(blend(mid, 0xFFFFFF, 0.2), 250), lean, base - height, x + half, shoulder, middle, ridge);
        double mirror = base + height * 0.3;
        pen.setPaint(new GradientPaint(
                0, (float) base, alpha(mid, (int) (60 + 60 * near)), 0, (float) mirror, alpha(mid, 0)));
        pen.fill(polygon(
                x - half * 0.85,
                base,
                middle,
                foot,
                x + half * 0.85,
                base,
                x + half * 0.7,
                mirror,
                x - half * 0.7,
                mirror));
        stroke(alpha(0xFFFFFF, 120), 0.8 + near, polygon(middle, ridge, middle, foot));
        stroke(alpha(0xFFFFFF, 170), 0.8 + near, polygon(lean, base - height, middle, ridge));
    }

    private void fading(int from, int to, double top, double bottom, double... corners) {
        pen.setPaint(new GradientPaint(0, (float) top, alpha(from, 245), 0, (float) bottom, alpha(to, 245)));
        pen.fill(polygon(corners));
    }

    private void facet(Color color, double... corners) {
        pen.setPaint(color);
        pen.fill(polygon(corners));
    }

    private void maze() {
        vertical(0, EDGE, 0x0E1B2C, 0x16304A, 0x0E1B2C);
        for (int row = 0; row < 9; row++) {
            for (int column = 0; column < 9; column++) {
                tile(column * 1_000.0 / 9, row * 1_000.0 / 9, 1_000.0 / 9);
            }
        }
    }

    private void tile(double x, double y, double size) {
        AffineTransform home = pen.getTransform();
        Shape clip = pen.getClip();
        pen.clip(new Rectangle2D.Double(x, y, size, size));
        pen.translate(x + size / 2, y + size / 2);
        pen.rotate(random.nextInt(4) * Math.PI / 2);
        double share = Math.hypot(x + size / 2 - 500, y + size / 2 - 500) / 720;
        int color = share < 0.5 ? blend(0xFFE08A, 0xF26B5E, share * 2) : blend(0xF26B5E, 0x4E5BD0, share * 2 - 1);
        for (int side = -1; side <= 1; side += 2) {
            for (int ring = 0; ring < 5; ring++) {
                double radius = size * (0.3 + ring * 0.1);
                double middle = side * size / 2;
                double width = size * (ring == 2 ? 0.066 : 0.042);
                Color ink = ring == 2
                        ? mix(color, 0xFFFFFF, 0.55, 255)
                        : mix(color, 0x12253A, Math.abs(ring - 2) * 0.22, 255);
                if (side == 1 && ring == 0) {
                    stroke(alpha(0x0B1624, 255), size * 0.5, new Ellipse2D.Double(0, 0, size, size));
                }
                stroke(ink, width, new Ellipse2D.Double(middle - radius, middle - radius, 2 * radius, 2 * radius));
            }
        }
        pen.setTransform(home);
        pen.setClip(clip);
    }

    private void attractor() {
        double[][] density = new double[3][PAINTED * PAINTED];
        double a = -1.8;
        double b = -2.0;
        double c = -0.5;
        double d = -0.9;
        double x = 0.1;
        double y = 0.1;
        for (int i = 0; i < 30_000_000; i++) {
            double nextX = Math.sin(a * y) + c * Math.cos(a * x);
            double nextY = Math.sin(b * x) + d * Math.cos(b * y);
            double speed = Math.hypot(nextX - x, nextY - y) / 3;
            x = nextX;
            y = nextY;
            int px = (int) ((x / 3.3 + 0.5) * PAINTED);
            int py = (int) ((y / 4.1 + 0.5) * PAINTED);
            if (px >= 0 && py >= 0 && px < PAINTED && py < PAINTED) {
                density[0][py * PAINTED + px] += 0.25 + speed;
                density[1][py * PAINTED + px] += 0.5;
                density[2][py * PAINTED + px] += 1.1 - speed;
            }
        }
        each((ex, ey) -> {
            int at = (int) (ey * 2) * PAINTED + (int) (ex * 2);
            double[] light = new double[3];
            int ground = blend(0x0A0714, 0x1D0F2B, Math.max(0, 1 - Math.hypot(ex - 500, ey - 500) / 620));
            for (int i = 0; i < 3; i++) {
                light[i] = 1 - Math.exp(-Math.pow(density[i][at], 0.75) * 0.115);
            }
            return channel(ground, 16, light[0], 255) << 16
                    | channel(ground, 8, light[1], 214) << 8
                    | channel(ground, 0, light[2], 255);
        });
    }

    private static int channel(int ground, int shift, double light, int most) {
        int base = ground >> shift & 0xFF;
        return (int) Math.min(255, base + (most - base) * light);
    }

    private void herbarium() {
        each((x, y) -> blend(
                0xF7EFDD,
                0xDCCBA8,
                0.5 * fbm(x / 260, y / 260, 5) + 0.6 * Math.pow(Math.hypot(x - 500, y - 500) / 707, 3)));
        String[][] grammars = {
            {"X", "X", "F[+X][-X]FX", "F", "FF", "25", "6"},
            {"F", "F", "FF+[+F-F-F]-[-F+F+F]", "", "", "22", "4"},
            {"X", "X", "F-[[X]+X]+F[+FX]-X", "F", "FF", "23", "5"}
        };
        int[][] inks = {{0x2F5D3A, 0xC8553D}, {0x3F4F2A, 0xE0A030}, {0x1F4E5F, 0x9B3D6E}};
        double[] lengths = {5.6, 8.3, 6.3};
        double[] leans = {-90, -117, -107};
        for (int plant = 0; plant < 3; plant++) {
            String text = grammars[plant][0];
            for (int pass = 0; pass < Integer.parseInt(grammars[plant][6]); pass++) {
                text = grown(text, grammars[plant]);
            }
            pen.translate(plant * 295, 0);
            grow(text, leans[plant], lengths[plant], Double.parseDouble(grammars[plant][5]), inks[plant]);
            stroke(alpha(0x4A3B2A, 150), 1.5, new Line2D.Double(130, 915, 280, 915));
            for (int word = 0; word < 4; word++) {
                double from = 150 + word * 29;
                stroke(alpha(0x4A3B2A, 120), 2, curve(from, 901, from + 6, 890, from + 10, 910, from + 20, 899));
            }
            pen.translate(-plant * 295, 0);
        }
        stroke(alpha(0x6B5637, 160), 2, new Rectangle2D.Double(46, 46, 908, 908));
        stroke(alpha(0x6B5637, 110), 1, new Rectangle2D.Double(56, 56, 888, 888));
    }

    private static String grown(String text, String[] grammar) {
        StringBuilder next = new StringBuilder();
        for (char symbol : text.toCharArray()) {
            if (grammar[1].charAt(0) == symbol) {
                next.append(grammar[2]);
            } else if (!grammar[3].isEmpty() && grammar[3].charAt(0) == symbol) {
                next.append(grammar[4]);
            } else {
                next.append(symbol);
            }
        }
        return next.toString();
    }

    private void grow(String text, double lean, double length, double degrees, int[] inks) {
        Deque<double[]> forks = new ArrayDeque<>();
        double x = 205;
        double y = 868;
        double angle = lean;
        for (char symbol : text.toCharArray()) {
            double bend = degrees * (0.8 + 0.4 * random.nextDouble());
            if (symbol == 'F') {
                double toX = x + length * Math.cos(Math.toRadians(angle));
                double toY = y + length * Math.sin(Math.toRadians(angle));
                double thick = Math.max(1, 5.5 - forks.size() * 1.05);
                stroke(
                        mix(inks[0], 0x241B10, Math.max(0, 0.5 - forks.size() * 0.13), 235),
                        thick,
                        new Line2D.Double(x, y, toX, toY));
                x = toX;
                y = toY;
                angle += random.nextGaussian() * 0.9;
            } else if (symbol == '+') {
                angle += bend;
            } else if (symbol == '-') {
                angle -= bend;
            } else if (symbol == '[') {
                forks.push(new double[] {x, y, angle});
            } else if (symbol == ']') {
                if (random.nextDouble() < 0.5) {
                    disc(
                            x,
                            y,
                            2 + random.nextDouble() * 3.6,
                            alpha(blend(inks[1], 0xFFF0D0, random.nextDouble() * 0.6), 190));
                }
                double[] fork = forks.pop();
                x = fork[0];
                y = fork[1];
                angle = fork[2];
            }
        }
    }

    private void strata() {
        vertical(0, 620, 0x2B1B4E, 0xC13B6B, 0xFFC46B);
        glow(500, 430, 430, 0xFFE9A8, 0.85);
        disc(500, 430, 128, alpha(0xFFF4CE, 255));
        for (int bar = 0; bar < 7; bar++) {
            pen.setPaint(alpha(0xF0836A, 200));
            pen.fill(new Rectangle2D.Double(360, 440 + bar * 19, 280, 1.5 + bar * 1.5));
        }
        for (int bird = 0; bird < 7; bird++) {
            double x = 180 + bird * 34 + random.nextInt(14);
            double y = 210 + Math.abs(bird - 3) * 17 + random.nextInt(8);
            stroke(
                    alpha(0x2A1238, 220),
                    2.6,
                    curve(x - 13, y - 6, x - 8, y - 9, x - 3, y - 4, x, y, x + 3, y - 4, x + 8, y - 9, x + 13, y - 6));
        }
        int[] colors = {0xF4936A, 0xE2615F, 0xB93F6B, 0x842F6E, 0x532764, 0x2E1B4B, 0x150F2C};
        for (int layer = 0; layer < colors.length; layer++) {
            double base = 500 + layer * 74;
            int row = layer;
            double rough = 150 - layer * 9;
            Path2D hill = ridge(base, x -> (0.5 - fbm(x / (250 - row * 12) + row * 31, row * 7.7, 6)) * rough * 1.9);
            pen.setPaint(new GradientPaint(
                    0,
                    (float) base - 70,
                    alpha(colors[layer], 255),
                    0,
                    (float) base + 150,
                    mix(colors[layer], layer < 6 ? 0xFFC9A0 : 0x05030C, layer < 6 ? 0.42 : 0.6, 255)));
            pen.fill(hill);
            stroke(mix(colors[layer], 0xFFE3B8, 0.45, 140), 1.8, hill);
        }
    }

    private void orchid() {
        double[][] light = new double[3][PAINTED * PAINTED];
        flower(light, 520, 470, 1.0, 0, 1.0);
        flower(light, 235, 785, 0.42, 1.1, 0.8);
        flower(light, 810, 815, 0.34, 2.3, 0.7);
        for (int stem = 0; stem < 3; stem++) {
            double[] top = {520, 235, 810};
            double[] from = {560, 800, 830};
            for (double t = 0; t < 1; t += 0.00004) {
                double y = from[stem] + t * (1_010 - from[stem]);
                double x = top[stem] + 30 * Math.sin(t * 3 + stem) + (500 - top[stem]) * t * t * 0.8;
                add(light, x + random.nextGaussian() * 1.4, y, 0.1, 0.75, 0.5, 1.0);
            }
        }
        each((x, y) -> {
            int at = (int) (y * 2) * PAINTED + (int) (x * 2);
            int ground = blend(0x1A0B2E, 0x05030C, Math.hypot(x - 520, y - 470) / 620);
            double r = 1 - Math.exp(-light[0][at] * 0.36);
            double g = 1 - Math.exp(-light[1][at] * 0.3);
            double b = 1 - Math.exp(-light[2][at] * 0.36);
            return channel(ground, 16, r, 255) << 16 | channel(ground, 8, g, 255) << 8 | channel(ground, 0, b, 255);
        });
    }

    private void flower(double[][] light, double x, double y, double size, double turn, double power) {
        for (int ring = 0; ring < 120; ring++) {
            double grow = ring / 119.0;
            double hue = 0.74 + 0.22 * grow + 0.05 * Math.sin(ring * 0.2);
            Color color = Color.getHSBColor((float) hue, (float) (0.9 - 0.3 * grow), 1);
            for (double angle = 0; angle < 2 * Math.PI; angle += 0.0007 / (0.3 + size)) {
                double petals = Math.pow(Math.abs(Math.cos(2.5 * (angle + turn))), 0.62 + grow * 0.7);
                double frill = 1 + 0.05 * grow * Math.sin(angle * 34 + ring * 0.14);
                double radius = size * (44 + 370 * grow * petals * frill + 26 * Math.sin(5 * angle + ring * 0.05));
                double twist = angle + 0.55 * grow * grow;
                double strength = power * (0.9 + 0.9 * petals) * (ring % 17 == 0 ? 2.8 : 0.8);
                add(
                        light,
                        x + radius * Math.cos(twist),
                        y + radius * Math.sin(twist) * 0.94,
                        color.getRed() / 255.0,
                        color.getGreen() / 255.0,
                        color.getBlue() / 255.0,
                        strength);
            }
        }
        for (int seed = 0; seed < 260_000 * size; seed++) {
            double radius = Math.abs(random.nextGaussian()) * 26 * size;
            double angle = random.nextDouble() * 7;
            add(light, x + radius * Math.cos(angle), y + radius * Math.sin(angle), 1, 0.85, 0.35, 0.8);
        }
    }

    private static void add(double[][] light, double x, double y, double r, double g, double b, double strength) {
        int px = (int) (x * 2);
        int py = (int) (y * 2);
        if (px >= 0 && py >= 0 && px < PAINTED && py < PAINTED) {
            int at = py * PAINTED + px;
            light[0][at] += r * strength;
            light[1][at] += g * strength;
            light[2][at] += b * strength;
        }
    }

    private void constellations() {
        each((x, y) -> {
            double band = Math.exp(-Math.pow((x * 0.62 + y - 760 + 170 * (fbm(x / 200, y / 200, 3) - 0.5)) / 230, 2));
            double cloud = fbm(x / 150 + 5, y / 150, 6);
            int sky = blend(0x050A1F, 0x10254A, y / 1_000);
            sky = blend(sky, 0x7A4FA3, Math.max(0, band * (cloud * 1.5 - 0.2)));
            return blend(sky, 0xF2B6C6, Math.max(0, band * band * (fbm(x / 80, y / 80 + 40, 5) - 0.42) * 1.7));
        });
        stars(1_500, EDGE);
        double[][][] figures = {
            {{150, 180}, {235, 130}, {330, 165}, {380, 255}, {300, 300}, {225, 255}, {235, 130}},
            {{600, 120}, {690, 180}, {790, 150}, {860, 230}, {800, 320}, {700, 290}, {690, 180}},
            {{520, 430}, {600, 400}, {680, 440}, {770, 420}, {850, 480}, {760, 540}, {680, 440}},
            {{130, 480}, {210, 420}, {290, 470}, {260, 560}, {170, 580}, {130, 480}}
        };
        for (double[][] figure : figures) {
            for (int i = 1; i < figure.length; i++) {
                stroke(
                        alpha(0xFFE9B8, 150),
                        1.7,
                        new Line2D.Double(figure[i - 1][0], figure[i - 1][1], figure[i][0], figure[i][1]));
            }
            for (double[] star : figure) {
                glow(star[0], star[1], 30, 0xFFF2CF, 0.8);
                disc(star[0], star[1], 4.6, alpha(0xFFFFFF, 255));
            }
        }
        stroke(alpha(0xFFE9B8, 60), 1.2, new Ellipse2D.Double(40, 40, 920, 920));
        stroke(alpha(0xFFE9B8, 40), 1, new Ellipse2D.Double(190, 190, 620, 620));
        pen.setPaint(alpha(0x03050F, 255));
        pen.fill(ridge(850, x -> 40 * Math.sin(x / 190 + 2.2) - 34 * fbm(x / 120, 3, 4)));
        cartographer(640, 792);
    }

    private void cartographer(double x, double y) {
        pen.setPaint(alpha(0x03050F, 255));
        disc(x, y - 58, 10, alpha(0x03050F, 255));
        pen.fill(polygon(x - 9, y - 50, x + 9, y - 50, x + 17, y + 34, x - 17, y + 34));
        stroke(alpha(0x03050F, 255), 5, new Line2D.Double(x + 4, y - 40, x + 34, y - 62));
        stroke(alpha(0x03050F, 255), 6, new Line2D.Double(x + 26, y - 56, x + 62, y - 88));
        stroke(alpha(0x03050F, 255), 3, new Line2D.Double(x + 44, y - 70, x + 34, y + 40));
        stroke(alpha(0x03050F, 255), 3, new Line2D.Double(x + 44, y - 70, x + 58, y + 40));
        glow(x - 26, y + 6, 44, 0xFFC46B, 0.9);
        disc(x - 26, y + 6, 5, alpha(0xFFE9B0, 255));
    }

    // Brushes.

    private interface Height {
        double at(double x);
    }

    private interface Pixel {
        int at(double x, double y);
    }

    private void each(Pixel color) {
        double scale = (double) EDGE / PAINTED;
        for (int y = 0; y < PAINTED; y++) {
            for (int x = 0; x < PAINTED; x++) {
                image.setRGB(x, y, color.at(x * scale, y * scale));
            }
        }
    }

    private void vertical(double top, double bottom, int... colors) {
        double part = (bottom - top) / (colors.length - 1);
        for (int i = 1; i < colors.length; i++) {
            float from = (float) (top + (i - 1) * part);
            pen.setPaint(new GradientPaint(
                    0, from, alpha(colors[i - 1], 255), 0, (float) (from + part), alpha(colors[i], 255)));
            pen.fill(new Rectangle2D.Double(0, from, EDGE, part + 1));
        }
    }

    private void stars(int count, int bottom) {
        for (int star = 0; star < count; star++) {
            double size = 0.5 + Math.pow(random.nextDouble(), 4) * 2.6;
            disc(
                    random.nextDouble() * EDGE,
                    random.nextDouble() * bottom,
                    size,
                    alpha(0xFFF6E6, 90 + random.nextInt(165)));
        }
    }

    private void glow(double x, double y, double radius, int color, double strength) {
        pen.setPaint(radial(x, y, radius, alpha(color, (int) (255 * strength)), alpha(color, 0)));
        pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private void moon(double x, double y, double radius, int light, int dark) {
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

    private void disc(double x, double y, double radius, Color color) {
        pen.setPaint(color);
        pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private void stroke(Color color, double width, Shape shape) {
        pen.setPaint(color);
        pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(shape);
    }

    private Shape blob(double x, double y, double width, double height) {
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

    private static Path2D ridge(double base, Height height) {
        Path2D path = new Path2D.Double();
        path.moveTo(-10, EDGE + 10);
        for (double x = -10; x <= EDGE + 10; x += 2) {
            path.lineTo(x, base + height.at(x));
        }
        path.lineTo(EDGE + 10, EDGE + 10);
        path.closePath();
        return path;
    }

    private static Path2D curve(double... numbers) {
        Path2D path = new Path2D.Double();
        path.moveTo(numbers[0], numbers[1]);
        for (int i = 2; i + 5 < numbers.length; i += 6) {
            path.curveTo(numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3], numbers[i + 4], numbers[i + 5]);
        }
        return path;
    }

    private static Path2D polygon(double... numbers) {
        Path2D path = new Path2D.Double();
        path.moveTo(numbers[0], numbers[1]);
        for (int i = 2; i < numbers.length; i += 2) {
            path.lineTo(numbers[i], numbers[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static RadialGradientPaint radial(double x, double y, double radius, Color middle, Color edge) {
        return new RadialGradientPaint(
                new Point2D.Double(x, y), (float) radius, new float[] {0, 1}, new Color[] {middle, edge});
    }

    private static Color alpha(int rgb, int alpha) {
        return new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, alpha);
    }

    private static Color mix(int from, int to, double share, int alpha) {
        return alpha(blend(from, to, share), alpha);
    }

    private static int blend(int from, int to, double share) {
        double part = Math.max(0, Math.min(1, share));
        int result = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 0xFF;
            result |= (int) Math.round(a + ((to >> shift & 0xFF) - a) * part) << shift;
        }
        return result;
    }

    /** Smooth noise from 0 to 1. */
    private static double noise(double x, double y) {
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

    private static double fbm(double x, double y, int octaves) {
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

    private void write(Path file) throws IOException {
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
