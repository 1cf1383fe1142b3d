package com.sothebais.stream.picture;

import com.sothebais.stream.film.Reel;
import com.sothebais.stream.print.Print;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What there is of an asset for one place. Guarded by the gallery. */
final class Exhibit {
    private Optional<Print> still = Optional.empty();
    private Optional<Reel> reel = Optional.empty();
    private Optional<String> note = Optional.empty();
    private boolean asking;
    private long retryNanos;
    private long lookedAtNanos;

    /**
     * What loading it gave.
     *
     * @param note why it is not as it should be
     * @param againSeconds when it is worth trying again; 0 for never
     */
    record Found(Optional<Print> still, Optional<Reel> reel, Optional<String> note, int againSeconds) {
        static Found still(Print print) {
            return new Found(Optional.of(print), Optional.empty(), Optional.empty(), 0);
        }

        static Found film(Reel reel) {
            return new Found(Optional.empty(), Optional.of(reel), Optional.empty(), 0);
        }

        static Found nothing(String why, int againSeconds) {
            return new Found(Optional.empty(), Optional.empty(), Optional.of(why), againSeconds);
        }

        /** Likewise when part of it does not play. @param why empty when all does */
        Found partly(Optional<String> why) {
            String before = reel.isPresent() ? "part of it stands still: " : "it stands still: ";
            return note.isPresent() ? this : new Found(still, reel, why.map(before::concat), againSeconds);
        }

        /** The first picture of a film that does not play. */
        static Found standing(Print print, String why, int againSeconds) {
            return new Found(Optional.of(print), Optional.empty(), Optional.of(why), againSeconds);
        }
    }

    void lookedAt(long nanos) {
        lookedAtNanos = nanos;
    }

    boolean isLookedAt(long nanos, long withinNanos) {
        return nanos - lookedAtNanos < withinNanos;
    }

    /** Whether it is to be loaded now. */
    boolean isWanted(long nanos) {
        return !asking && retryNanos != Long.MAX_VALUE && nanos - retryNanos >= 0;
    }

    void asked() {
        asking = true;
    }

    void found(Found found, long nanos) {
        asking = false;
        still = found.still();
        reel.filter(old -> found.reel().isEmpty() || old != found.reel().get()).ifPresent(Reel::close);
        reel = found.reel();
        note = found.note();
        retryNanos = found.againSeconds() > 0 ? nanos + TimeUnit.SECONDS.toNanos(found.againSeconds()) : Long.MAX_VALUE;
    }

    /** Whether it moves or moved, and so begins anew when it is shown again. */
    boolean isFilm() {
        return reel.isPresent();
    }

    boolean isPlaying() {
        return reel.isPresent() && !reel.get().isOver();
    }

    boolean isAsked() {
        return asking;
    }

    long frame(long millis) {
        return reel.map(film -> 1 + film.at(millis)).orElse(still.isPresent() ? 1L : 0L);
    }

    Optional<Print> print(long frame) {
        return reel.map(film -> film.picture(frame - 1)).or(() -> still);
    }

    Optional<String> note() {
        return note.or(() -> reel.flatMap(Reel::trouble));
    }

    long bytes() {
        return still.map(Print::bytes).orElse(0L);
    }

    void close() {
        reel.ifPresent(Reel::close);
    }
}
