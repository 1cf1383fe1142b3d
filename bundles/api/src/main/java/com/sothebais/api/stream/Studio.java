package com.sothebais.api.stream;

import com.sothebais.api.agent.Mood;
import java.nio.file.Path;
import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** The studio draws, mixes, encodes and sends the show. Thread-safe. */
@ProviderType
public interface Studio {

    /**
     * Puts a line on air now, cutting off the line before it.
     *
     * @return when it will be over, UTC; without sound the caption stays for a reading time
     */
    Instant say(Utterance utterance);

    /** Changes the host's expression until the next line or call. */
    void mood(Mood mood);

    /**
     * Starts a recording of the feed as fragmented MP4 that stays playable when the process is killed.
     *
     * @throws StudioException when the file cannot be written
     */
    Recording record(Path file);

    /** Directory with {@code live.m3u8} and its segments; exists while on air. */
    Path hls();

    StreamHealth health();

    /** A running recording. */
    interface Recording extends AutoCloseable {
        Path file();

        /**
         * Goes on in another file from the next keyframe on. This recording is complete on return; both together have every picture
         * and every block of sound once.
         *
         * @return the recording that goes on
         * @throws StudioException when the other file cannot be written or no keyframe comes within some seconds; this recording then
         *     goes on as before
         */
        Recording continueIn(Path next);

        /** Ends the recording; the file is complete on return. Nothing happens the second time. */
        @Override
        void close();
    }

    /** The studio could not do what was asked; the broadcast itself goes on. */
    final class StudioException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public StudioException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
