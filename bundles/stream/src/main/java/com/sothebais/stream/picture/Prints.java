package com.sothebais.stream.picture;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.Assets;
import com.sothebais.api.asset.Assets.AssetException;
import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Content.Picture;
import com.sothebais.stream.picture.PictureReader.UnreadablePictureException;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Artwork, decoded once and kept at the size it is shown in. Used by one thread. */
public final class Prints {
    private static final Logger LOG = LoggerFactory.getLogger(Prints.class);

    /** Pictures on screen at a time, and the next ones. */
    private static final int PRINTS_KEPT = 8;

    private static final int COMPLAINTS_KEPT = 256;

    /** A print is larger than its place, so that a slow zoom into it stays sharp. */
    private static final double ZOOM_RESERVE = 1.25;

    private static final double ZOOM_MAX_PERMILLE = 9_000;

    private final Assets assets;
    private final Map<PrintKey, BufferedImage> prints = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<PrintKey, Step> steps = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<AssetId> unreadable = new LinkedHashSet<>();
    private final Set<AssetId> missed = new LinkedHashSet<>();

    public Prints(Assets assets) {
        this.assets = assets;
    }

    private record PrintKey(AssetId asset, int width, int height) {}

    private record Step(Picture content, Bitmap bitmap) {}

    /**
     * The picture in its place; empty while there is none to show. Of a picture that grows each step is wanted once or twice and
     * never again, so only the last one is kept.
     */
    public Optional<Bitmap> bitmap(Picture content, int width, int height) {
        PrintKey key = new PrintKey(content.asset(), width, height);
        Step last = steps.get(key);
        if (last != null && last.content.equals(content)) {
            return Optional.of(last.bitmap);
        }
        Optional<Bitmap> bitmap =
                print(content.asset(), width, height).map(print -> framed(print, content, width, height));
        bitmap.ifPresent(drawn -> keep(steps, key, new Step(content, drawn)));
        return bitmap;
    }

    private static Bitmap framed(BufferedImage print, Picture content, int width, int height) {
        double fit = Math.min((double) width / print.getWidth(), (double) height / print.getHeight());
        int across = Math.max(1, (int) Math.round(print.getWidth() * fit));
        int down = Math.max(1, (int) Math.round(print.getHeight() * fit));
        int left = (width - across) / 2;
        int top = (height - down) / 2;
        double zoom = 1 + Math.max(0, Math.min(ZOOM_MAX_PERMILLE, content.zoomPermille())) / 1_000.0;
        Sheet sheet = new Sheet(across, down);
        Graphics2D graphics = sheet.graphics();
        if (content.cornerRadius() > 0) {
            double diameter = 2.0 * content.cornerRadius();
            graphics.setColor(Color.WHITE);
            graphics.fill(new RoundRectangle2D.Double(0, 0, across, down, diameter, diameter));
            graphics.setComposite(AlphaComposite.SrcIn);
        }
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.translate(across / 2.0, down / 2.0);
        graphics.scale(across * zoom / print.getWidth(), down * zoom / print.getHeight());
        graphics.translate(-print.getWidth() / 2.0, -print.getHeight() / 2.0);
        graphics.drawImage(print, 0, 0, null);
        return sheet.bitmap().moved(left, top);
    }

    private Optional<BufferedImage> print(AssetId asset, int width, int height) {
        PrintKey key = new PrintKey(asset, width, height);
        BufferedImage known = prints.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        if (unreadable.contains(asset)) {
            return Optional.empty();
        }
        Optional<BufferedImage> print = content(asset)
                .flatMap(content -> decode(asset, content))
                .map(image -> {
                    double fit = Math.min((double) width / image.getWidth(), (double) height / image.getHeight());
                    return shrunk(image, fit * ZOOM_RESERVE);
                });
        print.ifPresent(image -> keep(prints, key, image));
        return print;
    }

    private static <V> void keep(Map<PrintKey, V> values, PrintKey key, V value) {
        values.put(key, value);
        if (values.size() > PRINTS_KEPT) {
            values.remove(values.keySet().iterator().next());
        }
    }

    /** A picture may still be on its way, so a missing one is asked for again at the next drawing. */
    private Optional<byte[]> content(AssetId asset) {
        try {
            Optional<byte[]> content = assets.still(asset);
            if (content.isEmpty() && remember(missed, asset)) {
                LOG.warn("asset {} is not in the store: the stream shows a placeholder until it is stored", asset);
            }
            return content;
        } catch (AssetException e) {
            if (remember(missed, asset)) {
                LOG.warn("asset {} cannot be read from the store ({}): placeholder shown", asset, e.getMessage());
            }
            return Optional.empty();
        }
    }

    private Optional<BufferedImage> decode(AssetId asset, byte[] content) {
        try {
            return Optional.of(PictureReader.read(content));
        } catch (UnreadablePictureException e) {
            remember(unreadable, asset);
            LOG.warn("asset {} cannot be shown, placeholder instead: {}", asset, e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean remember(Set<AssetId> names, AssetId asset) {
        boolean isNew = names.add(asset);
        if (names.size() > COMPLAINTS_KEPT) {
            names.remove(names.iterator().next());
        }
        return isNew;
    }

    /** Halved as often as possible first, since one bilinear step skips pixels when it shrinks by more than two. */
    private static BufferedImage shrunk(BufferedImage image, double scale) {
        BufferedImage current = image;
        while (scale <= 0.5 && current.getWidth() > 1 && current.getHeight() > 1) {
            current = resized(current, current.getWidth() / 2, current.getHeight() / 2);
            scale *= 2;
        }
        if (scale >= 1) {
            return current;
        }
        int width = (int) Math.max(1, Math.round(current.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(current.getHeight() * scale));
        return resized(current, width, height);
    }

    private static BufferedImage resized(BufferedImage image, int width, int height) {
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = result.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return result;
    }
}
