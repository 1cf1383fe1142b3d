package com.sothebais.rehearsal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.Tempo;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.ledger.LedgerEntry;
import com.sothebais.api.ledger.LedgerLine;
import com.sothebais.api.rehearsal.Rehearsals.Progress;
import com.sothebais.api.rehearsal.Rehearsals.Stage;
import com.sothebais.contract.MemoryEventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Between two looks; whoever spins takes the processor from those it waits for. */
    private static final long POLL_NANOS = 2_000_000;

    @TempDir
    private Path directory;

    private final MemoryEventLog log = new MemoryEventLog();
    private final SmallMoney money = new SmallMoney();
    private final SmallAuction auction = new SmallAuction(log, money);
    private final SmallNetwork network = new SmallNetwork(auction);
    private final SmallAir air = new SmallAir();
    private final ShowState state = new ShowState();
    private Rehearser rehearser;

    @BeforeEach
    void open() {
        log.subscribe(new Folding(state));
        rehearser = rehearser(Duration.ofSeconds(3), "/artworks-test/");
    }

    @AfterEach
    void close() {
        rehearser.close();
    }

    @Test
    void playsAWholeShowAndReportsIt() throws IOException {
        rehearser.start(directory);
        assertThatIllegalStateException().isThrownBy(() -> rehearser.start(directory));

        Progress end = awaitEnd();

        assertThat(end.stage()).as(end.message()).isEqualTo(Stage.FINISHED);
        assertThat(end.report()).contains(directory.resolve("report.json"));
        assertThat(status())
                .startsWith("FINISHED lot 1 sold to @")
                .endsWith("\n")
                .hasLineCount(1);
        assertThat(air.openRecordings()).isZero();
        assertThat(directory.resolve("show.mp4")).exists();
        JsonNode report = json("report.json");
        thereIsEverythingInTheReport(report);
        bothLotsWereContestedAndOneWasExtended(report);
        everyHabitLeftItsTrace(report);
        theLedgersHold(report);
        assertThat(money.tokens()).isEqualTo(2);
        assertThat(air.pictures()).isEqualTo(2);
    }

    @Test
    void aSecondShowInTheSamePlaceCountsOnlyItself() throws IOException {
        rehearser.start(directory);
        awaitEnd();
        long first = json("report.json").at("/bids/received").asLong();
        rehearser.start(directory);
        Stage reached = rehearser.progress().stage();
        boolean reported = Files.exists(directory.resolve("report.json"));
        assertThat(reported && reached != Stage.PREPARING)
                .as("the report of the show before, while the next is " + reached)
                .isFalse();

        Progress end = awaitEnd();

        assertThat(end.stage()).as(end.message()).isEqualTo(Stage.FINISHED);
        assertThat(auction.published()).hasSize(2);
        assertThat(money.tokens()).isEqualTo(4);
        assertThat(json("report.json").at("/bids/received").asLong())
                .isLessThan(auction.tally().posts())
                .isBetween(first / 2, first * 2);
    }

    @Test
    void aShowThatCannotBeRecordedFailsBeforeAnybodyCanBid() throws IOException {
        air.fillDisk();
        rehearser.start(directory);

        Progress end = awaitEnd();

        assertThat(end.stage()).isEqualTo(Stage.FAILED);
        assertThat(status()).startsWith("FAILED cannot write").contains("no space left");
        assertThat(auction.published()).isEmpty();
        assertThat(directory.resolve("report.json")).doesNotExist();
    }

    @Test
    void aRefusedSettlementFailsTheShowButWhatThereIsIsWritten() throws IOException {
        money.refuse();
        rehearser.start(directory);

        Progress end = awaitEnd();

        assertThat(end.stage()).isEqualTo(Stage.FAILED);
        assertThat(status()).startsWith("FAILED the settlement of lot 1 was refused: the token does not move");
        JsonNode lot = json("report.json").at("/lots/0");
        assertThat(lot.get("status").asText()).isEqualTo("SOLD");
        assertThat(lot.get("settlement_tx").isNull()).isTrue();
        assertThat(directory.resolve("ledger-1.json")).exists();
        assertThat(air.openRecordings()).isZero();
    }

    @Test
    void aStoppedShowSaysSoAndWritesWhatThereIs() throws IOException {
        rehearser.start(directory);
        await(() -> auction.tally().accepted() > 0);

        rehearser.close();

        assertThat(rehearser.progress().stage()).isEqualTo(Stage.FAILED);
        assertThat(status()).startsWith("INTERRUPTED the show was stopped");
        assertThat(air.openRecordings()).isZero();
        assertThat(json("report.json").at("/lots/0/status").asText()).isEqualTo("OPEN");
        assertThat(json("report.json").at("/lots/1/status").asText()).isEqualTo("PLANNED");
    }

    @Test
    void missingArtworksAreNamed() throws IOException {
        rehearser = rehearser(Duration.ofSeconds(3), "/artworks-missing/");
        rehearser.start(directory);
        assertThat(awaitEnd().message()).contains("'gone.png' is missing");

        rehearser = rehearser(Duration.ofSeconds(3), "/artworks-short/");
        rehearser.start(directory);
        assertThat(awaitEnd().message()).contains("line 1 of artworks.tsv").contains("separated by tabs");
        assertThat(status()).startsWith("FAILED");
    }

    @Test
    void aDirectoryThatCannotBeFailsWithASentence() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "in the way");

        rehearser.start(file);

        assertThat(awaitEnd().message()).contains("the directory of the show cannot be written");
    }

    @Test
    void theLaunchersShowIsPlayedOnceForADirectory() throws IOException {
        Files.writeString(directory.resolve("report.json"), "{}");
        rehearser.startOnce(directory);
        assertThat(rehearser.progress().stage()).isEqualTo(Stage.FINISHED);

        Files.delete(directory.resolve("report.json"));
        Files.writeString(directory.resolve("status"), "PLAYING lot 1 of 2 - price 2 ETH - 00:10 left\n");
        rehearser.startOnce(directory);
        assertThat(rehearser.progress().stage()).isEqualTo(Stage.FAILED);
        assertThat(status()).startsWith("INTERRUPTED the show was cut off");
        assertThat(auction.published()).isEmpty();

        Files.writeString(directory.resolve("status"), "PREPARING hanging the works\n");
        rehearser.startOnce(directory);
        await(() -> auction.published().size() == 1);
    }

    private void thereIsEverythingInTheReport(JsonNode report) {
        assertThat(fields(report))
                .containsExactly("lots", "bids", "stream", "escrow", "host", "seed", "started", "finished");
        assertThat(fields(report.at("/lots/0")))
                .containsExactly(
                        "lot",
                        "title",
                        "auction",
                        "status",
                        "winner",
                        "price",
                        "currency",
                        "ledger_root",
                        "settlement_tx",
                        "extensions");
        assertThat(report.at("/escrow/balanced").asBoolean()).isTrue();
        assertThat(report.at("/escrow/total").asText())
                .isEqualTo(report.at("/escrow/books").asText());
        assertThat(report.at("/stream/outputs/0/name").asText()).isEqualTo("recording");
        assertThat(report.at("/stream/frames").asLong()).isPositive();
        assertThat(report.at("/host/lines_spoken").asLong()).isZero();
        assertThat(report.get("seed").asLong()).isEqualTo(7);
        assertThat(Instant.parse(report.get("started").asText()))
                .isBefore(Instant.parse(report.get("finished").asText()));
    }

    private void bothLotsWereContestedAndOneWasExtended(JsonNode report) {
        for (int lot = 1; lot <= 2; lot++) {
            String number = lot + " ";
            assertThat(auction.leaders().stream().filter(leader -> leader.startsWith(number)))
                    .hasSizeGreaterThan(3);
            JsonNode result = report.at("/lots/" + (lot - 1));
            assertThat(result.get("status").asText()).isEqualTo("SOLD");
            assertThat(Double.parseDouble(result.get("price").asText())).isGreaterThanOrEqualTo(2);
            assertThat(result.get("settlement_tx").asText()).startsWith("0x");
        }
        assertThat(auction.leaders()).contains("1 snipe_o_clock");
        assertThat(report.at("/lots/0/extensions").asInt()).isBetween(1, 3);
    }

    private void everyHabitLeftItsTrace(JsonNode report) {
        JsonNode bids = report.get("bids");
        assertThat(fields(bids.get("rejected")))
                .contains(
                        Reason.TOO_LOW.name(),
                        Reason.AMBIGUOUS.name(),
                        Reason.EDITED.name(),
                        Reason.AUCTION_CLOSED.name(),
                        Reason.MAX_BID_IN_PUBLIC.name(),
                        Reason.RETRACTION.name(),
                        Reason.CONFIRM_LARGE.name(),
                        Reason.CONFIRM_WORDS.name(),
                        Reason.NEEDS_WALLET.name(),
                        Reason.NEEDS_FUNDS.name());
        assertThat(bids.get("duplicates").asLong()).isGreaterThanOrEqualTo(3);
        assertThat(bids.get("accepted").asLong()).isGreaterThan(10);
        assertThat(fields(bids.get("verdict_ms"))).containsExactly("p50", "p95", "p99");
        assertThat(network.timeline(1_000).stream()
                        .map(post -> post.author().handle())
                        .distinct())
                .hasSize(12);
    }

    private void theLedgersHold(JsonNode report) throws IOException {
        for (int lot = 1; lot <= 2; lot++) {
            JsonNode ledger = json("ledger-" + lot + ".json");
            assertThat(fields(ledger)).containsExactly("auction", "root", "entries");
            Hash previous = Hash.GENESIS;
            for (JsonNode entry : ledger.get("entries")) {
                LedgerLine line = new LedgerLine(
                        ledger.get("auction").asText(),
                        Instant.parse(entry.get("at").asText()),
                        entry.get("post").asText(),
                        entry.get("bidder").asText(),
                        entry.get("verdict").asText(),
                        entry.get("amountUnits").asText(),
                        entry.get("currency").asText());
                LedgerEntry again = LedgerEntry.chain(entry.get("index").asInt(), previous, line);
                assertThat(entry.get("previous").asText()).isEqualTo(previous.hex());
                assertThat(entry.get("hash").asText()).isEqualTo(again.hash().hex());
                previous = again.hash();
            }
            assertThat(ledger.get("root").asText())
                    .isEqualTo(previous.hex())
                    .isEqualTo(report.at("/lots/" + (lot - 1) + "/ledger_root").asText());
        }
    }

    private Rehearser rehearser(Duration lot, String artworks) {
        Tempo tempo = new Tempo(Duration.ofMillis(400), lot, Duration.ofMillis(600), Duration.ofMillis(400));
        Platform platform = new Platform(
                new Platform.Plugins(() -> Optional.of(network), () -> Optional.of(money)),
                new Platform.Treasury(money, money),
                new Platform.Saleroom(auction, auction),
                new Platform.Air(air, air, air, () -> Optional.of(air)));
        return new Rehearser(platform, new Script(tempo, 7, artworks, List.of()), state, InstantSource.system());
    }

    private Progress awaitEnd() {
        await(() -> rehearser.progress().stage() == Stage.FINISHED
                || rehearser.progress().stage() == Stage.FAILED);
        return rehearser.progress();
    }

    private String status() throws IOException {
        return Files.readString(directory.resolve("status"));
    }

    private JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(directory.resolve(file).toFile());
    }

    private static List<String> fields(JsonNode node) {
        List<String> names = new java.util.ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
