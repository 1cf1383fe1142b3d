package com.sothebais.console.commands;

import com.sothebais.api.auction.Anomalies.Hint;
import com.sothebais.api.auction.Auctions;
import com.sothebais.api.event.DeadLetter;
import com.sothebais.api.event.Dispatcher;
import com.sothebais.api.health.Health;
import com.sothebais.api.settlement.EscrowBook;
import com.sothebais.api.show.BidView;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.stream.StreamHealth;
import com.sothebais.console.board.Figure;
import com.sothebais.console.board.Words;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.support.table.ShellTable;

/** Tables for the shell. */
final class Tables {
    private static final int BIDS_SHOWN = 15;
    private static final int TEXT_MAX = 40;
    private static final int CELL_MAX = 200;

    private Tables() {}

    static void health(List<Health> parts, PrintStream out) {
        ShellTable table = table("Part", "Status", "Message").emptyTableText("No part says how it is.");
        parts.forEach(part -> row(table, part.part(), part.status().name(), part.message()));
        table.print(out);
    }

    static void stream(StreamHealth stream, PrintStream out) {
        List<Figure> figures = Figure.of(stream);
        ShellTable table = table(figures.stream().map(Figure::heading).toArray(String[]::new));
        row(table, figures.stream().map(Figure::value).toArray());
        table.print(out);
        ShowTables.outputs(stream.outputs(), out);
    }

    static void tally(Auctions.Tally tally, PrintStream out) {
        long refused =
                tally.refused().values().stream().mapToLong(Long::longValue).sum();
        ShellTable table = table("Posts", "Accepted", "Refused", "Duplicates", "Verdict p50", "p95", "p99");
        row(
                table,
                tally.posts(),
                tally.accepted(),
                refused,
                tally.duplicates(),
                Words.number(tally.verdicts().p50Millis()) + " ms",
                Words.number(tally.verdicts().p95Millis()) + " ms",
                Words.number(tally.verdicts().p99Millis()) + " ms");
        table.print(out);
    }

    static void reserves(List<EscrowBook.Reserves> reserves, PrintStream out) {
        ShellTable table =
                table("Chain", "Block", "Held", "Booked", "Balanced").emptyTableText("Escrow not compared yet.");
        reserves.forEach(reserve -> row(
                table,
                reserve.chain(),
                reserve.block(),
                reserve.held(),
                reserve.booked(),
                reserve.balanced() ? "yes" : "NO"));
        table.print(out);
    }

    static void readers(List<Dispatcher.Progress> readers, PrintStream out) {
        ShellTable table =
                table("Reader", "Kind", "Position", "Behind", "Parked").emptyTableText("No readers.");
        readers.forEach(reader -> row(
                table,
                reader.subscriber(),
                reader.kind().name(),
                reader.position(),
                reader.lag(),
                reader.parkedStreams()));
        table.print(out);
    }

    static void lots(ShowView show, PrintStream out) {
        ShellTable table = table("Lot", "Title", "Status", "Price", "Leader", "Next", "Ends", "Bids", "Result");
        for (LotView lot : show.lots()) {
            row(
                    table,
                    lot.lot().number(),
                    lot.lot().title(),
                    lot.times().status().name(),
                    lot.bidding().price(),
                    Words.leader(lot),
                    lot.bidding().nextMinimum(),
                    Words.ends(lot),
                    lot.bidding().accepted() + "+" + lot.bidding().refused(),
                    Words.result(lot));
        }
        table.emptyTableText("No lots.").print(out);
    }

    static void bids(ShowView show, PrintStream out) {
        ShellTable table = table("At", "Who", "Amount", "Verdict", "ms", "Post").emptyTableText("No bids yet.");
        for (BidView bid : show.bids().stream().limit(BIDS_SHOWN).toList()) {
            row(
                    table,
                    Words.time(bid.at()),
                    "@" + bid.post().author().handle(),
                    bid.amount().map(Object::toString).orElse(""),
                    Words.verdict(bid),
                    Words.latencyMillis(bid),
                    Words.line(bid.post().text(), TEXT_MAX));
        }
        table.print(out);
    }

    static void deadLetters(List<DeadLetter> letters, PrintStream out) {
        ShellTable table = table("Subscriber", "Position", "Stream", "Attempts", "Since", "Reason")
                .emptyTableText("No dead letters.");
        letters.forEach(letter -> row(
                table,
                letter.subscriber(),
                letter.position(),
                letter.stream(),
                letter.attempts(),
                Words.time(letter.since()),
                letter.reason()));
        table.print(out);
    }

    static void anomalies(List<Hint> hints, PrintStream out) {
        ShellTable table =
                table("Score", "Hint", "Who", "Lots", "Facts", "First", "Last").emptyTableText("Nothing to look at.");
        hints.forEach(hint -> row(
                table,
                hint.score(),
                hint.kind(),
                hint.who().accounts().stream()
                        .map(account -> "@" + account.handle() + " (" + account.id() + ")")
                        .collect(Collectors.joining(", ")),
                hint.lots().stream().map(Object::toString).collect(Collectors.joining(", ")),
                hint.evidence().stream()
                        .map(fact -> Long.toString(fact.position()))
                        .collect(Collectors.joining(", ")),
                hint.span().first(),
                hint.span().last()));
        table.print(out);
    }

    /** Names, posts and reasons come from outside, and a terminal obeys what it is sent. */
    static void row(ShellTable table, Object... cells) {
        Object[] tidy = Arrays.stream(cells)
                .map(cell -> Words.line(String.valueOf(cell), CELL_MAX))
                .toArray();
        table.addRow().addContent(tidy);
    }

    static ShellTable table(String... columns) {
        ShellTable table = new ShellTable();
        for (String column : columns) {
            table.column(column);
        }
        return table;
    }
}
