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

    /** Adds entries in order, pipelined, trimming the stream to about {@code lengthMax} entries. */
    void append(String stream, List<Entry> entries, long lengthMax) throws RedisException;

    /** The id of the newest entry, empty when the stream does not exist. */
    Optional<String> lastId(String stream) throws RedisException;

    /** Number of entries. */
    long length(String stream) throws RedisException;

    /** Removes the stream with all entries; nothing happens when there is none. */
    void delete(String stream) throws RedisException;

    /** Redis did not answer or refused; safe to try again later. */
    final class RedisException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public RedisException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
