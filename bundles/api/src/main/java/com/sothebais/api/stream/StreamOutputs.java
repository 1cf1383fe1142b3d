package com.sothebais.api.stream;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Where the encoded feed goes, output by output, and the button that makes a waiting one try again. Thread-safe. */
@ProviderType
public interface StreamOutputs {

    /** All outputs there are now, in the order in which they were added; empty while the studio is not on air. */
    List<OutputStatus> outputs();

    /**
     * Ends the pause of an output that waits for its next attempt. Nothing happens to one that is up or connecting, or that has
     * given up for good. An attempt that it does bring forward is recorded as {@link OutputEvent.RetryOrdered} when there is a log.
     *
     * @param admin who orders it
     * @return how it is right after; empty when no output has the name
     */
    Optional<OutputStatus> retry(String name, String admin);
}
