package com.sothebais.auction.rules;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.social.Post;
import com.sothebais.auction.grammar.Reading;
import com.sothebais.auction.rules.LotState.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The lot that a bid is for.
 *
 * @param lot empty when no lot is open, was just open or is about to be, or when it is not clear which is meant
 * @param trouble why the lot takes no bid made at that time
 */
record Target(Optional<LotState> lot, Optional<Reason> trouble) {

    static Target of(Floor floor, Post post, Reading reading) {
        List<LotState> open = heard(floor.openLots(), post);
        Optional<Integer> number = reading.extras().lot();
        if (open.size() == 1 && number.isEmpty()) {
            return in(floor, open.get(0), post);
        }
        List<LotState> meant = number.isPresent() ? numbered(open, number.get()) : open;
        if (meant.size() > 1) {
            meant = inThread(floor, meant, post);
        }
        if (meant.size() > 1 && number.isEmpty()) {
            meant = openAt(meant, post.at());
        }
        if (meant.size() > 1) {
            return new Target(Optional.empty(), Optional.of(Reason.AMBIGUOUS));
        }
        return meant.isEmpty() ? notOpen(floor, post, number) : in(floor, meant.get(0), post);
    }

    /** The lots among them that the post may have to do with; mostly all. */
    static List<LotState> heard(List<LotState> lots, Post post) {
        String network = post.id().network();
        for (LotState lot : lots) {
            if (!lot.plan().auction().admits(network)) {
                return lots.stream()
                        .filter(any -> any.plan().auction().admits(network))
                        .toList();
            }
        }
        return lots;
    }

    private static List<LotState> numbered(List<LotState> open, int number) {
        List<LotState> named = new ArrayList<>(open);
        named.removeIf(lot -> lot.plan().lot().number() != number);
        return named;
    }

    /** The lot whose opening post is answered, if it is one of those; else all of them. */
    private static List<LotState> inThread(Floor floor, List<LotState> lots, Post post) {
        Optional<AuctionId> thread = post.relation().target().flatMap(floor::thread);
        if (thread.isPresent()) {
            for (LotState lot : lots) {
                if (lot.plan().auction().equals(thread.get())) {
                    return List.of(lot);
                }
            }
        }
        return lots;
    }

    /** A lot that only waits for what is under way is not meant by what was said after its end, if another one is open. */
    private static List<LotState> openAt(List<LotState> lots, Instant at) {
        List<LotState> then = new ArrayList<>(lots);
        then.removeIf(lot -> at.isBefore(lot.clock().opened()) || !at.isBefore(lot.zero()));
        return then.isEmpty() ? lots : then;
    }

    /** The lot is open; whether the post was made while it was is another question. */
    static Target in(Floor floor, LotState lot, Post post) {
        Instant at = post.at();
        if (lot.isPaused()) {
            return new Target(Optional.of(lot), Optional.of(Reason.PAUSED));
        }
        if (!at.isBefore(lot.zero())) {
            return new Target(Optional.of(lot), Optional.of(Reason.AUCTION_CLOSED));
        }
        if (at.isBefore(lot.clock().opened())) {
            // Made before this lot opened and delivered late: it was for the lot before, if there was one.
            return lastClosed(floor, post)
                    .map(closed -> new Target(Optional.of(closed), Optional.of(Reason.AUCTION_CLOSED)))
                    .orElse(new Target(Optional.of(lot), Optional.of(Reason.NO_OPEN_LOT)));
        }
        return new Target(Optional.of(lot), Optional.empty());
    }

    private static Target notOpen(Floor floor, Post post, Optional<Integer> number) {
        if (number.isPresent()) {
            Optional<LotState> named =
                    numbered(inShow(floor, post), number.get()).stream().findFirst();
            boolean closed = named.filter(lot -> lot.is(Status.CLOSED)).isPresent();
            return new Target(named, Optional.of(closed ? Reason.AUCTION_CLOSED : Reason.NO_OPEN_LOT));
        }
        Optional<LotState> closed = lastClosed(floor, post);
        if (closed.isPresent()) {
            return new Target(closed, Optional.of(Reason.AUCTION_CLOSED));
        }
        Optional<LotState> next = inShow(floor, post).stream()
                .filter(lot -> lot.is(Status.PLANNED))
                .min(Comparator.comparing(lot -> lot.plan().opens()));
        return new Target(next, Optional.of(Reason.NO_OPEN_LOT));
    }

    private static Optional<LotState> lastClosed(Floor floor, Post post) {
        return inShow(floor, post).stream()
                .filter(lot -> lot.is(Status.CLOSED))
                .max(Comparator.comparing(lot -> lot.clock().closed()));
    }

    /** Lots of sessions that people are watching. */
    private static List<LotState> inShow(Floor floor, Post post) {
        List<LotState> lots = new ArrayList<>();
        for (SessionState session : floor.runningSessions()) {
            if (session.phase() != SessionPhase.PLANNED) {
                lots.addAll(floor.lotsOf(session));
            }
        }
        return heard(lots, post);
    }
}
