package com.sothebais.api.redis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Redis Streams, embedded or real. Whatever is in Redis can be rebuilt from the log. Thread-safe. */
@ProviderType
public interface RedisStreams {

    /**
     * One entry to add.
     *
     * @param id explicit entry id {@code <number>-<number>}, must be higher than the last one of the stream
     */
    record Entry(String id, Map<String, String> fields) {}

    /**
     * Adds entries in order, all or none, behind the newest entry and only if that is still the one that is known. After an
     * exception either may be true; {@link #lastId} tells.
     *
     * @param last id of the newest entry; empty when there is none
     * @param lengthMax the stream is trimmed to about so many entries
     * @return whether they were added; false when another entry is the newest, for example because Redis was emptied
     */
    boolean append(String stream, Optional<String> last, List<Entry> entries, long lengthMax) throws RedisException;

    /** The id of the newest entry, empty when the stream does not exist. */
    Optional<String> lastId(String stream) throws RedisException;

    /** Number of entries. */
    long length(String stream) throws RedisException;

    /** Removes the stream with all entries; nothing happens when there is none. */
    void delete(String stream) throws RedisException;

    /**
     * Makes sure that the stream has the consumer group; one that is there stays as it is.
     *
     * @param after id of the entry after which a new group begins; {@code 0-0} begins with the first
     */
    void group(String stream, String group, String after) throws RedisException;

    /** The entry up to which everything was delivered to the group and acknowledged; empty without such a group. */
    Optional<String> acknowledged(String stream, String group) throws RedisException;

    /**
     * Takes entries for a member of a consumer group that nobody of the group was given before, in order; each must be
     * acknowledged. Does not wait.
     *
     * @param limit most entries, at least 1
     */
    List<Entry> take(String stream, String group, String consumer, int limit) throws RedisException;

    /** Says that the group is done with those entries. */
    void acknowledge(String stream, String group, List<String> ids) throws RedisException;

    /** Redis did not answer or refused; safe to try again later. */
    final class RedisException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public RedisException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
