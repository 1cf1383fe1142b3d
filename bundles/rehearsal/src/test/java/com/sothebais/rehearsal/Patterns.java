package com.sothebais.rehearsal;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/** Pictures made of rules: woven, laid and drifting. */
final class Patterns extends Brush {
    Patterns(long seed) {
        super(seed);
    }

    void loom() {
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

    void maze() {
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

    void attractor() {
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
}
