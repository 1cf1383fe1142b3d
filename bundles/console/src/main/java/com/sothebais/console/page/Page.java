package com.sothebais.console.page;

import com.sothebais.api.event.Dispatcher;
import com.sothebais.api.health.Health;
import com.sothebais.api.settlement.EscrowBook;
import com.sothebais.api.show.BidView;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.stream.StreamHealth;
import com.sothebais.console.board.Board;
import com.sothebais.console.board.Figure;
import com.sothebais.console.board.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Draws the board as HTML in the web console's own table style. Everything that came from outside is escaped. */
final class Page {
    private static final int BIDS_SHOWN = 20;
    private static final int TEXT_MAX = 80;

    private final StringBuilder html = new StringBuilder();

    private Page() {}

    /** What changes; loaded anew every few seconds. */
    static String of(Board board) {
        Page page = new Page();
        page.head(board);
        board.show().ifPresent(page::lots);
        board.show().ifPresent(page::bids);
        board.stream().ifPresent(page::stream);
        page.health(board.parts());
        page.reserves(board.reserves());
        page.readers(board.readers());
        return page.html.toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private void head(Board board) {
        String campaign = board.show()
                .map(show -> show.campaign().map(known -> known.name()).orElse("No campaign yet"))
                .orElse("The show is still being read from the log");
        String phase = board.show()
                .flatMap(ShowView::session)
                .map(session -> " · session " + session.plan().id() + " is " + session.phase())
                .orElse("");
        html.append("<p class=\"statline ui-state-highlight\"><span id=\"sothebais-headline\">")
                .append(escape(campaign + phase))
                .append("</span></p>");
    }

    private void lots(ShowView show) {
        open("Lots", "Lot", "Title", "Status", "Price", "Leader", "Next", "Ends (UTC)", "Result");
        for (LotView lot : show.lots()) {
            row(
                    String.valueOf(lot.lot().number()),
                    lot.lot().title(),
                    lot.times().status().name(),
                    lot.bidding().price().toString(),
                    Words.leader(lot),
                    lot.bidding().nextMinimum().toString(),
                    Words.ends(lot),
                    Words.result(lot));
        }
        close();
    }

    private void bids(ShowView show) {
        open("Bids", "At (UTC)", "Who", "Amount", "Verdict", "ms", "Post");
        for (BidView bid : show.bids().stream().limit(BIDS_SHOWN).toList()) {
            row(
                    Words.time(bid.at()),
                    "@" + bid.post().author().handle(),
                    bid.amount().map(Object::toString).orElse(""),
                    Words.verdict(bid),
                    String.valueOf(Words.latencyMillis(bid)),
                    Words.line(bid.post().text(), TEXT_MAX));
        }
        close();
    }

    private void stream(StreamHealth stream) {
        List<Figure> figures = new ArrayList<>(Figure.of(stream));
        figures.add(new Figure(
                "Outputs",
                stream.outputs().stream()
                        .map(output -> output.name() + " " + output.state())
                        .collect(Collectors.joining(", "))));
        open("Stream", figures.stream().map(Figure::heading).toArray(String[]::new));
        row(figures.stream().map(Figure::value).toArray(String[]::new));
        close();
    }

    private void health(List<Health> parts) {
        open("Health", "Part", "Status", "Message");
        parts.forEach(part -> row(part.part(), part.status().name(), part.message()));
        close();
    }

    private void reserves(List<EscrowBook.Reserves> reserves) {
        open("Escrow", "Chain", "Block", "Held", "Booked", "Balanced");
        reserves.forEach(reserve -> row(
                reserve.chain().value(),
                String.valueOf(reserve.block()),
                reserve.held().toString(),
                reserve.booked().toString(),
                reserve.balanced() ? "yes" : "NO"));
        close();
    }

    private void readers(List<Dispatcher.Progress> readers) {
        open("Readers of the log", "Reader", "Kind", "Position", "Behind", "Parked streams");
        readers.forEach(reader -> row(
                reader.subscriber(),
                reader.kind().name(),
                String.valueOf(reader.position()),
                String.valueOf(reader.lag()),
                String.valueOf(reader.parkedStreams())));
        close();
    }

    private void open(String title, String... columns) {
        html.append("<table class=\"nicetable\"><caption class=\"ui-widget-header\">")
                .append(title)
                .append("</caption><thead><tr>");
        for (String column : columns) {
            html.append("<th class=\"ui-widget-header\">").append(column).append("</th>");
        }
        html.append("</tr></thead><tbody>");
    }

    private void row(String... cells) {
        html.append("<tr>");
        for (String cell : cells) {
            html.append("<td>").append(escape(cell)).append("</td>");
        }
        html.append("</tr>");
    }

    private void close() {
        html.append("</tbody></table><br>");
    }
}
