package com.sothebais.stream.scene;

import static com.sothebais.stream.scene.Palette.bold;
import static com.sothebais.stream.scene.Palette.center;
import static com.sothebais.stream.scene.Palette.figures;
import static com.sothebais.stream.scene.Palette.regular;
import static com.sothebais.stream.scene.Palette.right;

import com.sothebais.api.auction.Outcome.Sold;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.money.Money;
import com.sothebais.api.show.BidView;
import com.sothebais.api.show.LotView;
import com.sothebais.api.stream.Area;
import com.sothebais.stream.scene.Program.Act;
import java.util.List;

/** The lower right quadrant: the newest bids, before the first lot the lots to come, and after the last the results. */
final class ListQuadrant {
    private static final int ROWS = 4;
    private static final int LEFT = 668;
    private static final int TOP = 490;
    private static final int ROW = 42;

    private ListQuadrant() {}

    static void put(Board board, Program program, Stage stage, String handle) {
        board.panel("list.card", new Area(648, 446, 600, 216), Palette.CARD, Palette.CARD_EDGE, 14);
        List<LotView> lots = stage.show().lotsOf(program.session().plan());
        if (program.session().phase() == SessionPhase.POST) {
            put(board, "RESULTS", lots);
        } else if (program.act() == Act.UPCOMING
                && lots.stream().allMatch(lot -> lot.times().status() == LotView.Status.PLANNED)) {
            put(board, "TODAY", lots);
        } else {
            bids(board, program, stage, handle);
        }
    }

    private static void bids(Board board, Program program, Stage stage, String handle) {
        List<BidView> bids = stage.show().bids().stream()
                .filter(bid ->
                        bid.auction().filter(program.lot().auction()::equals).isPresent())
                .limit(ROWS)
                .toList();
        title(board, bids.isEmpty() ? "WAITING FOR THE FIRST BID" : "LATEST BIDS");
        if (bids.isEmpty()) {
            board.text(
                    "list.hint",
                    new Area(LEFT, TOP + 20, 560, 110),
                    "Post \"@" + handle + " bid " + program.lot().bidding().nextMinimum() + "\"",
                    center(bold(32, Palette.IVORY)));
        }
        for (int i = 0; i < bids.size(); i++) {
            BidView bid = bids.get(i);
            boolean accepted = bid.counts();
            int color = accepted ? i == 0 ? Palette.GOLD : Palette.IVORY : Palette.MIST;
            row(
                    board,
                    i,
                    new Row(
                            bid.amount().map(Money::toString).orElse("—"),
                            Words.handle(bid.post().author()),
                            Words.verdict(bid),
                            color,
                            accepted ? Palette.GREEN : Palette.AMBER));
        }
    }

    private static void put(Board board, String title, List<LotView> lots) {
        title(board, title);
        for (int i = 0; i < Math.min(ROWS, lots.size()); i++) {
            row(board, i, row(lots.get(i)));
        }
    }

    private static Row row(LotView lot) {
        String name = lot.lot().number() + "  " + Words.clean(lot.lot().title(), 40);
        if (lot.result().outcome().filter(Sold.class::isInstance).isPresent()) {
            Sold sold = (Sold) lot.result().outcome().get();
            return new Row(
                    sold.price().toString(), name, Words.handle(sold.winner().account()), Palette.IVORY, Palette.GREEN);
        }
        boolean closed = lot.times().status() == LotView.Status.CLOSED;
        return new Row(
                lot.rules().startPrice().toString(),
                name,
                closed ? "returned" : "upcoming",
                closed ? Palette.MIST : Palette.IVORY,
                closed ? Palette.AMBER : Palette.GOLD);
    }

    private record Row(String amount, String name, String verdict, int color, int verdictColor) {}

    private static void title(Board board, String title) {
        board.text("list.title", new Area(LEFT, 456, 560, 28), title, bold(19, Palette.MIST));
    }

    private static void row(Board board, int index, Row row) {
        int top = TOP + index * ROW;
        board.text(
                "list." + index + ".amount", new Area(LEFT, top, 160, ROW - 4), row.amount(), figures(25, row.color()));
        board.text(
                "list." + index + ".name",
                new Area(LEFT + 170, top, 220, ROW - 4),
                row.name(),
                regular(23, row.color()));
        board.text(
                "list." + index + ".verdict",
                new Area(LEFT + 396, top, 164, ROW - 4),
                row.verdict(),
                right(bold(20, row.verdictColor())));
    }
}
