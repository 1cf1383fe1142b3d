package com.sothebais.api.stream;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps the feed on this machine: while the curtain is down, pushes are disconnected and the live playlist is gone, and only preview
 * and recordings get what is made. It is also down by itself as long as a rehearsal is on stage. Thread-safe.
 */
@ProviderType
public interface Curtain {

    /** Why an output does not run, as it says of itself. */
    String HELD = "held for a rehearsal";

    /** Longest that {@link #lower} waits. */
    Duration LOWER_MAX = Duration.ofSeconds(15);

    /**
     * Lowers the curtain and returns when nothing is connected any more.
     *
     * @throws Studio.StudioException while the studio is not on air, or when an output did not end within {@link #LOWER_MAX}; the
     *     curtain is then as it was
     */
    Lowered lower();

    /** Whether it is down. */
    boolean isDown();

    /** A lowered curtain. It rises when all who lowered it have closed, no rehearsal is on stage, and the host is silent. */
    interface Lowered extends AutoCloseable {
        /** Nothing happens the second time. */
        @Override
        void close();
    }
}
