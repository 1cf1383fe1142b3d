package com.sothebais.api.event;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What subscribers could not take, and the two ways out. Thread-safe. */
@ProviderType
public interface DeadLetters {

    /** Oldest first, at most 1,000. */
    List<DeadLetter> list();

    /** Tries the fact again now; the stream goes on when it succeeds. False when there is no such dead letter. */
    boolean retry(String subscriber, long position);

    /** Skips the fact for that subscriber; the stream goes on. False when there is no such dead letter. */
    boolean drop(String subscriber, long position);
}
