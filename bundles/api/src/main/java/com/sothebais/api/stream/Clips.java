package com.sothebais.api.stream;

import com.sothebais.api.auction.AuctionId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One film for each lot, cut out of the recording of its show as soon as the lot is over, without encoding again. A clip that a
 * kill prevented is cut after the next start. Thread-safe.
 */
@ProviderType
public interface Clips {

    /** Most clips that are known at a time; of more lots the newest. */
    int CLIPS_MAX = 1_000;

    /** The clips that are complete, newest lot first. */
    List<Clip> clips();

    /**
     * One clip.
     *
     * @param lot number of the lot in its campaign
     * @param opened when the lot opened, UTC; the clip begins with the keyframe before
     * @param length of the clip
     * @param bytes size of the file
     * @param file fragmented MP4 beside the recording, named {@code clip-<auction>.mp4}
     */
    record Clip(AuctionId auction, int lot, String title, Instant opened, Duration length, long bytes, Path file) {
        public Clip {
            Objects.requireNonNull(auction, "auction");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(opened, "opened");
            Objects.requireNonNull(length, "length");
            Objects.requireNonNull(file, "file");
        }
    }
}
