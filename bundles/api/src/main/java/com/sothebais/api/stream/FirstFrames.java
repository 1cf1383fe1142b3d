package com.sothebais.api.stream;

import com.sothebais.api.event.CorrelationId;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** When bids were first seen on air, as far as it is remembered: a frame leaves no fact. Thread-safe. */
@ProviderType
public interface FirstFrames {
    /** So many bids are remembered, the newest, since the start of the process. */
    int BIDS_MAX = 10_000;

    /**
     * When the first frame that shows the verdict on a bid had been encoded, UTC by the platform's clock.
     *
     * @param story the correlation of the bid
     * @return empty when no frame has shown it yet, when it is remembered no more, and for all that happened before the start
     */
    Optional<Instant> firstFrame(CorrelationId story);
}
