package com.sothebais.agent.internal;

import static com.sothebais.agent.internal.Script.ALICE;
import static com.sothebais.agent.internal.Script.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.agent.Host.Activity;
import com.sothebais.api.agent.HostEvent;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.database.Database;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.health.Health;
import com.sothebais.api.stream.DeskEvent;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole desk with its threads, a real table, and the members of the cast coming in while it runs. */
class HostDeskTest {
    private final DataSource database = OutboxDatabase.empty();
    private final ProjectingLog log = new ProjectingLog(database);
    private final TestNetwork network = new TestNetwork();
    private final TestStudio studio = new TestStudio(Duration.ofMillis(300));
    private final HostDesk desk = new HostDesk(log, new TestDatabase(database), new Settings(12));

    @AfterEach
    void stop() {
        desk.stop();
    }

    @Test
    void playsAShowFromTheLogOntoTheAirAndTheNetwork() throws InterruptedException {
        desk.join(network);
        desk.join(studio);
        happened(Script.published());
        happened(Script.planned());
        log.memory.subscribe(new WatchSubscriber(desk));
        log.memory.subscribe(new RepliesSubscriber(desk));

        Instant now = Instant.now();
        happened(Script.moved(SessionPhase.PRE, SessionPhase.LIVE));
        happened(Script.opened(now.plusSeconds(40)));
        happened(Script.accepted(ALICE, "p1", "1.5"));
        happened(Script.accepted(BOB, "p2", "2", ALICE));
        happened(Script.refused(ALICE, "p3", Reason.TOO_LOW));
        await(() -> network.published().size() == 5);
        await(() -> !studio.lines().isEmpty());
        happened(Script.sold(BOB, "2"));
        await(() -> network.published().size() == 6);
        await(() -> studio.lines().stream().anyMatch(line -> line.text().startsWith("Sold")));

        assertThat(network.published().values().stream().map(draft -> draft.text()))
                .contains(
                        "Lot 1 is open. The least bid is 1 ETH.",
                        "@alice Your bid of 1.5 ETH leads. The next bid would be 1.6 ETH.",
                        "@bob_7 Your bid of 2 ETH leads. The next bid would be 2.1 ETH.",
                        "@alice You have been outbid: the price is 2 ETH. Your money is free again.",
                        "@alice That bid does not count. The least bid now is 1.6 ETH.",
                        "Sold: lot 1 to @bob_7 for 2 ETH.");
        assertThat(studio.lines()).extracting(line -> line.text()).contains("Sold: lot 1 to @bob_7 for 2 ETH.");
        await(() -> desk.activity().draftsWaiting() == 0 && desk.activity().announcementsPosted() == 2);
        assertThat(desk.activity().repliesPosted()).isEqualTo(4);
        assertThat(desk.activity().linesSpoken()).isEqualTo(studio.lines().size());
    }

    @Test
    void saysNothingOfThePastAfterAStart() throws InterruptedException {
        desk.join(studio);
        happened(Script.published());
        happened(Script.planned());
        happened(Script.opened(Instant.now().plusSeconds(40)));
        happened(Script.sold(BOB, "2"));
        happened(line("A line that the process before has said."));
        log.memory.subscribe(new WatchSubscriber(desk));
        desk.say("Hello from the director", Mood.CURIOUS);
        await(() -> !studio.lines().isEmpty());
        assertThat(studio.lines()).extracting(line -> line.text()).containsExactly("Hello from the director");
    }

    @Test
    void saysALineOfTheRundownOnceAndTellsWhichCueItWas() throws InterruptedException {
        desk.join(studio);
        happened(Script.published());
        happened(Script.planned());
        log.memory.subscribe(new WatchSubscriber(desk));
        Recorded cued = happened(line("Welcome to {campaign}."));
        await(() -> !studio.lines().isEmpty());
        await(() -> log.read(0, 100).stream().anyMatch(fact -> fact.event() instanceof HostEvent.LineSpoken));

        assertThat(studio.lines()).extracting(line -> line.text()).containsExactly("Welcome to Night Garden.");
        assertThat(log.read(0, 100))
                .filteredOn(fact -> fact.event() instanceof HostEvent.LineSpoken)
                .singleElement()
                .satisfies(fact -> assertThat(fact.fact().causation()).contains(cued.id()));
    }

    private static DeskEvent line(String text) {
        return new DeskEvent.LineCued("added-1", text, Mood.CALM, Optional.empty());
    }

    @Test
    void answersADeliveryThatComesAgainOnlyOnce() throws Exception {
        desk.join(network);
        RepliesSubscriber replies = new RepliesSubscriber(desk);
        happened(Script.refused(ALICE, "p3", Reason.NEEDS_WALLET));
        replies.on(log.read(0, 10).get(0));
        await(() -> network.published().size() == 1);
        replies.on(log.read(0, 10).get(0));
        await(() -> desk.activity().draftsWaiting() == 0);
        assertThat(network.published()).hasSize(1);
    }

    @Test
    void tellsWhatIsMissing() {
        assertThat(desk.health().status()).isEqualTo(Health.Status.DEGRADED);
        assertThat(desk.health().message()).contains("Install personality-scripted");
        assertThat(desk.activity()).isEqualTo(new Activity(0, 0, 0, 0));
    }

    @Test
    void takesOnlyLinesOfADirectorThatCanBeSaid() {
        assertThatThrownBy(() -> desk.say(" ", Mood.CALM)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> desk.say("x".repeat(281), Mood.CALM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 280");
    }

    @Test
    void namesTheKeyOfAWrongSetting() {
        assertThatThrownBy(() -> new HostDesk(log, new TestDatabase(database), new Settings(1)))
                .hasMessage("com.sothebais.agent: small.talk.seconds = 1 is not allowed, expected 5 to 600");
    }

    private Recorded happened(Event event) {
        return log.append(Append.of(List.of(Script.fact(event, Instant.now())))).get(0);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    /** The table is there already. */
    private record TestDatabase(DataSource dataSource) implements Database {
        @Override
        public void migrate(String owner, Class<?> anchor) {
            assertThat(anchor.getResource("/db/" + owner + "/V1__outbox.sql")).isNotNull();
        }
    }

    /** Settings as the configuration would give them. */
    private record Settings(int small_talk_seconds) implements HostConfig {
        @Override
        public String personality() {
            return "scripted";
        }

        @Override
        public String voice() {
            return "mary";
        }

        @Override
        public int chat_account_seconds() {
            return 10;
        }

        @Override
        public int chat_per_minute() {
            return 20;
        }

        @Override
        public int post_attempts_max() {
            return 200;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return HostConfig.class;
        }
    }
}
