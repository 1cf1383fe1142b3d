package com.sothebais.auction.rules;

import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.social.Post;
import com.sothebais.auction.grammar.Reading;
import com.sothebais.auction.rules.LotState.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The lot that a bid is for.
 *
 * @param lot empty when no lot is open, was just open or is about to be
 * @param trouble why the lot takes no bid made at that time
 */
record Target(Optional<LotState> lot, Optional<Reason> trouble) {

    static Target of(Floor floor, Post post, Reading reading) {
        List<LotState> open = floor.openLots();
        Optional<Integer> number = reading.extras().lot();
        if (number.isPresent()) {
            List<LotState> named = open.stream()
                    .filter(lot -> lot.plan().lot().number() == number.get())
                    .toList();
            if (named.size() > 1) {
                // Lots of two campaigns.
                return new Target(Optional.empty(), Optional.of(Reason.AMBIGUOUS));
            }
            return named.isEmpty() ? notOpen(floor, number) : in(floor, named.get(0), post);
        }
        if (open.size() > 1) {
            return new Target(Optional.empty(), Optional.of(Reason.AMBIGUOUS));
        }
        return open.isEmpty() ? notOpen(floor, number) : in(floor, open.get(0), post);
    }

    /** The lot is open; whether the post was made while it was is another question. */
    static Target in(Floor floor, LotState lot, Post post) {
        Instant at = post.at();
        if (!at.isBefore(lot.clock().ends())) {
            return new Target(Optional.of(lot), Optional.of(Reason.AUCTION_CLOSED));
        }
        if (at.isBefore(lot.clock().opened())) {
            // Made before this lot opened and delivered late: it was for the lot before, if there was one.
            return lastClosed(floor)
                    .map(closed -> new Target(Optional.of(closed), Optional.of(Reason.AUCTION_CLOSED)))
                    .orElse(new Target(Optional.of(lot), Optional.of(Reason.NO_OPEN_LOT)));
        }
        return new Target(Optional.of(lot), Optional.empty());
    }

    private static Target notOpen(Floor floor, Optional<Integer> number) {
        if (number.isPresent()) {
            Optional<LotState> named = inShow(floor).stream()
                    .filter(lot -> lot.plan().lot().number() == number.get())
                    .findFirst();
            boolean closed = named.filter(lot -> lot.is(Status.CLOSED)).isPresent();
            return new Target(named, Optional.of(closed ? Reason.AUCTION_CLOSED : Reason.NO_OPEN_LOT));
        }
        Optional<LotState> closed = lastClosed(floor);
        if (closed.isPresent()) {
            return new Target(closed, Optional.of(Reason.AUCTION_CLOSED));
        }
        Optional<LotState> next = inShow(floor).stream()
                .filter(lot -> lot.is(Status.PLANNED))
                .min(Comparator.comparing(lot -> lot.plan().opens()));
        return new Target(next, Optional.of(Reason.NO_OPEN_LOT));
    }

    private static Optional<LotState> lastClosed(Floor floor) {
        return inShow(floor).stream().filter(lot -> lot.is(Status.CLOSED)).max(Comparator.comparing(lot -> lot.clock()
                .closed()));
    }

    /** Lots of sessions that people are watching. */
    private static List<LotState> inShow(Floor floor) {
        return floor.runningSessions().stream()
                .filter(session -> session.phase() != SessionPhase.PLANNED)
                .flatMap(session -> floor.lotsOf(session).stream())
                .toList();
    }
}
