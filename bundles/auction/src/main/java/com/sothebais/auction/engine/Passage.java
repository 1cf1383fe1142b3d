package com.sothebais.auction.engine;

import com.sothebais.api.event.NewEvent;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks for some facts one behind the other, being shown those of the log in its order. The first alone proves nothing: another
 * auctioneer that took over closes a lot at the same instant. Used for one reading.
 */
final class Passage implements Predicate<NewEvent> {
    private final List<NewEvent> wanted;
    private int met;

    /** @param wanted at least one */
    Passage(List<NewEvent> wanted) {
        this.wanted = List.copyOf(wanted);
    }

    /** Whether this is the last of them and all others came right before it. */
    @Override
    public boolean test(NewEvent fact) {
        if (met == wanted.size() || !wanted.get(met).equals(fact)) {
            met = 0;
        }
        met += wanted.get(met).equals(fact) ? 1 : 0;
        return met == wanted.size();
    }
}
