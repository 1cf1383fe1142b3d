package com.sothebais.stream.picture;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Content.Picture;
import com.sothebais.stream.print.Lens;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Pictures of the gallery as one canvas lays them down. Used by one thread. */
public final class Prints {
    /** Pictures on screen at a time, and the next ones. */
    private static final int KEPT = 16;

    private final Gallery gallery;
    private final Lens lens = new Lens();
    private final Map<Place, Step> steps = new LinkedHashMap<>(16, 0.75f, true);

    public Prints(Gallery gallery) {
        this.gallery = gallery;
    }

    private record Place(AssetId asset, int corner, int width, int height) {}

    private record Step(Picture content, Bitmap bitmap) {}

    /**
     * The picture in its place; empty while there is none to show. Of one that moves each step is wanted once or twice and never
     * again, so only the last one is kept.
     */
    public Optional<Bitmap> bitmap(Picture content, int width, int height) {
        Place place = new Place(content.asset(), content.cornerRadius(), width, height);
        Step last = steps.get(place);
        if (last != null && last.content.equals(content)) {
            return Optional.of(last.bitmap);
        }
        Optional<Bitmap> bitmap = gallery.print(content.asset(), width, height, content.frame())
                .map(print -> lens.framed(print, content.part(), content.cornerRadius(), width, height));
        bitmap.ifPresent(drawn -> keep(place, new Step(content, drawn)));
        return bitmap;
    }

    private void keep(Place place, Step step) {
        steps.put(place, step);
        if (steps.size() > KEPT) {
            steps.remove(steps.keySet().iterator().next());
        }
    }
}
