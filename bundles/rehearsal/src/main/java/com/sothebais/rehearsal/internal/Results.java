package com.sothebais.rehearsal.internal;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.EscrowBook;
import com.sothebais.api.settlement.EscrowBook.Reserves;
import com.sothebais.api.show.LotView;
import com.sothebais.api.show.ShowView;
import com.sothebais.rehearsal.report.Baseline;
import com.sothebais.rehearsal.report.RehearsalNotes;
import com.sothebais.rehearsal.report.ReportWriter;
import com.sothebais.rehearsal.report.ShowDirectory;
import com.sothebais.rehearsal.report.ShowReport;
import com.sothebais.rehearsal.report.ShowReport.Ending;
import com.sothebais.rehearsal.report.ShowReport.LotResult;
import com.sothebais.rehearsal.report.ShowReport.Win;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the figures of a show from all parts and writes them down. */
final class Results {
    private final Platform platform;
    private final long seed;

    Results(Platform platform, long seed) {
        this.platform = platform;
        this.seed = seed;
    }

    /** @param finished when the figures are taken */
    record Period(Instant started, Instant finished) {}

    ShowReport report(ShowView view, SessionPlan plan, Baseline baseline, Period period) {
        return new ShowReport(
                view.lotsOf(plan).stream().map(Results::lot).toList(),
                baseline.bids(platform.saleroom().auctions().tally()),
                baseline.stream(platform.air().studio().health()),
                escrow(plan),
                baseline.host(platform.air().host().activity()),
                seed,
                new ShowReport.Period(period.started(), period.finished()));
    }

    /** Writes report and ledgers; returns the lots whose ledger nobody has. */
    List<AuctionId> write(ShowReport report, Optional<RehearsalNotes> notes, ShowDirectory directory)
            throws IOException {
        List<AuctionId> missing = new ArrayList<>();
        for (LotResult lot : report.lots()) {
            Optional<Ledger> ledger = platform.saleroom().auctions().ledger(lot.auction());
            if (ledger.isPresent()) {
                ReportWriter.write(ledger.get(), directory.ledger(lot.number()));
            } else {
                missing.add(lot.auction());
            }
        }
        // Last, because its presence says that everything is there.
        ReportWriter.write(report, notes, directory.report());
        return missing;
    }

    /** Whether the newest comparison of every chain found books and contract equal. */
    static boolean isBalanced(Platform platform) {
        List<Reserves> reserves = platform.treasury().escrow().reserves();
        return !reserves.isEmpty() && reserves.stream().allMatch(Reserves::balanced);
    }

    private ShowReport.Escrow escrow(SessionPlan plan) {
        EscrowBook book = platform.treasury().escrow();
        PlannedLot any = plan.lots().get(0);
        ChainId chain = any.lot().token().chain();
        Money none = Money.zero(any.rules().currency());
        Optional<Reserves> newest = book.reserves().stream()
                .filter(reserves -> reserves.chain().equals(chain))
                .findFirst();
        Money books = book.balances().stream()
                .filter(balance -> balance.chain().equals(chain))
                .map(EscrowBook.Balance::total)
                .reduce(none, Money::plus);
        return new ShowReport.Escrow(
                newest.map(Reserves::held).orElse(none),
                books,
                newest.filter(Reserves::balanced)
                        .map(Reserves::held)
                        .filter(books::equals)
                        .isPresent());
    }

    private static LotResult lot(LotView lot) {
        Optional<Win> win = lot.result()
                .outcome()
                .filter(Outcome.Sold.class::isInstance)
                .map(Outcome.Sold.class::cast)
                .map(sold -> new Win(
                        sold.winner().account().handle(),
                        sold.price(),
                        lot.result().settlement()));
        String status = win.isPresent()
                ? "SOLD"
                : lot.result().outcome().isPresent()
                        ? "RETURNED"
                        : lot.times().status().name();
        return new LotResult(
                lot.lot().number(),
                lot.lot().title(),
                lot.auction(),
                new Ending(status, lot.rules().currency(), win),
                lot.result().ledgerRoot(),
                lot.times().extensions());
    }
}
