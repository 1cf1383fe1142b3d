package com.sothebais.rehearsal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.health.Latency;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.OutputStatus.State;
import com.sothebais.api.stream.StreamHealth.Loudness;
import com.sothebais.rehearsal.report.ShowReport.Bids;
import com.sothebais.rehearsal.report.ShowReport.Ending;
import com.sothebais.rehearsal.report.ShowReport.Escrow;
import com.sothebais.rehearsal.report.ShowReport.Hosting;
import com.sothebais.rehearsal.report.ShowReport.LotResult;
import com.sothebais.rehearsal.report.ShowReport.Period;
import com.sothebais.rehearsal.report.ShowReport.Win;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
    private static final Hash ROOT = new Hash("ab".repeat(32));
    private static final TxHash TX = new TxHash("0x" + "12".repeat(32));

    @TempDir
    private Path directory;

    @Test
    void writesEveryFigureUnderItsName() throws IOException {
        Path file = directory.resolve("report.json");

        ReportWriter.write(report(), file);

        String text = Files.readString(file);
        JsonNode json = new ObjectMapper().readTree(text);
        assertThat(json)
                .isEqualTo(new ObjectMapper()
                        .readTree(
                                """
                                        {"lots": [
                                           {"lot": 1, "title": "Dusk \\"Ü\\"", "auction": "demo-1", "status": "SOLD",
                                            "winner": "ada", "price": "2.45", "currency": "ETH", "ledger_root": "%s",
                                            "settlement_tx": "%s", "extensions": 1},
                                           {"lot": 2, "title": "Dawn", "auction": "demo-2", "status": "RETURNED",
                                            "winner": null, "price": null, "currency": "ETH", "ledger_root": null,
                                            "settlement_tx": null, "extensions": 0}],
                                         "bids": {"received": 30, "accepted": 20,
                                           "rejected": {"TOO_LOW": 7, "NEEDS_FUNDS": 3}, "duplicates": 6,
                                           "verdict_ms": {"p50": 1.5, "p95": 4.25, "p99": 9.0}},
                                         "stream": {"frames": 4500, "late": 1, "dropped": 0, "fps": 29.97,
                                           "state_to_frame_p95_ms": 61.5, "post_to_frame_p95_ms": 72.5, "renderer": "java2d",
                                           "loudness_lufs": -16.2, "true_peak_db": -2.0,
                                           "outputs": [{"name": "recording", "state": "UP", "bytes": 123456789012}]},
                                         "escrow": {"total": "187.55", "books": "187.55", "currency": "ETH",
                                           "balanced": true},
                                         "host": {"lines_spoken": 41, "replies_posted": 28, "announcements": 5},
                                         "seed": 7, "started": "2026-05-01T18:00:00.000001Z",
                                         "finished": "2026-05-01T18:03:00Z"}
                                        """
                                        .formatted(ROOT.hex(), TX.value())));
        assertThat(text).endsWith("}\n");
        assertThat(Files.list(directory)).containsExactly(file);
    }

    @Test
    void leavesTheOldFileAloneWhenTheNewOneCannotBeWritten() {
        Path nowhere = directory.resolve("missing").resolve("report.json");

        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> ReportWriter.write(report(), nowhere));
        assertThat(directory).isEmptyDirectory();
    }

    private static ShowReport report() {
        Money price = Money.of("2.45", Currency.ETH);
        Money held = Money.of("187.55", Currency.ETH);
        return new ShowReport(
                List.of(
                        new LotResult(
                                1,
                                "Dusk \"Ü\"",
                                new AuctionId("demo-1"),
                                new Ending("SOLD", Currency.ETH, Optional.of(new Win("ada", price, Optional.of(TX)))),
                                Optional.of(ROOT),
                                1),
                        new LotResult(
                                2,
                                "Dawn",
                                new AuctionId("demo-2"),
                                new Ending("RETURNED", Currency.ETH, Optional.empty()),
                                Optional.empty(),
                                0)),
                new Bids(30, 20, Map.of(Reason.TOO_LOW, 7L, Reason.NEEDS_FUNDS, 3L), 6, new Latency(30, 1.5, 4.25, 9)),
                new ShowReport.Stream(
                        4500,
                        1,
                        0,
                        29.97,
                        61.5,
                        72.5,
                        "java2d",
                        new Loudness(-18, -17, -16.2, -2),
                        List.of(new OutputStatus(
                                "recording",
                                "show.mp4",
                                State.UP,
                                Optional.empty(),
                                Optional.empty(),
                                new OutputStatus.Traffic(3, 320, 123_456_789_012L, 0, 0)))),
                new Escrow(held, held, true),
                new Hosting(41, 28, 5),
                7,
                new Period(Instant.parse("2026-05-01T18:00:00.000001Z"), Instant.parse("2026-05-01T18:03:00Z")));
    }
}
