package com.sothebais.rehearsal.internal;

import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in one sentence where a show stands. */
final class Sentence {
    private Sentence() {}

    static String of(ShowView view, SessionPlan plan, Instant now) {
        List<LotView> lots = view.lotsOf(plan);
        if (lots.isEmpty()) {
            return "the doors open";
        }
        Optional<LotView> open = first(lots, LotView.Status.OPEN);
        if (open.isPresent()) {
            return open(open.get(), lots, now);
        }
        Optional<LotView> next = first(lots, LotView.Status.PLANNED);
        Optional<LotView> closed = lots.stream()
                .filter(lot -> lot.times().status() == LotView.Status.CLOSED)
                .reduce((one, two) -> two);
        String news = closed.map(lot -> result(lot) + " - ").orElse("the doors are open - ");
        return next.map(lot -> news + "lot " + place(lot, lots) + " in "
                        + clock(now, lot.times().opens()))
                .orElse(news + "after the show");
    }

    /** How all lots of the session ended. */
    static String results(ShowView view, SessionPlan plan) {
        return view.lotsOf(plan).stream().map(Sentence::result).collect(Collectors.joining(", "));
    }

    private static String open(LotView lot, List<LotView> lots, Instant now) {
        String price = lot.bidding().leader().isPresent() ? "price " : "starts at ";
        String extended = lot.times().extensions() == 0 ? "" : " - extended";
        return "lot " + place(lot, lots) + " of " + lots.size() + " - " + price
                + lot.bidding().price() + " - " + clock(now, lot.times().ends()) + " left" + extended;
    }

    private static String result(LotView lot) {
        String name = "lot " + lot.lot().number();
        return lot.result()
                .outcome()
                .map(outcome -> outcome instanceof Outcome.Sold sold
                        ? name + " sold to @" + sold.winner().account().handle() + " for " + sold.price()
                        : name + " returned")
                .orElse(name + " not closed");
    }

    private static int place(LotView lot, List<LotView> lots) {
        return lots.indexOf(lot) + 1;
    }

    private static Optional<LotView> first(List<LotView> lots, LotView.Status status) {
        return lots.stream().filter(lot -> lot.times().status() == status).findFirst();
    }

    private static String clock(Instant now, Instant then) {
        long seconds = Math.max(0, Duration.between(now, then).toSeconds());
        return String.format("%02d:%02d", seconds / 60, seconds % 60);
    }
}
