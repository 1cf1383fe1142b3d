package com.sothebais.console.commands;

import com.sothebais.api.auction.Campaign;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.Replays;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.stream.OutputStatus;
import com.sothebais.console.board.Words;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;

/** Tables of campaigns, lots, replays and stories for the shell. */
final class ShowTables {
    private static final long BYTES_A_MEGABYTE = 1_000_000;

    private ShowTables() {}

    static void campaigns(ShowView show, PrintStream out) {
        ShellTable table = Tables.table("Campaign", "Name", "Zone", "Sessions", "Lots", "Open", "Sold or returned")
                .emptyTableText("No campaign yet.");
        for (Campaign campaign : show.campaigns()) {
            List<ShowView.SessionView> sessions = show.sessions().stream()
                    .filter(session -> session.plan().campaign().equals(campaign.id()))
                    .toList();
            List<LotView> lots = sessions.stream()
                    .flatMap(session -> show.lotsOf(session.plan()).stream())
                    .toList();
            Tables.row(
                    table,
                    campaign.id(),
                    campaign.name(),
                    campaign.schedule().zone(),
                    sessions.size(),
                    lots.size(),
                    count(lots, LotView.Status.OPEN),
                    count(lots, LotView.Status.CLOSED));
        }
        table.print(out);
    }

    private static long count(List<LotView> lots, LotView.Status status) {
        return lots.stream().filter(lot -> lot.times().status() == status).count();
    }

    static void lots(List<LotView> lots, PrintStream out) {
        ShellTable table = Tables.table("Auction", "Title", "Status", "Price", "Leader", "Next", "Ends", "Result")
                .emptyTableText("No lots.");
        lots.forEach(lot -> Tables.row(
                table,
                lot.auction(),
                lot.lot().title(),
                lot.times().pausedSince().isPresent()
                        ? "PAUSED"
                        : lot.times().status().name(),
                lot.bidding().price(),
                Words.leader(lot),
                lot.bidding().nextMinimum(),
                Words.ends(lot),
                Words.result(lot)));
        table.print(out);
    }

    static void replays(List<Replays.Replay> replays, PrintStream out) {
        ShellTable table = Tables.table("Number", "Subscriber", "Into", "From", "To", "Taken", "Status", "Says")
                .emptyTableText("No replays since the start.");
        replays.forEach(replay -> Tables.row(
                table,
                replay.number(),
                replay.subscriber(),
                replay.shadow() ? "shadow" : "itself",
                replay.from(),
                replay.to(),
                replay.taken(),
                replay.status().name(),
                replay.trouble().or(replay::result).orElse("")));
        table.print(out);
    }

    /** Says which facts there are and when, not what is in them: some concern one person alone. */
    static void story(List<Recorded> facts, PrintStream out) {
        ShellTable table = Tables.table("Position", "At", "Since the first", "Fact", "Stream", "Said by");
        Instant first = facts.get(0).fact().at();
        facts.forEach(fact -> Tables.row(
                table,
                fact.position(),
                Words.time(fact.fact().at()),
                "+" + Duration.between(first, fact.fact().at()).toMillis() + " ms",
                fact.event().getClass().getSimpleName(),
                fact.fact().stream(),
                fact.fact().source()));
        table.print(out);
    }

    static void outputs(List<OutputStatus> outputs, PrintStream out) {
        ShellTable table = Tables.table(
                        "Output", "Target", "State", "Next", "Queued", "MB", "Dropped", "Again", "Reason")
                .emptyTableText("No outputs.");
        for (OutputStatus output : outputs) {
            OutputStatus.Traffic traffic = output.traffic();
            Tables.row(
                    table,
                    output.name(),
                    output.target(),
                    output.state().name(),
                    output.nextAttempt().map(Words::time).orElse(""),
                    traffic.queued() + " of " + traffic.queueMax(),
                    traffic.bytes() / BYTES_A_MEGABYTE,
                    traffic.droppedPackets(),
                    traffic.reconnects(),
                    output.failure().orElse(""));
        }
        table.print(out);
    }
}
