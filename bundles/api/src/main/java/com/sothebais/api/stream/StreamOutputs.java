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
     * given up for good.
     *
     * @return how it is right after; empty when no output has the name
     */
    Optional<OutputStatus> retry(String name);
}
