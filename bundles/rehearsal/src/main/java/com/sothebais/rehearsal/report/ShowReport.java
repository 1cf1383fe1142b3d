package com.sothebais.rehearsal.report;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.health.Latency;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.StreamHealth.Loudness;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of one show, as they stand in {@code report.json}. */
public record ShowReport(
        List<LotResult> lots, Bids bids, Stream stream, Escrow escrow, Hosting host, long seed, Period period) {

    public ShowReport {
        lots = List.copyOf(lots);
    }

    /** When the show was prepared and when its report was made, UTC. */
    public record Period(Instant started, Instant finished) {}

    /** A lot of the show. */
    public record LotResult(
            int number, String title, AuctionId auction, Ending ending, Optional<Hash> ledgerRoot, int extensions) {}

    /**
     * How a lot ended.
     *
     * @param status {@code SOLD} or {@code RETURNED}; {@code OPEN} or {@code PLANNED} when the show broke off
     * @param currency the lot's currency
     */
    public record Ending(String status, Currency currency, Optional<Win> win) {}

    /** @param winner handle, without @ */
    public record Win(String winner, Money price, Optional<TxHash> settlement) {}

    public record Bids(long received, long accepted, Map<Reason, Long> rejected, long duplicates, Latency verdicts) {
        public Bids {
            rejected = Map.copyOf(rejected);
        }
    }

    /**
     * @param fps average over the show
     * @param loudness of the sound since the stream went on air
     */
    public record Stream(
            long frames,
            long late,
            long dropped,
            double fps,
            double stateToFrameP95Millis,
            double postToFrameP95Millis,
            String renderer,
            Loudness loudness,
            List<OutputStatus> outputs) {
        public Stream {
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * @param total what the contract holds
     * @param books the sum of the books
     * @param balanced whether the newest comparison found both equal
     */
    public record Escrow(Money total, Money books, boolean balanced) {}

    public record Hosting(long linesSpoken, long repliesPosted, long announcements) {}
}
