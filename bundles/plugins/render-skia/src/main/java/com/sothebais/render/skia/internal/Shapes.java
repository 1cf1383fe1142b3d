package com.sothebais.render.skia.internal;

import com.sothebais.api.stream.Content.Bar;
import com.sothebais.api.stream.Content.Code;
import com.sothebais.api.stream.Content.Gradient;
import com.sothebais.api.stream.Content.Panel;
import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.PaintMode;
import io.github.humbleui.skija.Path;
import io.github.humbleui.skija.PathBuilder;
import io.github.humbleui.skija.Shader;
import io.github.humbleui.types.RRect;
import io.github.humbleui.types.Rect;

/** Backgrounds, panels, bars, codes, and what stands where a picture is missing. */
final class Shapes {
    private static final int SHEEN = 14;
    private static final int FRAME = 0xFF8FA3B8;
    private static final int PLACE_FROM = 0xFF243042;
    private static final int PLACE_TO = 0xFF161D29;

    private Shapes() {}

    /** Along the diagonal; dithered, or dark gradients show bands once they are encoded. */
    static Sprite gradient(Gradient content, int width, int height) {
        return new Sheet(width, height)
                .draw(canvas -> {
                    try (Paint paint = shaded(0, 0, width, height, content.from(), content.to())) {
                        canvas.drawRect(Rect.makeWH(width, height), paint);
                    }
                })
                .sprite();
    }

    static Sprite panel(Panel content, int width, int height) {
        return new Sheet(width, height)
                .draw(canvas -> {
                    int fill = content.fill();
                    // A little light from above keeps a panel from looking like a hole in the picture.
                    float fades = Math.max(1, height * 0.6f);
                    try (Paint paint = shaded(0, 0, 0, fades, lighter(fill, SHEEN), fill)) {
                        canvas.drawRRect(rounded(0, 0, width, height, content.cornerRadius()), paint);
                    }
                    if (content.border() >>> 24 > 0) {
                        border(canvas, content, width, height);
                    }
                })
                .sprite();
    }

    private static void border(Canvas canvas, Panel content, int width, int height) {
        float line = Math.max(1, Math.round(Math.min(width, height) / 260.0 + 0.6));
        float inner = Math.max(0, content.cornerRadius() - line / 2);
        try (Paint paint = plain(content.border())) {
            paint.setMode(PaintMode.STROKE).setStrokeWidth(line);
            canvas.drawRRect(rounded(line / 2, line / 2, width - line, height - line, inner), paint);
        }
    }

    static Sprite bar(Bar content, int width, int height) {
        return new Sheet(width, height)
                .draw(canvas -> {
                    try (Paint paint = plain(content.background())) {
                        canvas.drawRRect(rounded(0, 0, width, height, height / 2f), paint);
                    }
                    float filled = width * Math.max(0, Math.min(1_000, content.permille())) / 1_000f;
                    if (filled > 0) {
                        int light = lighter(content.color(), 3 * SHEEN);
                        try (Paint paint = shaded(0, 0, 0, Math.max(1, height), light, content.color())) {
                            // Never narrower than its own round end, or a short time left would look like none.
                            float shown = Math.min(width, Math.max(filled, height));
                            canvas.drawRRect(rounded(0, 0, shown, height, height / 2f), paint);
                        }
                    }
                })
                .sprite();
    }

    /** Whole pixels and no rounding: a blurred edge is what a reader stumbles over. Nothing when there is no room for it. */
    static Sprite code(Code content, int width, int height) {
        int modules = content.edge() + 2 * Code.QUIET;
        int module = Math.min(width, height) / modules;
        if (module == 0) {
            return Sprite.NOTHING;
        }
        int edge = module * modules;
        int left = (width - edge) / 2;
        int top = (height - edge) / 2;
        return new Sheet(width, height)
                .draw(canvas -> {
                    try (Paint light = sharp(content.light());
                            Paint dark = sharp(content.dark())) {
                        canvas.drawRect(Rect.makeXYWH(left, top, edge, edge), light);
                        canvas.translate(left + Code.QUIET * module, top + Code.QUIET * module);
                        for (int row = 0; row < content.edge(); row++) {
                            for (int column = 0; column < content.edge(); column++) {
                                if (content.isDark(column, row)) {
                                    canvas.drawRect(Rect.makeXYWH(column * module, row * module, module, module), dark);
                                }
                            }
                        }
                    }
                })
                .sprite();
    }

    /** A quiet frame with a landscape in it: a picture belongs here and is not there. */
    static Sprite placeholder(int width, int height, int cornerRadius) {
        return new Sheet(width, height)
                .draw(canvas -> {
                    try (Paint ground = shaded(0, 0, width, height, PLACE_FROM, PLACE_TO)) {
                        canvas.drawRRect(rounded(0, 0, width, height, cornerRadius), ground);
                    }
                    float unit = Math.min(width, height) / 10f;
                    canvas.translate(width / 2f, height / 2f);
                    try (Paint paint = plain(FRAME);
                            Path hills = hills(unit)) {
                        canvas.drawOval(Rect.makeXYWH(-1.3f * unit, -1.1f * unit, 0.8f * unit, 0.8f * unit), paint);
                        canvas.drawPath(hills, paint);
                        paint.setMode(PaintMode.STROKE).setStrokeWidth(Math.max(1, unit / 5));
                        canvas.drawRRect(rounded(-2 * unit, -1.6f * unit, 4 * unit, 3.2f * unit, unit / 4), paint);
                    }
                })
                .sprite();
    }

    private static Path hills(float unit) {
        try (PathBuilder builder = new PathBuilder()) {
            return builder.moveTo(-1.6f * unit, 1.2f * unit)
                    .lineTo(-0.5f * unit, -0.1f * unit)
                    .lineTo(0.2f * unit, 0.6f * unit)
                    .lineTo(0.8f * unit, 0)
                    .lineTo(1.6f * unit, 1.2f * unit)
                    .closePath()
                    .detach();
        }
    }

    /** Radii shrink with a box that is too small for them, each way for itself. */
    static RRect rounded(float x, float y, float width, float height, float radius) {
        float across = Math.min(radius, width / 2);
        return RRect.makeXYWH(x, y, width, height, Math.max(0, across), Math.max(0, Math.min(radius, height / 2)));
    }

    static Paint plain(int color) {
        return new Paint().setColor(color).setAntiAlias(true);
    }

    private static Paint sharp(int color) {
        return new Paint().setColor(color).setAntiAlias(false);
    }

    private static Paint shaded(float x, float y, float toX, float toY, int from, int to) {
        try (Shader shader = Shader.makeLinearGradient(x, y, toX, toY, new int[] {from, to})) {
            return new Paint().setShader(shader).setDither(true).setAntiAlias(true);
        }
    }

    private static int lighter(int color, int by) {
        int red = Math.min(255, (color >> 16 & 0xFF) + by);
        int green = Math.min(255, (color >> 8 & 0xFF) + by);
        int blue = Math.min(255, (color & 0xFF) + by);
        return color & 0xFF000000 | red << 16 | green << 8 | blue;
    }
}
