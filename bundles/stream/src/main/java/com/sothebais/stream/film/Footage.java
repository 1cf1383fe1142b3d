package com.sothebais.stream.film;

import com.sothebais.stream.media.MediaException;
import java.util.Optional;

/** Pictures that come one after the other, round after round. One thread at a time. */
public interface Footage extends AutoCloseable {
    /**
     * The next picture of this round; empty at its end.
     *
     * @param fromMicros pictures that are due before need not be given out
     * @throws MediaException when it cannot go on
     */
    Optional<Shot> next(long fromMicros);

    /**
     * Begins the next round, which joins the one before without a gap.
     *
     * @return whether there is one; the last picture stays when there is not
     * @throws MediaException when it cannot begin again, or there was nothing in it
     */
    boolean rewind();

    /** Why it is not to be played beyond its first picture, which must have been given out; empty when it may. */
    default Optional<String> refusal() {
        return Optional.empty();
    }

    @Override
    void close();
}
