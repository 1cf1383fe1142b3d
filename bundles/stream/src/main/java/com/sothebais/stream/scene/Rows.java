package com.sothebais.stream.scene;

import com.sothebais.api.auction.Outcome.Sold;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.money.Money;
import com.sothebais.api.show.BidView;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView;
import com.sothebais.stream.scene.Program.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A list with its title: the newest bids, before the first lot the lots to come, and after the last the results.
 *
 * @param isWaiting whether bids would be here if there were any
 */
record Rows(String title, List<Row> rows, boolean isWaiting) {

    /** More are never shown. */
    private static final int ROWS_MAX = 12;

    /** What a row says, which decides its colour. */
    enum Tone {
        LEADING,
        PLAIN,
        FADED
    }

    /** What its verdict says. */
    enum Mark {
        GOOD,
        BAD,
        OPEN
    }

    record Row(String amount, String name, String verdict, Tone tone, Mark mark) {}

    static Rows now(ShowView show, Optional<Program> program) {
        if (program.isEmpty()) {
            return new Rows("", List.of(), false);
        }
        Program on = program.get();
        if (on.session().phase() == SessionPhase.POST) {
            return new Rows("RESULTS", lots(show, program), false);
        }
        List<LotView> lots = show.lotsOf(on.session().plan());
        if (on.act() == Act.UPCOMING
                && lots.stream().allMatch(lot -> lot.times().status() == LotView.Status.PLANNED)) {
            return new Rows("TODAY", lots(show, program), false);
        }
        List<Row> bids = bids(show, program);
        return new Rows(bids.isEmpty() ? "WAITING FOR THE FIRST BID" : "LATEST BIDS", bids, bids.isEmpty());
    }

    /** The newest bids on the lot on show. */
    static List<Row> bids(ShowView show, Optional<Program> program) {
        List<Row> rows = new ArrayList<>();
        program.ifPresent(on -> show.bids().stream()
                .filter(bid -> bid.auction().filter(on.lot().auction()::equals).isPresent())
                .limit(ROWS_MAX)
                .forEach(bid -> rows.add(row(bid, rows.isEmpty()))));
        return rows;
    }

    /** The lots of the session. */
    static List<Row> lots(ShowView show, Optional<Program> program) {
        return program.map(on -> show.lotsOf(on.session().plan()).stream()
                        .limit(ROWS_MAX)
                        .map(Rows::row)
                        .toList())
                .orElse(List.of());
    }

    private static Row row(BidView bid, boolean newest) {
        boolean counts = bid.counts();
        return new Row(
                bid.amount().map(Money::toString).orElse("—"),
                Words.handle(bid.post().author()),
                Words.verdict(bid),
                counts ? newest ? Tone.LEADING : Tone.PLAIN : Tone.FADED,
                counts ? Mark.GOOD : Mark.BAD);
    }

    private static Row row(LotView lot) {
        String name = lot.lot().number() + "  " + Words.clean(lot.lot().title(), 40);
        if (lot.result().outcome().orElse(null) instanceof Sold sold) {
            return new Row(
                    sold.price().toString(), name, Words.handle(sold.winner().account()), Tone.PLAIN, Mark.GOOD);
        }
        boolean closed = lot.times().status() == LotView.Status.CLOSED;
        return new Row(
                lot.rules().startPrice().toString(),
                name,
                closed ? "returned" : "upcoming",
                closed ? Tone.FADED : Tone.PLAIN,
                closed ? Mark.BAD : Mark.OPEN);
    }
}
