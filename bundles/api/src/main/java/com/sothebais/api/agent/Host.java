package com.sothebais.api.agent;

import org.osgi.annotation.versioning.ProviderType;

/** The host of the show. Thread-safe. */
@ProviderType
public interface Host {

    /**
     * What the host did since the start of the process.
     *
     * @param linesSpoken lines on air
     * @param repliesPosted replies that are on the network
     * @param announcementsPosted posts of its own that are on the network
     * @param draftsWaiting drafts the network has not taken yet
     */
    record Activity(long linesSpoken, long repliesPosted, long announcementsPosted, int draftsWaiting) {}

    Activity activity();

    /** Says something at the next chance, as a director would. At most 280 characters. */
    void say(String text, Mood mood);
}
