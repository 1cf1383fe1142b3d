package com.sothebais.stream.scene;

import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Outcome.Returned;
import com.sothebais.api.auction.Outcome.Sold;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.money.Money;
import com.sothebais.api.show.LotView;
import com.sothebais.stream.layout.Binding;
import com.sothebais.stream.scene.Program.Act;
import java.util.Optional;

/** What is said of the lot on show. */
final class LotWords {
    private static final int TITLE_MAX = 60;
    private static final int ARTIST_MAX = 40;

    private LotWords() {}

    /** The words of a binding of the lot; empty when there are none now. */
    static Optional<String> of(Binding binding, Program on) {
        LotView lot = on.lot();
        return switch (binding) {
            case SHOW_BADGE -> Optional.of(badge(on));
            case LOT_NUMBER -> Optional.of(Integer.toString(lot.lot().number()));
            case LOT_TITLE -> Optional.of(Words.clean(lot.lot().title(), TITLE_MAX));
            case LOT_ARTIST -> Optional.of(Words.clean(lot.lot().artist(), ARTIST_MAX));
            case LOT_RULE -> Optional.of(Words.rule(lot.rules()));
            case LOT_LEADER -> lot.bidding().leader().map(bidder -> Words.handle(bidder.account()));
            case LOT_STANDING -> Optional.of(standing(on));
            case LOT_NOTE -> Optional.of(note(on));
            case LOT_RESERVE ->
                lot.rules().reserve().map(reserve -> lot.reserveMet() ? "RESERVE MET" : "RESERVE NOT MET");
            case LOT_PRICE_LABEL -> Optional.of(priceLabel(on));
            case LOT_PRICE -> Optional.of(price(on).toString());
            case LOT_NEXT -> Optional.of(lot.bidding().nextMinimum().toString());
            case LOT_START -> Optional.of(lot.rules().startPrice().toString());
            case CLOCK_RESULT ->
                on.clock().isPresent() ? Optional.empty() : Optional.of(State.sold(on) ? "SOLD" : "CLOSED");
            default -> Optional.empty();
        };
    }

    private static String badge(Program on) {
        if (on.session().phase() == SessionPhase.LIVE && on.act() == Act.RESULT) {
            return State.sold(on) ? "SOLD" : "CLOSED";
        }
        return on.session().phase().name();
    }

    private static boolean led(Program on) {
        return on.lot().bidding().leader().isPresent();
    }

    private static String priceLabel(Program on) {
        return switch (on.act()) {
            case OPEN -> led(on) ? "CURRENT BID" : "STARTING BID";
            case UPCOMING -> "STARTING BID";
            case RESULT -> State.sold(on) ? "SOLD FOR" : "NOT SOLD AT";
        };
    }

    private static Money price(Program on) {
        Optional<Outcome> outcome = on.lot().result().outcome();
        if (on.act() == Act.RESULT && outcome.isPresent() && outcome.get() instanceof Sold sold) {
            return sold.price();
        }
        return on.act() == Act.UPCOMING
                ? on.lot().rules().startPrice()
                : on.lot().bidding().price();
    }

    private static String standing(Program on) {
        Optional<Outcome> outcome = on.lot().result().outcome();
        return switch (on.act()) {
            case OPEN ->
                on.lot()
                        .bidding()
                        .leader()
                        .map(bidder -> Words.handle(bidder.account()) + " leads")
                        .orElse("No bids yet");
            case UPCOMING -> on.lot().rules().reserve().isPresent() ? "With a reserve" : "No reserve";
            case RESULT ->
                outcome.isPresent() && outcome.get() instanceof Sold sold
                        ? "SOLD to " + Words.handle(sold.winner().account())
                        : "Returned to the seller";
        };
    }

    private static String note(Program on) {
        return switch (on.act()) {
            case OPEN ->
                (led(on) ? "Next bid from " : "Bid from ") + on.lot().bidding().nextMinimum();
            case UPCOMING -> "Opens with bids from " + on.lot().rules().startPrice();
            case RESULT -> result(on.lot());
        };
    }

    private static String result(LotView lot) {
        Optional<Outcome> outcome = lot.result().outcome();
        if (outcome.isPresent() && outcome.get() instanceof Sold) {
            return settlement(lot);
        }
        return outcome.isPresent() && outcome.get() instanceof Returned returned
                ? Words.returned(returned.cause())
                : "";
    }

    private static String settlement(LotView lot) {
        return lot.result()
                .settlement()
                .map(tx -> "Settled on chain  " + tx.value().substring(0, 10) + "…"
                        + tx.value().substring(tx.value().length() - 6))
                .orElse(lot.result().trouble().isPresent() ? "Settlement is being checked" : "Settling on chain …");
    }
}
