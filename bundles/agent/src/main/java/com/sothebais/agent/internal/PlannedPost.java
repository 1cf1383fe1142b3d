package com.sothebais.agent.internal;

import com.sothebais.agent.internal.Cue.Origin;
import com.sothebais.api.social.Draft;

/**
 * A post the host wants on a network.
 *
 * @param urgency the lower the sooner
 * @param origin what led to it; has a causation
 */
record PlannedPost(String network, Draft draft, int urgency, Origin origin) {
    static final int VERDICT = 0;
    static final int ANNOUNCEMENT = 1;
    static final int CHAT = 2;

    PlannedPost {
        if (origin.causation().isEmpty()) {
            throw new IllegalArgumentException("a post needs the fact that led to it: " + draft.key());
        }
    }
}
