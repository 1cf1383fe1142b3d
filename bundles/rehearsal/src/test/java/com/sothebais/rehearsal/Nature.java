package com.sothebais.rehearsal;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.Deque;

/** Pictures of what grows, swims and blooms. */
final class Nature extends Brush {
    Nature(long seed) {
        super(seed);
    }

    void koi() {
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

    void crystalForest() {
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

    void herbarium() {
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

    void orchid() {
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
}
