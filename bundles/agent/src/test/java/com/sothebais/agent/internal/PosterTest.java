package com.sothebais.agent.internal;

import static com.sothebais.agent.internal.Script.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.agent.internal.Cue.Origin;
import com.sothebais.api.agent.HostEvent.PostRefused;
import com.sothebais.api.agent.HostEvent.Posted;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.social.Draft;
import com.sothebais.api.social.PostId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PosterTest {
    private static final int ATTEMPTS_MAX = 5;

    private final DataSource database = OutboxDatabase.empty();
    private final Outbox outbox = new Outbox(database);
    private final ProjectingLog log = new ProjectingLog(database);
    private final TestCast cast = new TestCast();
    private final TestNetwork network = new TestNetwork();
    private final Patience patience = new Patience();
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private Poster poster = poster();

    @BeforeEach
    void join() {
        cast.networks.add(network);
    }

    @AfterEach
    void close() {
        patience.close();
    }

    @Test
    void postsAndRecordsInOrderOfUrgency() throws SQLException {
        outbox.add(List.of(reply("chat", PlannedPost.CHAT), reply("verdict", PlannedPost.VERDICT)), START);
        outbox.add(List.of(announcement("opened")), START);
        assertThat(poster.step()).isEqualTo(3);
        assertThat(network.published().keySet()).containsExactly("verdict", "opened", "chat");
        assertThat(events())
                .first()
                .isEqualTo(new Posted(
                        "verdict",
                        new PostId("sandbox", "on-verdict"),
                        Optional.of(new PostId("sandbox", "p")),
                        "text of verdict"));
        assertThat(poster.replies()).isEqualTo(2);
        assertThat(poster.announcements()).isEqualTo(1);
        assertThat(poster.waiting()).isZero();
        assertThat(poster.step()).isZero();
    }

    @Test
    void carriesTheCauseThroughTheTable() throws SQLException {
        PlannedPost post = announcement("opened");
        outbox.add(List.of(post), START);
        assertThat(outbox.due(START, List.of(), 10)).containsExactly(new Outbox.Waiting(post, 0));
        poster.step();
        Recorded recorded = log.read(0, 10).get(0);
        assertThat(recorded.fact().correlation()).isEqualTo(post.origin().correlation());
        assertThat(recorded.fact().causation()).isEqualTo(post.origin().causation());
    }

    @Test
    void writesAKeyOnlyOnceEvenAfterItWasPosted() throws SQLException {
        outbox.add(List.of(reply("a", 0)), START);
        outbox.add(List.of(reply("a", 0), reply("b", 0)), START);
        poster.step();
        outbox.add(List.of(reply("a", 0)), START);
        poster.step();
        assertThat(network.calls()).isEqualTo(2);
        assertThat(events()).hasSize(2);
    }

    @Test
    void publishesAgainButNotTwiceWhenItDiedBetweenPublishingAndRecording() throws SQLException {
        outbox.add(List.of(reply("a", 0)), START);
        log.memory.outage(true);
        assertThatThrownBy(() -> poster.step()).isInstanceOf(EventLogException.class);
        assertThat(network.published()).containsOnlyKeys("a");
        assertThat(outbox.waiting()).isEqualTo(1);

        log.memory.outage(false);
        poster = poster();
        assertThat(poster.step()).isEqualTo(1);
        assertThat(network.calls()).isEqualTo(2);
        assertThat(network.published()).containsOnlyKeys("a");
        assertThat(events()).hasSize(1);
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void losesNothingInAnOutageAndLeavesTheNetworkAloneMeanwhile() throws SQLException {
        for (int i = 0; i < 10; i++) {
            outbox.add(List.of(reply("r" + i, 0)), START);
        }
        network.down(true);
        for (int i = 0; i < 8; i++) {
            poster.step();
        }
        assertThat(network.calls()).isEqualTo(1);
        assertThat(poster.trouble()).contains("no connection");
        assertThat(poster.waiting()).isEqualTo(10);

        network.down(false);
        pass(60);
        poster.step();
        assertThat(network.published()).hasSize(10);
        assertThat(poster.trouble()).isEmpty();
    }

    @Test
    void waitsForANetworkThatIsNotThereWithoutCountingAttempts() throws SQLException {
        cast.networks.clear();
        outbox.add(List.of(reply("a", 0)), START);
        for (int i = 0; i < ATTEMPTS_MAX * 2; i++) {
            poster.step();
            pass(5);
        }
        assertThat(poster.trouble()).contains("sandbox is not there");
        cast.networks.add(network);
        poster.step();
        assertThat(network.published()).containsOnlyKeys("a");
    }

    @Test
    void doesNotLetANetworkThatIsAwayHoldUpTheOthers() throws SQLException {
        for (int i = 0; i < 50; i++) {
            outbox.add(List.of(onto("away", "urgent" + i, PlannedPost.VERDICT)), START);
        }
        outbox.add(List.of(reply("chat", PlannedPost.CHAT)), START);
        poster.step();
        assertThat(network.published()).containsOnlyKeys("chat");
        assertThat(poster.waiting()).isEqualTo(50);
    }

    @Test
    void takesARefusalWithoutAReasonToo() throws SQLException {
        network.refusing(null);
        outbox.add(List.of(reply("a", 0)), START);
        poster.step();
        assertThat(events())
                .containsExactly(
                        new PostRefused("a", Optional.of(new PostId("sandbox", "p")), "refused without a reason"));
    }

    @Test
    void givesUpOnANetworkThatDoesNotSayWhatItPublished() throws SQLException {
        network.mute(true);
        outbox.add(List.of(reply("a", 0)), START);
        for (int i = 0; i < ATTEMPTS_MAX; i++) {
            poster.step();
            pass(60);
        }
        assertThat(events()).singleElement().isInstanceOf(PostRefused.class);
    }

    @Test
    void doesNotLetOneBadPostHoldUpTheOthers() throws SQLException {
        network.poison("bad");
        outbox.add(List.of(reply("bad", 0)), START);
        outbox.add(List.of(reply("good", 1)), START);
        for (int i = 0; i < 4; i++) {
            poster.step();
            pass(1);
        }
        assertThat(network.published()).containsOnlyKeys("good");
    }

    @Test
    void givesUpAfterTheLastAttemptAndSaysSo() throws SQLException {
        network.poison("bad");
        outbox.add(List.of(reply("bad", 0)), START);
        for (int i = 0; i < ATTEMPTS_MAX; i++) {
            poster.step();
            pass(60);
        }
        assertThat(events()).singleElement().isInstanceOfSatisfying(PostRefused.class, refused -> assertThat(
                        refused.reason())
                .contains("5 attempts")
                .contains("no connection"));
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void takesAFinalRefusalAtItsWord() throws SQLException {
        network.refusing("text not allowed");
        outbox.add(List.of(reply("a", 0)), START);
        poster.step();
        pass(60);
        poster.step();
        assertThat(network.calls()).isEqualTo(1);
        assertThat(events())
                .containsExactly(new PostRefused("a", Optional.of(new PostId("sandbox", "p")), "text not allowed"));
    }

    @Test
    void forgetsTheOldestFinishedPostsOnly() throws SQLException {
        for (int i = 0; i < 6; i++) {
            outbox.add(List.of(reply("r" + i, 0)), START.plusSeconds(i));
            pass(1);
            poster.step();
        }
        outbox.add(List.of(reply("waiting", 0)), START);
        assertThat(outbox.prune(2)).isEqualTo(4);
        assertThat(outbox.waiting()).isEqualTo(1);
        outbox.add(List.of(reply("r5", 0), reply("r4", 0)), now.get());
        assertThat(outbox.waiting()).isEqualTo(1);
    }

    private Poster poster() {
        return new Poster(outbox, cast, patience, log, new Poster.Timing(now::get, new Random(1), ATTEMPTS_MAX));
    }

    private void pass(int seconds) {
        now.updateAndGet(before -> before.plusSeconds(seconds));
    }

    private List<Event> events() {
        return log.read(0, 100).stream().map(Recorded::event).toList();
    }

    private static PlannedPost reply(String key, int urgency) {
        return post(key, Optional.of(new PostId("sandbox", "p")), urgency);
    }

    private static PlannedPost announcement(String key) {
        return post(key, Optional.empty(), PlannedPost.ANNOUNCEMENT);
    }

    private static PlannedPost onto(String network, String key, int urgency) {
        return post(network, key, Optional.of(new PostId(network, "p")), urgency);
    }

    private static PlannedPost post(String key, Optional<PostId> replyTo, int urgency) {
        return post("sandbox", key, replyTo, urgency);
    }

    private static PlannedPost post(String network, String key, Optional<PostId> replyTo, int urgency) {
        return new PlannedPost(
                network,
                new Draft(
                        key,
                        "text of " + key,
                        replyTo,
                        replyTo.isPresent()
                                ? Optional.empty()
                                : Optional.of(Script.lot(1).artwork())),
                urgency,
                new Origin(new CorrelationId("sandbox/p"), Optional.of(EventId.random())));
    }
}
