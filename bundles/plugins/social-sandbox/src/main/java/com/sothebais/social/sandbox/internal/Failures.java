package com.sothebais.social.sandbox.internal;

import com.sothebais.api.event.EventLogException;
import com.sothebais.api.social.PostId;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a post that nobody will ever record from a taker that is not well. An outage is waited for, however long; a post that its
 * taker says it can never take is passed over at once; one on which the taker stumbles in an unforeseen way is passed over after
 * {@link #STUMBLES_MAX} deliveries. Without that one such post would hold the cursor back for ever. Used under its owner's lock.
 */
final class Failures {
    static final int STUMBLES_MAX = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** By sequence of the post; only those behind the cursor, which are as many as may be in flight. */
    private final Map<Long, Integer> stumbles = new HashMap<>();

    private volatile int hopeless;

    /** Counts the failure, and says whether delivering once more is hopeless. */
    boolean isFinal(long sequence, PostId post, Throwable failure) {
        if (failure instanceof EventLogException || failure instanceof IllegalStateException) {
            return false;
        }
        int times = stumbles.merge(sequence, 1, Integer::sum);
        if (!(failure instanceof IllegalArgumentException) && times < STUMBLES_MAX) {
            return false;
        }
        hopeless++;
        LOG.error(
                "post {} is not recorded and never will be, delivered {} time(s); the posts behind it go on",
                post,
                times,
                failure);
        return true;
    }

    void forgetUpTo(long sequence) {
        if (!stumbles.isEmpty()) {
            stumbles.keySet().removeIf(known -> known <= sequence);
        }
    }

    int hopeless() {
        return hopeless;
    }
}
