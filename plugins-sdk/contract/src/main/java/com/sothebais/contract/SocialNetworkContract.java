package com.sothebais.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sothebais.api.social.Draft;
import com.sothebais.api.social.Inbox;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.api.social.SocialException;
import com.sothebais.api.social.SocialNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SocialNetwork} keeps. An implementation's test extends this and says how to open its network. */
public abstract class SocialNetworkContract {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** One network with nobody but the host on it, and hands to move it. */
    public interface Fixture extends AutoCloseable {
        SocialNetwork network();

        /** From now on the network delivers to this inbox, as if it had just been registered. */
        void connect(Inbox inbox);

        /** Somebody who may be new posts now. */
        Post say(String handle, String text, Relation relation);

        /** A post as the network shows it. */
        Optional<Post> find(PostId id);

        /** Cuts the network off while true. */
        void outage(boolean down);

        @Override
        void close();
    }

    private Fixture fixture;
    private CollectingInbox inbox;

    protected abstract Fixture open();

    @BeforeEach
    final void openTheNetwork() {
        fixture = open();
        inbox = new CollectingInbox();
        fixture.connect(inbox);
    }

    @AfterEach
    final void closeTheNetwork() {
        fixture.close();
    }

    @Test
    void accountsBelongToTheNetworkThatNamesItself() {
        SocialNetwork network = fixture.network();
        assertThat(network.name())
                .matches("[a-z0-9-]+")
                .isEqualTo(network.host().id().network());
        assertThat(network.host().handle()).isNotBlank().doesNotStartWith("@");
        assertThat(network.capabilities().textMax()).isPositive();
    }

    @Test
    void publishesTheSameKeyOnce() {
        SocialNetwork.Published first = fixture.network().publish(draft("welcome-1", "Welcome!", Optional.empty()));
        SocialNetwork.Published second = fixture.network().publish(draft("welcome-1", "Welcome!", Optional.empty()));
        SocialNetwork.Published other = fixture.network().publish(draft("welcome-2", "Welcome!", Optional.empty()));

        assertThat(second).isEqualTo(first);
        assertThat(other.id()).isNotEqualTo(first.id());
        assertThat(fixture.find(first.id()).orElseThrow().text()).isEqualTo("Welcome!");
    }

    @Test
    void keepsTheRelationOfAReply() {
        Post question = fixture.say("cleo", mention("who painted this?"), Relation.ORIGINAL);

        SocialNetwork.Published reply =
                fixture.network().publish(draft("answer", "A fine question.", Optional.of(question.id())));

        Relation relation = fixture.find(reply.id()).orElseThrow().relation();
        assertThat(relation.kind()).isEqualTo(Relation.Kind.REPLY);
        assertThat(relation.target()).contains(question.id());
    }

    @Test
    void refusesATextOverItsLimitForGood() {
        String tooLong = "x".repeat(fixture.network().capabilities().textMax() + 1);

        assertThatExceptionOfType(SocialException.class)
                .isThrownBy(() -> fixture.network().publish(draft("long", tooLong, Optional.empty())))
                .satisfies(refusal -> assertThat(refusal.retryable()).isFalse());
    }

    @Test
    void refusesAReplyToNothingForGood() {
        PostId nothing = new PostId(fixture.network().name(), "999999999");

        assertThatExceptionOfType(SocialException.class)
                .isThrownBy(() -> fixture.network().publish(draft("void", "Hello?", Optional.of(nothing))))
                .satisfies(refusal -> assertThat(refusal.retryable()).isFalse());
    }

    @Test
    void deliversWhatMentionsTheHost() {
        Post said = fixture.say("ada", mention("bid 2.5 ETH"), Relation.ORIGINAL);

        await(() -> inbox.has(said.id()));
        Post delivered = inbox.posts().get(0);
        assertThat(delivered.mentionsHost()).isTrue();
        assertThat(delivered.author().handle()).isEqualTo("ada");
        assertThat(delivered.text()).contains("bid 2.5 ETH");
        assertThat(delivered.at()).isEqualTo(said.at());
    }

    @Test
    void deliversAReplyToTheHostThatDoesNotMentionIt() {
        SocialNetwork.Published opening = fixture.network().publish(draft("open", "Lot 1 is open.", Optional.empty()));
        Relation reply = Relation.to(
                Relation.Kind.REPLY, opening.id(), fixture.network().host().id());

        Post said = fixture.say("ada", "bid 2.5 ETH", reply);

        await(() -> inbox.has(said.id()));
        Post delivered = inbox.posts().get(0);
        assertThat(delivered.relation().target()).contains(opening.id());
        assertThat(delivered.relation().targetAuthor())
                .contains(fixture.network().host().id());
    }

    @Test
    void deliversNeitherTheHostsOwnPostsNorWhatOthersSayToEachOther() {
        fixture.network().publish(draft("own", mention("is me"), Optional.empty()));
        fixture.say("cleo", "lovely weather", Relation.ORIGINAL);
        Post last = fixture.say("ada", mention("bid 2 ETH"), Relation.ORIGINAL);

        await(() -> inbox.has(last.id()));
        assertThat(inbox.ids()).containsExactly(last.id());
    }

    @Test
    void deliversInItsOwnTimeOrder() {
        List<PostId> said = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            said.add(fixture.say("ada", mention("bid " + (i + 1) + " ETH"), Relation.ORIGINAL)
                    .id());
        }

        await(() -> inbox.has(said.get(said.size() - 1)));
        assertThat(inbox.firstDeliveries()).containsExactlyElementsOf(said);
        assertThat(inbox.posts()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    }

    @Test
    void deliversAgainWhatTheInboxHadNoRoomFor() {
        inbox.full(true);
        Post first = fixture.say("ada", mention("bid 1 ETH"), Relation.ORIGINAL);
        Post second = fixture.say("bo", mention("bid 2 ETH"), Relation.ORIGINAL);
        await(() -> inbox.turnedAway() > 1);

        inbox.full(false);

        await(() -> inbox.has(second.id()));
        assertThat(inbox.firstDeliveries()).containsExactly(first.id(), second.id());
    }

    @Test
    void deliversAgainWhatCouldNotBeRecorded() {
        inbox.losing(true);
        Post said = fixture.say("ada", mention("bid 1 ETH"), Relation.ORIGINAL);
        await(() -> inbox.has(said.id()));

        inbox.losing(false);

        await(() -> inbox.recorded(said.id()));
    }

    @Test
    void deliversToANewInboxWhatTheOldOneNeverRecorded() {
        inbox.silent(true);
        Post said = fixture.say("ada", mention("bid 1 ETH"), Relation.ORIGINAL);
        await(() -> inbox.has(said.id()));
        CollectingInbox successor = new CollectingInbox();

        fixture.connect(successor);

        await(() -> successor.recorded(said.id()));
    }

    @Test
    void failsForNowDuringAnOutageAndDeliversAfterwards() {
        fixture.outage(true);
        assertThatExceptionOfType(SocialException.class)
                .isThrownBy(() -> fixture.network().publish(draft("later", "Hello", Optional.empty())))
                .satisfies(refusal -> assertThat(refusal.retryable()).isTrue());
        Post said = fixture.say("ada", mention("bid 1 ETH"), Relation.ORIGINAL);

        fixture.outage(false);

        await(() -> inbox.has(said.id()));
        assertThat(fixture.network()
                        .publish(draft("later", "Hello", Optional.empty()))
                        .id())
                .isNotNull();
    }

    private String mention(String text) {
        return "@" + fixture.network().host().handle() + " " + text;
    }

    private static Draft draft(String key, String text, Optional<PostId> replyTo) {
        return new Draft(key, text, replyTo, Optional.empty());
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited " + PATIENCE).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /** An inbox that remembers what came and can be full, silent or lose what it took. Thread-safe. */
    public static final class CollectingInbox implements Inbox {
        private final List<Post> posts = new ArrayList<>();
        private final List<PostId> recorded = new ArrayList<>();
        private boolean full;
        private boolean losing;
        private boolean silent;
        private int turnedAway;

        @Override
        public synchronized Receipt receive(Post post) {
            if (full) {
                turnedAway++;
                return new Receipt.Full();
            }
            posts.add(post);
            if (silent) {
                return new Receipt.Taken(new CompletableFuture<>());
            }
            if (losing) {
                return new Receipt.Taken(CompletableFuture.failedFuture(new IllegalStateException("lost on purpose")));
            }
            recorded.add(post.id());
            return new Receipt.Taken(CompletableFuture.completedFuture(null));
        }

        public synchronized void full(boolean isFull) {
            full = isFull;
        }

        /** Takes posts and fails to record them. */
        public synchronized void losing(boolean isLosing) {
            losing = isLosing;
        }

        /** Takes posts and never says what became of them. */
        public synchronized void silent(boolean isSilent) {
            silent = isSilent;
        }

        public synchronized int turnedAway() {
            return turnedAway;
        }

        /** Every delivery in order. */
        public synchronized List<Post> posts() {
            return List.copyOf(posts);
        }

        public synchronized List<PostId> ids() {
            return posts.stream().map(Post::id).toList();
        }

        /** Each post once, in the order of first deliveries. */
        public synchronized List<PostId> firstDeliveries() {
            return posts.stream().map(Post::id).distinct().toList();
        }

        public synchronized boolean has(PostId id) {
            return ids().contains(id);
        }

        public synchronized boolean recorded(PostId id) {
            return recorded.contains(id);
        }
    }
}
