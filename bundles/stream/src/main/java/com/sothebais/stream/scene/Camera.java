package com.sothebais.stream.scene;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.stream.Content.Part;
import com.sothebais.api.stream.Content.Picture;
import com.sothebais.stream.layout.Move;
import com.sothebais.stream.scene.Composition.Motion;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Moves over pictures from the frame on in which each came on, and shows the picture that is due of those that play. One thread. */
final class Camera {
    private final Screen screen;
    private final Playing playing;
    private final Map<String, Shown> shown = new HashMap<>();

    private record Shown(AssetId asset, long frame) {}

    Camera(Screen screen, Playing playing) {
        this.screen = screen;
        this.playing = playing;
    }

    /** A picture in a frame. @param id of its element @param still how it looks before it moves */
    Motion over(String id, Picture still, Move move, Place place) {
        return (figure, frame) -> new Picture(
                still.asset(),
                still.cornerRadius(),
                part(move, frame - since(id, still.asset(), frame)),
                playing.frame(still.asset(), place, screen.millis(frame)));
    }

    private long since(String id, AssetId asset, long frame) {
        Shown known = shown.get(id);
        if (known == null || !known.asset.equals(asset) || frame < known.frame) {
            known = new Shown(asset, frame);
            shown.put(id, known);
        }
        return known.frame;
    }

    private Part part(Move move, long frames) {
        return move.at(frames / (double) screen.fps());
    }

    /** Forgets elements that are gone; they begin anew when they come back. */
    void keep(Set<String> ids) {
        shown.keySet().retainAll(ids);
    }

    void prepare(AssetId asset, Place place) {
        playing.prepare(asset, place);
    }
}
