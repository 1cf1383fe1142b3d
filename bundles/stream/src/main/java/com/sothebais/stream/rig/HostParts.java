package com.sothebais.stream.rig;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.stream.picture.Sheet;
import com.sothebais.stream.rig.HostRig.Part;
import com.sothebais.stream.rig.HostRig.Pose;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The host as bitmaps: each part is drawn once for what it depends on and then only moved, so that a blink costs two small eyes
 * and not a whole figure. Used by one thread.
 */
public final class HostParts {
    /** Memory of parts that are kept, of those shown last; all moods and mouths at the size of the bundled layout take a fifth. */
    static final long BYTES_MAX = 32L << 20;

    /** Steps of a blink and of a look aside; finer ones cannot be told apart at the size of a stream. */
    private static final int BLINK_STEP = 100;

    private static final int GAZE_STEP = 100;
    private static final double BODY_SWAY = 0.34;

    private final Map<PartKey, Bitmap> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    private record PartKey(Part part, Pose pose, int width, int height) {}

    /** From back to front, relative to the element. */
    public List<Bitmap> parts(Figure figure, int width, int height) {
        Mood mood = figure.mood();
        int blink = step(figure.blinkPermille(), 0, BLINK_STEP);
        int gaze = step(figure.gazePermille(), -1_000, GAZE_STEP);
        int head = figure.swayPixels();
        int body = (int) Math.round(head * BODY_SWAY);
        Pose still = new Pose(mood, Mouth.CLOSED, 0, 0);
        return List.of(
                part(new PartKey(Part.BODY, still, width, height), body),
                part(new PartKey(Part.HEAD, still, width, height), head),
                part(new PartKey(Part.MOUTH, new Pose(mood, figure.mouth(), 0, 0), width, height), head),
                part(new PartKey(Part.EYES, new Pose(mood, Mouth.CLOSED, blink, gaze), width, height), head),
                part(new PartKey(Part.FRONT, still, width, height), head));
    }

    private static int step(int permille, int least, int step) {
        return Math.round(Math.max(least, Math.min(1_000, permille)) / (float) step) * step;
    }

    private Bitmap part(PartKey key, int x) {
        Bitmap known = kept.get(key);
        if (known == null) {
            known = draw(key);
            kept.put(key, known);
            bytes += known.bytes();
            forget();
        }
        return known.moved(x, 0);
    }

    private void forget() {
        var oldest = kept.values().iterator();
        while (bytes > BYTES_MAX && kept.size() > 1) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    private static Bitmap draw(PartKey key) {
        Sheet sheet = new Sheet(key.width, key.height);
        double scale = Math.min(key.width / HostRig.WIDTH, key.height / HostRig.HEIGHT);
        sheet.graphics().translate((key.width - HostRig.WIDTH * scale) / 2, key.height - HostRig.HEIGHT * scale);
        sheet.graphics().scale(scale, scale);
        HostRig.paint(key.part, key.pose, sheet.graphics());
        return sheet.bitmap();
    }
}
