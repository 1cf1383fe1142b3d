package com.sothebais.event.internal.log;

import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import java.time.Duration;
import java.util.List;

/** The log as its followers in this bundle see it: cheap to ask again and again, and it wakes them after each commit. */
public interface LogTail {

    /** Facts after {@code after}; no question to the database when there is nothing new. */
    List<Recorded> follow(long after, int limit);

    /** Facts of one stream with {@code after < position <= upTo}, in order. */
    List<Recorded> followStream(StreamId stream, long after, long upTo, int limit);

    /** The highest position known here; at most one poll behind for facts that another process wrote. */
    long known();

    /** Waits until a position above {@code position} is known, {@link #nudge} is called or the time is over. */
    void await(long position, Duration limit) throws InterruptedException;

    /** Wakes every waiting follower, to make it look at something other than the log. */
    void nudge();
}
