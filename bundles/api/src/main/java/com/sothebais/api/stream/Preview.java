package com.sothebais.api.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The encoded pictures of the feed, for watchers who show them at once. No sound. Thread-safe. */
@ProviderType
public interface Preview {

    /** Most watchers at a time; each holds up to three seconds of pictures. */
    int WATCHES_MAX = 4;

    /**
     * Begins to watch; the first picture is one that a decoder can start at.
     *
     * @throws Studio.StudioException while the studio is not on air, or when {@link #WATCHES_MAX} watch already
     */
    Watch watch();

    /** Pictures as they are made. Whoever takes too few loses all up to the next one that a decoder can start at. */
    interface Watch extends AutoCloseable {
        Format format();

        /** The next picture; empty when none came in time. */
        Optional<Picture> next(Duration wait) throws InterruptedException;

        /** Whether no more pictures will come, because the studio has left the air or the watch was closed. */
        boolean over();

        /** Ends the watch. Nothing happens the second time. */
        @Override
        void close();
    }

    /**
     * What a decoder must know.
     *
     * @param codec as in RFC 6381, for example {@code avc1.64001f}
     * @param fps pictures a second
     */
    record Format(String codec, Size size, int fps) {
        public Format {
            Objects.requireNonNull(codec, "codec");
            Objects.requireNonNull(size, "size");
        }
    }

    /**
     * One picture.
     *
     * @param index grows by one a frame; left out frames leave a gap
     * @param key whether a decoder can start here; the parameter sets are then in front
     * @param composed when its composition began, UTC
     * @param data H.264 with start codes (ITU-T H.264, annex B); not to be changed
     */
    record Picture(long index, boolean key, Instant composed, byte[] data) {
        public Picture {
            Objects.requireNonNull(composed, "composed");
            Objects.requireNonNull(data, "data");
        }
    }
}
