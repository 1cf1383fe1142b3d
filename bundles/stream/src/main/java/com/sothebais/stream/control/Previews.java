package com.sothebais.stream.control;

import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.ShowControl.ControlException;
import com.sothebais.api.stream.ShowControl.ControlException.Obstacle;
import com.sothebais.api.stream.Source;
import java.util.Optional;

/** What the source on preview would show at the moment of the newest frame. Thread-safe. */
final class Previews {
    private final Shelf shelf;
    private Optional<Opened> last = Optional.empty();
    private volatile Optional<Moment> newest = Optional.empty();

    /** A source at work; the last is kept, because its pictures are loaded. */
    private record Opened(Source source, Scenes scenes) {}

    Previews(Shelf shelf) {
        this.shelf = shelf;
    }

    void now(Moment moment) {
        newest = Optional.of(moment);
    }

    /** @throws ControlException when the source is gone or there was no frame yet */
    Scene scene(Source source) {
        Scenes scenes = opened(source);
        Moment moment = newest.orElseThrow(
                () -> new ControlException(Obstacle.NOT_NOW, "The studio is not on air yet; try again in a second."));
        return scenes.compose(moment.stage(), moment.host(), moment.now(), moment.index());
    }

    private synchronized Scenes opened(Source source) {
        if (last.filter(known -> known.source().equals(source)).isEmpty()) {
            last = shelf.open(source).map(scenes -> new Opened(source, scenes));
        }
        return last.map(Opened::scenes)
                .orElseThrow(() -> new ControlException(Obstacle.UNKNOWN, "The source '" + source + "' is gone."));
    }
}
