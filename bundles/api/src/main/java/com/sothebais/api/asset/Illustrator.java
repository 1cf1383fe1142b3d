package com.sothebais.api.asset;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes a picture of content that the asset store has no decoder for, as films. Whoever has the decoders registers one as a service;
 * without one such content has no small pictures. Thread-safe.
 */
@ConsumerType
public interface Illustrator {
    /**
     * What somebody sees of it first.
     *
     * @param file content that was checked; not changed, and not needed after the call
     * @param mediaType for example {@code video/mp4}
     * @param edgePixels longest edge of the picture, 1 to 1,000
     * @return a PNG; empty when it cannot make one, of damaged content too. Answers within ten seconds of a processor
     */
    Optional<byte[]> png(Path file, String mediaType, int edgePixels);
}
