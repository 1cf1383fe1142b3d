package com.sothebais.stream.scene;

import static com.sothebais.stream.scene.Palette.bold;
import static com.sothebais.stream.scene.Palette.center;
import static com.sothebais.stream.scene.Palette.figures;
import static com.sothebais.stream.scene.Palette.regular;
import static com.sothebais.stream.scene.Palette.right;

import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Outcome.Returned;
import com.sothebais.api.auction.Outcome.Sold;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.money.Money;
import com.sothebais.api.show.LotView;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Content.Bar;
import com.sothebais.stream.scene.Program.Act;
import com.sothebais.stream.scene.Program.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The upper right quadrant: the lot, its price, its leader and its clock. */
final class LotQuadrant {
    /** Seconds before the end in which the clock is red. */
    static final int URGENT_SECONDS = 10;

    /** How long an extension is announced. */
    static final Duration EXTENDED_SHOWN = Duration.ofSeconds(6);

    private static final int LEFT = 668;
    private static final int WIDTH = 560;
    private static final int CLOCK_LEFT = 1034;
    private static final int CLOCK_WIDTH = 194;
    private static final int PRICE_WIDTH = CLOCK_LEFT - LEFT - 14;
    private static final int FULL = 1_000;
    private static final Area NEXT = new Area(LEFT, 352, WIDTH, 28);

    private LotQuadrant() {}

    static void put(Board board, Program program, Stage stage, Instant now) {
        board.panel("lot.card", new Area(648, 72, 600, 362), Palette.CARD, Palette.CARD_EDGE, 14);
        heading(board, program, stage);
        LotView lot = program.lot();
        switch (program.act()) {
            case OPEN -> open(board, lot);
            case UPCOMING -> upcoming(board, lot);
            case RESULT -> result(board, lot);
        }
        clock(board, program, stage, now);
        if (program.act() != Act.RESULT) {
            rules(board, lot.rules());
        }
    }

    /** When a bid is in time, in the very words of the published rules, and what moves the end. */
    private static void rules(Board board, Rules rules) {
        board.text(
                "lot.rule", new Area(LEFT, 380, WIDTH, 24), Words.rule(rules.extension()), regular(19, Palette.MIST));
        board.text("lot.closing", new Area(LEFT, 404, WIDTH, 24), rules.closingRule(), regular(19, Palette.MIST));
    }

    private static void heading(Board board, Program program, Stage stage) {
        LotView lot = program.lot();
        int count =
                stage.show().campaign().map(campaign -> campaign.lots().size()).orElse(0);
        String of = count > 0 ? " OF " + count : "";
        board.text("lot.number", new Area(LEFT, 84, 300, 30), "LOT " + lot.lot().number() + of, bold(23, Palette.GOLD));
        board.text(
                "lot.title",
                new Area(LEFT, 114, WIDTH, 46),
                Words.clean(lot.lot().title(), 60),
                bold(37, Palette.IVORY));
        board.text(
                "lot.artist",
                new Area(LEFT, 160, WIDTH, 30),
                "by " + Words.clean(lot.lot().artist(), 40),
                regular(23, Palette.MIST));
        board.panel("lot.line", new Area(LEFT, 196, WIDTH, 2), Palette.GOLD_EDGE, Palette.CLEAR, 0);
    }

    private static void open(Board board, LotView lot) {
        boolean led = lot.bidding().leader().isPresent();
        price(board, led ? "CURRENT BID" : "STARTING BID", lot.bidding().price(), Palette.GOLD);
        String leader = lot.bidding()
                .leader()
                .map(bidder -> Words.handle(bidder.account()) + " leads")
                .orElse("No bids yet");
        leader(board, leader, led ? Palette.IVORY : Palette.MIST);
        reserve(board, lot);
        board.text(
                "lot.next",
                NEXT,
                (led ? "Next bid from " : "Bid from ") + lot.bidding().nextMinimum(),
                regular(24, Palette.IVORY));
    }

    private static void upcoming(Board board, LotView lot) {
        price(board, "STARTING BID", lot.rules().startPrice(), Palette.GOLD);
        String reserve = lot.rules().reserve().isPresent() ? "With a reserve" : "No reserve";
        leader(board, reserve, Palette.MIST);
        board.text("lot.next", NEXT, "Opens with bids from " + lot.rules().startPrice(), regular(24, Palette.IVORY));
    }

    private static void result(Board board, LotView lot) {
        Optional<Outcome> outcome = lot.result().outcome();
        if (outcome.isPresent() && outcome.get() instanceof Sold sold) {
            price(board, "SOLD FOR", sold.price(), Palette.GREEN);
            leader(board, "SOLD to " + Words.handle(sold.winner().account()), Palette.IVORY);
            board.text("lot.next", NEXT, settlement(lot), regular(24, Palette.MIST));
        } else {
            price(board, "NOT SOLD AT", lot.bidding().price(), Palette.MIST);
            leader(board, "Returned to the seller", Palette.IVORY);
            String why = outcome.isPresent() && outcome.get() instanceof Returned returned
                    ? Words.returned(returned.cause())
                    : "";
            board.text("lot.next", NEXT, why, regular(24, Palette.MIST));
        }
    }

    private static String settlement(LotView lot) {
        return lot.result()
                .settlement()
                .map(tx -> "Settled on chain  " + tx.value().substring(0, 10) + "…"
                        + tx.value().substring(tx.value().length() - 6))
                .orElse(lot.result().trouble().isPresent() ? "Settlement is being checked" : "Settling on chain …");
    }

    private static void price(Board board, String label, Money price, int color) {
        board.text("price.label", new Area(LEFT, 204, PRICE_WIDTH, 24), label, bold(19, Palette.MIST));
        board.text("price", new Area(LEFT, 228, PRICE_WIDTH, 90), price.toString(), figures(84, color));
    }

    private static void leader(Board board, String text, int color) {
        board.text("lot.leader", new Area(LEFT, 318, PRICE_WIDTH, 34), text, bold(26, color));
    }

    private static void reserve(Board board, LotView lot) {
        if (lot.rules().reserve().isEmpty()) {
            return;
        }
        int color = lot.reserveMet() ? Palette.GREEN : Palette.AMBER;
        Area area = new Area(1040, 82, 188, 32);
        board.panel("reserve.card", area, Palette.CARD, color, 16);
        board.text("reserve", area, lot.reserveMet() ? "RESERVE MET" : "RESERVE NOT MET", center(bold(17, color)));
    }

    private static void clock(Board board, Program program, Stage stage, Instant now) {
        Area label = new Area(CLOCK_LEFT, 204, CLOCK_WIDTH, 26);
        Area face = new Area(CLOCK_LEFT, 230, CLOCK_WIDTH, 86);
        if (program.clock().isEmpty()) {
            boolean sold = program.lot()
                    .result()
                    .outcome()
                    .filter(Sold.class::isInstance)
                    .isPresent();
            board.text("clock", face, sold ? "SOLD" : "CLOSED", right(bold(52, sold ? Palette.GREEN : Palette.MIST)));
            return;
        }
        Clock clock = program.clock().get();
        boolean open = program.act() == Act.OPEN;
        Optional<Instant> paused = program.lot().times().pausedSince();
        Instant seen = paused.orElse(now);
        long seconds = Words.secondsLeft(seen, clock.until());
        boolean urgent = open && seconds <= URGENT_SECONDS;
        if (open && paused.isPresent()) {
            board.panel("paused.card", label, Palette.AMBER, Palette.CLEAR, 6);
            board.text("clock.label", label, "PAUSED", center(bold(20, Palette.NIGHT)));
        } else if (open && extended(program.lot(), stage, now)) {
            board.panel("extended.card", label, Palette.AMBER, Palette.CLEAR, 6);
            board.text("clock.label", label, "EXTENDED", center(bold(20, Palette.NIGHT)));
        } else {
            String text = seconds > 0 ? clock.label() : open ? "CLOSING" : "ANY MOMENT";
            board.text("clock.label", label, text, right(bold(19, urgent ? Palette.RED : Palette.MIST)));
        }
        board.text(
                "clock",
                face,
                Words.countdown(seen, clock.until()),
                right(figures(66, urgent ? Palette.RED : Palette.IVORY)));
        if (open) {
            bar(board, program.lot(), seen, urgent);
        }
    }

    private static void bar(Board board, LotView lot, Instant now, boolean urgent) {
        long whole = Math.max(
                1, Duration.between(lot.times().opens(), lot.times().ends()).toSeconds());
        long left = Math.min(whole, Words.secondsLeft(now, lot.times().ends()));
        Bar bar = new Bar((int) (left * FULL / whole), urgent ? Palette.RED : Palette.GOLD, Palette.CARD_EDGE);
        board.put("clock.bar", new Area(CLOCK_LEFT, 326, CLOCK_WIDTH, 8), bar);
    }

    private static boolean extended(LotView lot, Stage stage, Instant now) {
        return stage.extended()
                .filter(mark -> mark.auction().equals(lot.auction()))
                .filter(mark -> now.isBefore(mark.at().plus(EXTENDED_SHOWN)))
                .isPresent();
    }
}
