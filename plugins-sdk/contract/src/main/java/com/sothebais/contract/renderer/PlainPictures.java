package com.sothebais.contract.renderer;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Content;
import com.sothebais.api.stream.Pictures;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pictures for the contract: assets are evenly coloured, and the host is a disc on a box whose colours tell its pose. */
public final class PlainPictures implements Pictures {
    private final Map<AssetId, Integer> colors = new HashMap<>();

    /** From now on the asset is there, as a square of this opaque colour. */
    public void store(AssetId asset, int color) {
        colors.put(asset, color);
    }

    @Override
    public Optional<Bitmap> picture(Content.Picture content, int width, int height) {
        int edge = Math.min(width, height);
        return edge == 0
                ? Optional.empty()
                : Optional.ofNullable(colors.get(content.asset()))
                        .map(color -> box(edge, edge, color).moved((width - edge) / 2, (height - edge) / 2));
    }

    @Override
    public List<Bitmap> figure(Content.Figure content, int width, int height) {
        int body = 0xFF000000 | (content.mood().ordinal() + 1) * 0x9E3779B1 >>> 8;
        int edge = Math.min(width, height) / 2;
        int[] disc = new int[edge * edge];
        for (int i = 0; i < disc.length; i++) {
            double x = i % edge - edge / 2.0;
            double y = i / edge - edge / 2.0;
            // Half transparent white, premultiplied.
            disc[i] = x * x + y * y < edge * edge / 4.0 ? 0x80808080 : 0;
        }
        return List.of(
                box(width, height / 2, body).moved(0, height - height / 2),
                Bitmap.trimmed(disc, edge, edge).moved((width - edge) / 2 + content.swayPixels(), 0));
    }

    private static Bitmap box(int width, int height, int color) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, color);
        return new Bitmap(0, 0, width, height, pixels, true);
    }
}
