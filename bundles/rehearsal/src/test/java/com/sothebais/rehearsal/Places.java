package com.sothebais.rehearsal;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Pictures of skies, hills and a city. */
final class Places extends Brush {
    Places(long seed) {
        super(seed);
    }

    void tidalMoons() {
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

    void silkWeather() {
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

    void city() {
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

    void strata() {
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

    void constellations() {
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
}
