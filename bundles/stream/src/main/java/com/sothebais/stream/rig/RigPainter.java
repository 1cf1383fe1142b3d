package com.sothebais.stream.rig;

import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Content.Figure;
import com.sothebais.stream.picture.Sheet;
import com.sothebais.stream.picture.SvgRefused;
import com.sothebais.stream.rig.Drawings.UnreadableDrawing;
import com.sothebais.stream.rig.Rig.Part;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The host as bitmaps: each sheet of its rig is drawn once for each of its looks and then only moved by whole pixels, so that a blink
 * costs two small eyes and not a whole figure. Used by one thread.
 */
public final class RigPainter {
    /** Memory of sheets that are kept, of those shown last. All looks of the bundled character at 1080 lines take a fifth. */
    static final long BYTES_MAX = 32L << 20;

    /** Sheets are larger than their place by such a part of it, so that what moves in from outside is there. */
    private static final int MARGIN_SHARE = 16;

    private final Rigs rigs;
    private final Map<Look, Bitmap> kept = new LinkedHashMap<>(64, 0.75f, true);
    private Optional<Rig> shown = Optional.empty();
    private long bytes;

    public RigPainter(Rigs rigs) {
        this.rigs = rigs;
    }

    /** All that says how a sheet looks. @param frame of the animation it is, if it is one */
    private record Look(int sheet, List<Optional<String>> files, double frame, Place place, int width, int height) {}

    /**
     * Where a sheet is drawn, before it is moved.
     *
     * @param follows where its masks are drawn
     * @param x pixels its first part has moved against its mask
     */
    private record Place(AffineTransform at, AffineTransform follows, int x, int y) {}

    /** From back to front, relative to the element. */
    public List<Bitmap> parts(Figure figure, int width, int height) {
        Rig rig = rigs.current();
        try {
            return parts(rig, figure, width, height);
        } catch (SvgRefused | UnreadableDrawing e) {
            return parts(rigs.failed(rig, e), figure, width, height);
        }
    }

    private List<Bitmap> parts(Rig rig, Figure figure, int width, int height) {
        if (shown.filter(before -> before == rig).isEmpty()) {
            kept.clear();
            bytes = 0;
            shown = Optional.of(rig);
        }
        Pose pose = Pose.of(figure);
        List<Bitmap> parts = new ArrayList<>(rig.sheets().size());
        for (int sheet = 0; sheet < rig.sheets().size(); sheet++) {
            Bitmap part = part(rig, sheet, pose, width, height);
            if (part.width() > 0) {
                parts.add(part);
            }
        }
        return parts;
    }

    private Bitmap part(Rig rig, int sheet, Pose pose, int width, int height) {
        List<Part> parts = rig.sheets().get(sheet);
        List<Optional<String>> files = new ArrayList<>(parts.size());
        for (Part part : parts) {
            files.add(part.art().file(pose));
            part.mask().ifPresent(mask -> files.add(mask.file(pose)));
        }
        Part first = parts.get(0);
        AffineTransform still = fit(rig, width, height);
        AffineTransform moved = new AffineTransform(still);
        for (Motion motion : first.follows()) {
            motion.apply(pose, still, false);
            motion.apply(pose, moved, true);
        }
        int x = (int) Math.round(moved.getTranslateX() - still.getTranslateX());
        int y = (int) Math.round(moved.getTranslateY() - still.getTranslateY());
        AffineTransform at = new AffineTransform(still);
        AffineTransform atMoved = new AffineTransform(still);
        first.own().apply(pose, at, false);
        first.own().apply(pose, atMoved, true);
        int ownX = (int) Math.round(atMoved.getTranslateX() - at.getTranslateX());
        int ownY = (int) Math.round(atMoved.getTranslateY() - at.getTranslateY());
        boolean masked = first.mask().isPresent();
        Place place = new Place(at, still, masked ? ownX : 0, masked ? ownY : 0);
        Bitmap bitmap = kept(rig, new Look(sheet, List.copyOf(files), first.frame(pose), place, width, height), pose);
        return masked ? bitmap.moved(x, y) : bitmap.moved(x + ownX, y + ownY);
    }

    /** The whole rig as large as it goes, standing on the lower edge. */
    private static AffineTransform fit(Rig rig, int width, int height) {
        double scale = Math.min(width / rig.size().x(), height / rig.size().y());
        AffineTransform fit = AffineTransform.getTranslateInstance(
                (width - rig.size().x() * scale) / 2, height - rig.size().y() * scale);
        fit.scale(scale, scale);
        return fit;
    }

    private Bitmap kept(Rig rig, Look look, Pose pose) {
        Bitmap known = kept.get(look);
        if (known == null) {
            known = draw(rig, look, pose);
            kept.put(look, known);
            bytes += known.bytes();
            forget();
        }
        return known;
    }

    private void forget() {
        var oldest = kept.values().iterator();
        while (bytes > BYTES_MAX && kept.size() > 1) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    long bytes() {
        return bytes;
    }

    private static Bitmap draw(Rig rig, Look look, Pose pose) {
        int marginX = look.width / MARGIN_SHARE;
        int marginY = look.height / MARGIN_SHARE;
        Sheet sheet = new Sheet(look.width + 2 * marginX, look.height + 2 * marginY);
        Graphics2D pen = sheet.graphics();
        pen.translate(marginX, marginY);
        for (Part part : rig.sheets().get(look.sheet)) {
            paint(rig, part, look, pose, pen);
        }
        return sheet.bitmap().moved(-marginX, -marginY);
    }

    private static void paint(Rig rig, Part part, Look look, Pose pose, Graphics2D pen) {
        Optional<String> file = part.art().file(pose);
        if (file.isEmpty()) {
            return;
        }
        if (part.mask().isEmpty() && part.opacityPercent() == 100) {
            Graphics2D own = (Graphics2D) pen.create();
            own.transform(look.place.at);
            paint(rig, part, file.get(), look.frame, own);
            own.dispose();
            return;
        }
        // What is masked or faded is finished on its own first, or its shapes would shine through each other.
        AffineTransform corner = pen.getTransform();
        BufferedImage alone = new BufferedImage(
                look.width + 2 * (int) corner.getTranslateX(),
                look.height + 2 * (int) corner.getTranslateY(),
                BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D own = alone.createGraphics();
        own.setTransform(corner);
        own.translate(look.place.x, look.place.y);
        own.transform(look.place.at);
        paint(rig, part, file.get(), look.frame, own);
        part.mask().flatMap(mask -> mask.file(pose)).ifPresent(mask -> cut(rig, part, mask, look, corner, alone));
        own.dispose();
        Graphics2D over = (Graphics2D) pen.create();
        over.setTransform(new AffineTransform());
        over.setComposite(AlphaComposite.SrcOver.derive(part.opacityPercent() / 100f));
        over.drawImage(alone, 0, 0, null);
        over.dispose();
    }

    /** Leaves what the mask covers. */
    private static void cut(Rig rig, Part part, String mask, Look look, AffineTransform corner, BufferedImage picture) {
        BufferedImage shape =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D pen = shape.createGraphics();
        pen.setTransform(corner);
        pen.transform(look.place.follows);
        paint(rig, part, mask, 0, pen);
        pen.dispose();
        Graphics2D cutter = picture.createGraphics();
        cutter.setComposite(AlphaComposite.DstIn);
        cutter.drawImage(shape, 0, 0, null);
        cutter.dispose();
    }

    private static void paint(Rig rig, Part part, String file, double frame, Graphics2D pen) {
        pen.translate(part.box().x(), part.box().y());
        rig.drawings().of(file).paint(pen, part.box().width(), part.box().height(), frame);
    }
}
