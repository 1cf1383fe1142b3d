package com.sothebais.api.event;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What subscribers could not take, and the three ways out. Each is recorded as {@link ReaderEvent.DeadLetterResolved} with who
 * ordered it and why. Thread-safe; throws {@link EventLogException} when it cannot be recorded, and then nothing changed.
 */
@ProviderType
public interface DeadLetters {
    /** Longest payload of an edit, in characters. */
    int PAYLOAD_MAX = 200_000;

    /** Oldest first, at most 1,000. */
    List<DeadLetter> list();

    /** Tries the fact again now; the stream goes on when it succeeds. False when there is no such dead letter. */
    boolean retry(String subscriber, long position, Decree decree);

    /**
     * Gives the subscriber another payload instead, now and whenever it sees the position again; the log keeps the fact as it
     * was. False when there is no such dead letter.
     *
     * @param payload the JSON of a fact of the same type in its newest version, at most {@link #PAYLOAD_MAX} characters
     * @throws IllegalArgumentException when the payload cannot be read as such a fact, with the reason
     */
    boolean edit(String subscriber, long position, String payload, Decree decree);

    /** Skips the fact for that subscriber; the stream goes on. False when there is no such dead letter. */
    boolean drop(String subscriber, long position, Decree decree);
}
