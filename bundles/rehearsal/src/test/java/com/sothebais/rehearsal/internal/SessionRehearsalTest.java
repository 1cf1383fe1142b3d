package com.sothebais.rehearsal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.rehearsal.RehearsalException;
import com.sothebais.api.rehearsal.RehearsalException.Obstacle;
import com.sothebais.api.rehearsal.Rehearsals.Order;
import com.sothebais.api.rehearsal.Rehearsals.Rehearsed;
import com.sothebais.api.rehearsal.Rehearsals.Stage;
import com.sothebais.contract.MemoryEventLog;
import com.sothebais.rehearsal.shadow.Sample;
import com.sothebais.rehearsal.shadow.Shadow;
import com.sothebais.rehearsal.shadow.Timing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** Rehearsals of a planned session of three lots against a small auction in memory, in some seconds each. */
class SessionRehearsalTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Between two looks; whoever spins takes the processor from those it waits for. */
    private static final long POLL_NANOS = 2_000_000;
    /** Fast enough for a test, and slow enough for twelve bidders. */
    private static final Timing.Least LEAST = new Timing.Least(
            Duration.ofMillis(300),
            Duration.ofSeconds(3),
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofMillis(500));

    @TempDir
    private Path directory;

    private final MemoryEventLog log = new MemoryEventLog();
    private final SmallMoney money = new SmallMoney();
    private final SmallAuction auction = new SmallAuction(log, money);
    private final SmallNetwork network = new SmallNetwork(auction);
    private final SmallAir air = new SmallAir();
    private ShowState state = new ShowState();
    private Folding folding;
    private Rehearser rehearser;

    @BeforeEach
    void plan() {
        plan("genesis", Instant.now().plus(Duration.ofHours(5)));
        restart();
    }

    @AfterEach
    void close() {
        rehearser.close();
    }

    /** A session of three lots of 40 minutes, on air 15 minutes before that instant. */
    private SessionId plan(String campaign, Instant live) {
        Sample sample = new Sample(new CampaignId(campaign), live);
        auction.plan(sample.campaign(), sample.session());
        return sample.session().id();
    }

    private void restart() {
        state = new ShowState();
        folding = new Folding(state);
        log.subscribe(folding);
        Platform platform = new Platform(
                new Platform.Plugins(() -> Optional.of(network), () -> Optional.of(money)),
                new Platform.Treasury(money, money),
                new Platform.Saleroom(auction, auction),
                new Platform.Air(air, air, air, () -> Optional.of(air)));
        rehearser = new Rehearser(
                platform,
                new Script(
                        Script.read(new Script.Texts("1", "4", "1", "1", "7")).tempo(), 7, Script.ARTWORKS, List.of()),
                state,
                InstantSource.system(),
                new Shelf(directory),
                LEAST);
    }

    private static Order order(int speed) {
        return new Order(Sample.session("genesis"), speed, 7);
    }

    private Rehearsed now(Rehearsed one) {
        return rehearser.rehearsals().stream()
                .filter(other -> other.id().equals(one.id()))
                .findFirst()
                .orElseThrow();
    }

    private Rehearsed awaitEnd(Rehearsed one) {
        await(() -> {
            Stage stage = now(one).progress().stage();
            return stage != Stage.PREPARING && stage != Stage.PLAYING;
        });
        return now(one);
    }

    private List<NewEvent> facts() {
        return log.read(0, EventLog.READ_MAX).stream().map(Recorded::fact).toList();
    }

    @Test
    void aWholeSessionIsPlayedUnderMarkedIdsBehindTheCurtainAndReported() throws IOException {
        List<NewEvent> before = facts();
        Rehearsed begun = rehearser.rehearse(order(600));
        assertThat(begun.id()).as("the mark says how fast").endsWith("-600x");
        await(() -> auction.tally().accepted() > 0);
        assertThat(air.isDown()).as("the curtain").isTrue();
        assertThatThrownBy(() -> rehearser.rehearse(order(600)))
                .isInstanceOfSatisfying(RehearsalException.class, refused -> assertThat(refused.obstacle())
                        .isEqualTo(Obstacle.BUSY))
                .hasMessageContaining("One show at a time: the rehearsal of genesis-");

        Rehearsed end = awaitEnd(begun);

        assertThat(end.progress().stage()).as(end.progress().message()).isEqualTo(Stage.FINISHED);
        assertThat(air.isDown()).isFalse();
        assertThat(air.openRecordings()).isZero();
        assertThat(end.recording()).exists();
        assertThat(facts().subList(before.size(), facts().size()))
                .as("every fact of it is marked")
                .allSatisfy(fact -> assertThat(fact.stream().isRehearsal()
                                || fact.stream().value().startsWith("mentions/sandbox"))
                        .as(fact.stream().value())
                        .isTrue());
        Campaign played = auction.published().get(0);
        assertThat(played.name()).isEqualTo(Shadow.TITLE + "Genesis");
        assertThat(played.lots()).extracting(lot -> lot.number()).containsExactly(4, 5, 6);
        assertThat(money.tokens()).as("simulated tokens").isEqualTo(3);
        JsonNode report = new ObjectMapper()
                .readTree(end.progress().report().orElseThrow().toFile());
        assertThat(report.at("/rehearsal/session").asText()).startsWith("genesis-");
        assertThat(report.at("/rehearsal/speed").asInt()).isEqualTo(600);
        assertThat(report.at("/rehearsal/recording").asText())
                .isEqualTo(end.recording().toString());
        assertThat(report.at("/lots"))
                .hasSize(3)
                .allSatisfy(lot -> assertThat(lot.get("status").asText()).isEqualTo("SOLD"));
        assertThat(report.at("/rehearsal/lots")).hasSize(3).allSatisfy(lot -> {
            assertThat(lot.get("bids_accepted").asInt()).isPositive();
            assertThat(Instant.parse(lot.get("ended").asText()))
                    .isAfter(Instant.parse(lot.get("opened").asText()));
        });
        assertThat(report.at("/rehearsal/problems").toString()).contains("Lot 4 has no artwork");
        assertThat(rehearser.rehearsals()).containsExactly(end);
    }

    @Test
    void theSmallestAndTheLargestPricesAreBidFor() throws IOException {
        auction.kill();
        Sample dear = new Sample(new CampaignId("dear"), Instant.now().plus(Duration.ofHours(9)), "250");
        auction.plan(dear.campaign(), dear.session());

        Rehearsed end = awaitEnd(rehearser.rehearse(new Order(dear.session().id(), 600, 7)));

        assertThat(end.progress().stage()).as(end.progress().message()).isEqualTo(Stage.FINISHED);
        JsonNode report = new ObjectMapper()
                .readTree(end.progress().report().orElseThrow().toFile());
        assertThat(report.at("/lots/0/status").asText()).isEqualTo("SOLD");
        assertThat(report.at("/lots/0/price").asInt()).isGreaterThanOrEqualTo(250);
    }

    @Test
    void whatIsNotThereOrNotAheadIsRefused() {
        assertThatThrownBy(() -> rehearser.rehearse(new Order(new SessionId("nobody-2026-01-01"), 10, 7)))
                .isInstanceOfSatisfying(RehearsalException.class, refused -> assertThat(refused.obstacle())
                        .isEqualTo(Obstacle.UNKNOWN))
                .hasMessageContaining("There is no planned session 'nobody-2026-01-01'");
        assertThat(rehearser.rehearsals()).isEmpty();
        assertThat(air.isDown()).isFalse();
    }

    @Test
    void aRealSessionWithinItsLengthRefusesItAndNamesTheSpeedThatFits() {
        plan("evening", Instant.now().plus(Duration.ofMinutes(40)));

        assertThatThrownBy(() -> rehearser.rehearse(order(2)))
                .isInstanceOfSatisfying(RehearsalException.class, refused -> assertThat(refused.obstacle())
                        .isEqualTo(Obstacle.BUSY))
                .hasMessageContaining("Session 'evening-")
                .hasMessageContaining("goes on air at")
                .hasMessageMatching("(?s).*choose a speed of at least \\d+, or rehearse later\\.");
        assertThat(rehearser.rehearsals()).isEmpty();
    }

    @Test
    void aStudioThatIsOnAirRefusesIt() {
        plan("evening", Instant.now().plus(Duration.ofMinutes(5)));

        assertThatThrownBy(() -> rehearser.rehearse(order(600)))
                .hasMessageContaining("The studio belongs to session 'evening-");
    }

    @Test
    void somethingRealThatComesUpAbortsIt() throws IOException {
        Rehearsed begun = rehearser.rehearse(order(100));
        await(() -> auction.tally().accepted() > 0);

        plan("sudden", Instant.now().plus(Duration.ofMinutes(10)));
        Rehearsed end = awaitEnd(begun);

        assertThat(end.progress().stage()).isEqualTo(Stage.ABORTED);
        assertThat(end.progress().message()).contains("session sudden-", "the rehearsal gives way");
        assertThat(air.isDown()).isFalse();
        assertThat(air.openRecordings()).isZero();
        assertThat(auction.decrees()).hasSize(1);
        assertThat(state.view().rehearsal()).as("what the outputs are held for").isEmpty();
        assertThat(end.progress().report()).as("the report of what there was").isPresent();
    }

    @Test
    void anAdminAbortsIt() {
        Rehearsed begun = rehearser.rehearse(order(100));
        await(() -> auction.tally().accepted() > 0);

        assertThat(rehearser.abort(begun.id(), "alice")).isPresent();
        Rehearsed end = awaitEnd(begun);

        assertThat(end.progress().stage()).isEqualTo(Stage.ABORTED);
        assertThat(end.progress().message()).isEqualTo("alice aborted the rehearsal");
        assertThat(auction.decrees()).singleElement().satisfies(decree -> assertThat(decree.reason())
                .contains("alice aborted"));
        assertThat(rehearser.abort(begun.id(), "alice")).as("once more").contains(end);
        assertThat(rehearser.abort("rehearsal-sandbox-never", "alice")).isEmpty();
    }

    @Test
    void anOutputThatDoesNotEndStopsItBeforeAnybodyCanSeeIt() {
        air.stick();

        Rehearsed end = awaitEnd(rehearser.rehearse(order(600)));

        assertThat(end.progress().stage()).isEqualTo(Stage.FAILED);
        assertThat(end.progress().message()).contains("an output did not end");
        assertThat(auction.published()).isEmpty();
    }

    @Test
    void afterAKillTheNextProcessEndsItAndTellsOfIt() throws IOException {
        Rehearsed begun = rehearser.rehearse(order(100));
        await(() -> auction.tally().accepted() > 0);
        // Whatever the process would still have written is not there.
        Path copy = Files.createDirectories(directory.resolve("kept"));
        for (String file : new String[] {"order", "status"}) {
            Files.copy(directory.resolve(begun.id()).resolve(file), copy.resolve(file));
        }
        auction.kill();
        folding.kill();
        Rehearser killed = rehearser;
        restart();
        for (String file : new String[] {"order", "status"}) {
            Files.move(
                    copy.resolve(file),
                    Files.createDirectories(directory.resolve("rehearsal-sandbox-cut"))
                            .resolve(file));
        }

        rehearser.tidy();

        assertThat(auction.decrees()).singleElement().satisfies(decree -> assertThat(decree.reason())
                .contains("has no player"));
        assertThat(state.view().rehearsal()).isEmpty();
        Rehearsed told = rehearser.rehearsals().stream()
                .filter(one -> one.id().equals("rehearsal-sandbox-cut"))
                .findFirst()
                .orElseThrow();
        assertThat(told.progress().stage()).isEqualTo(Stage.ABORTED);
        assertThat(told.progress().message()).contains("the process ended in the middle");
        assertThat(told.order()).isEqualTo(begun.order());
        rehearser.tidy();
        assertThat(auction.decrees()).as("nothing more to tidy").hasSize(1);
        killed.close();
    }

    @Test
    void aDamagedDirectoryIsPassedOver() throws IOException {
        Path place = Files.createDirectories(directory.resolve("rehearsal-sandbox-x"));
        Files.writeString(place.resolve("order"), "nonsense", StandardCharsets.UTF_8);

        assertThat(rehearser.rehearsals()).isEmpty();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
