package com.sothebais.api.event;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The append-only log of facts in PostgreSQL: the only truth of the platform. Thread-safe. Readers never miss a position:
 * a fact becomes readable only when every lower position is readable or will never exist.
 */
@ProviderType
public interface EventLog {

    /** Most facts one {@link #read} returns. */
    int READ_MAX = 10_000;

    /**
     * Records all facts and projections in one transaction, durable on return.
     *
     * @return the facts with their positions, in order
     * @throws FencedException when the fence was overtaken
     * @throws EventLogException when nothing could be recorded
     */
    List<Recorded> append(Append append);

    /** An append that was made ready; to be recorded once, or never. */
    @FunctionalInterface
    interface Ready {
        /** As {@link EventLog#append}. */
        List<Recorded> append();
    }

    /**
     * Does beforehand what an append needs no place in the log for, so that one thread can make the next ready while another records.
     * Nothing is recorded and nothing held: what is not appended may be dropped.
     *
     * @throws RuntimeException when it can never be recorded
     */
    default Ready ready(Append append) {
        return () -> append(append);
    }

    /**
     * Reads facts in log order.
     *
     * @param after the last position already known; 0 reads from the beginning
     * @param limit most facts to return, 1 to {@link #READ_MAX}
     * @throws EventLogException when the log cannot be read
     */
    List<Recorded> read(long after, int limit);

    /**
     * Reads facts of one stream in order.
     *
     * @param afterSequence the last sequence already known; 0 reads from the beginning
     * @param limit most facts to return, 1 to {@link #READ_MAX}
     * @throws EventLogException when the log cannot be read
     */
    List<Recorded> readStream(StreamId stream, long afterSequence, int limit);

    /**
     * The newest facts that share a correlation, in log order: the story of one bid.
     *
     * @param limit most facts to return, 1 to {@link #READ_MAX}
     * @throws EventLogException when the log cannot be read
     */
    List<Recorded> correlated(CorrelationId correlation, int limit);

    /**
     * Those of the correlations that at least one fact has: whether something from outside was dealt with already.
     *
     * @param correlations at most {@link #READ_MAX}
     * @throws EventLogException when the log cannot be read
     */
    Set<CorrelationId> known(Collection<CorrelationId> correlations);

    /**
     * The fact with that id.
     *
     * @throws EventLogException when the log cannot be read
     */
    Optional<Recorded> find(EventId id);

    /**
     * The lowest position of a fact that happened at the instant or later; one more than {@link #last} when there is none. Facts
     * are recorded a little after they happened, so that neighbours may be out of order; the answer is exact as long as they are so
     * by no more than {@link #READ_MAX} positions.
     *
     * @throws EventLogException when the log cannot be read
     */
    long positionAt(Instant instant);

    /** The highest readable position; 0 when the log is empty. */
    long last();

    /**
     * Takes ownership of a resource: grants the next epoch and thereby fences every earlier owner.
     *
     * @throws EventLogException when the grant could not be recorded
     */
    Fence claim(String resource);
}
