package com.sothebais.social.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Draft;
import com.sothebais.api.social.Inbox;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.api.social.SocialException;
import com.sothebais.api.social.SocialNetwork;
import com.sothebais.contract.SocialNetworkContract;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SandboxNetworkTest {
    private static final Settings SETTINGS = Settings.read("sothebais", "SothebAIs", "280");

    /** The promises of every network. */
    @Nested
    class Contract extends SocialNetworkContract {
        @Override
        protected Fixture open() {
            SandboxNetwork network = network(TestDatabase.fresh());
            return new Fixture() {
                @Override
                public SocialNetwork network() {
                    return network;
                }

                @Override
                public void connect(Inbox inbox) {
                    network.connect(inbox);
                }

                @Override
                public Post say(String handle, String text, Relation relation) {
                    return network.say(network.join(handle, handle).id(), text, relation);
                }

                @Override
                public Optional<Post> find(PostId id) {
                    return network.find(id);
                }

                @Override
                public void outage(boolean down) {
                    network.outage(down);
                }

                @Override
                public void close() {
                    network.close();
                }
            };
        }
    }

    /** What only the sandbox does. */
    @Nested
    class Itself {
        private TestDatabase database;
        private SandboxNetwork network;
        private SocialNetworkContract.CollectingInbox inbox;
        private Account ada;

        @BeforeEach
        void open() {
            database = TestDatabase.fresh();
            network = SandboxNetworkTest.network(database);
            inbox = new SocialNetworkContract.CollectingInbox();
            ada = network.join("ada", "Ada");
        }

        @AfterEach
        void close() {
            network.close();
        }

        @Test
        void joinsAHandleOnceWhateverItsCase() {
            assertThat(network.join("ADA", "Somebody else")).isEqualTo(ada);
            assertThat(network.account("Ada")).contains(ada);
            assertThat(network.join("bo_2", " ").displayName()).isEqualTo("bo_2");
        }

        @Test
        void refusesHandlesAndNamesThatCannotBe() {
            for (String handle : List.of("", "a b", "x".repeat(31), "ä", "@ada", "a/b")) {
                refuses(() -> network.join(handle, "x"));
            }
            refuses(() -> network.join("fine", "x".repeat(51)));
            refuses(() -> network.join("fine", "nul\0"));
        }

        @Test
        void refusesPostsOfStrangersAndTextsThatCannotBeStored() {
            refuses(() -> network.say(new AccountId("sandbox", "999"), "hello", Relation.ORIGINAL));
            refuses(() -> network.say(ada.id(), "nul \0", Relation.ORIGINAL));
            refuses(() -> network.say(ada.id(), "half \ud83d", Relation.ORIGINAL));
            refuses(() -> network.say(ada.id(), "x".repeat(281), Relation.ORIGINAL));
            assertThat(network.say(ada.id(), "🎨".repeat(280), Relation.ORIGINAL)
                            .text())
                    .hasSize(560);
        }

        @Test
        void onlyAuthorsEditTheirPosts() {
            Post bid = network.say(ada.id(), "@sothebais bid 2 ETH", Relation.ORIGINAL);
            Account bo = network.join("bo", "Bo");

            refuses(() -> network.say(bo.id(), "hacked", to(Relation.Kind.EDIT, bid)));
            Post edit = network.say(ada.id(), "bid 20 ETH", to(Relation.Kind.EDIT, bid));

            assertThat(edit.relation().target()).contains(bid.id());
        }

        @Test
        void believesItsOwnTablesAboutWhoWroteTheTarget() {
            Post post = network.say(ada.id(), "hello", Relation.ORIGINAL);
            Relation lie =
                    Relation.to(Relation.Kind.REPLY, post.id(), network.host().id());

            Post reply = network.say(network.join("bo", "Bo").id(), "hi", lie);

            assertThat(reply.relation().targetAuthor()).contains(ada.id());
        }

        @Test
        void deliversQuotesRepostsAndEditsOfWhatConcernedTheHostButNotChatterBelowIt() {
            network.connect(inbox);
            Account bo = network.join("bo", "Bo");
            Post bid = network.say(ada.id(), "@sothebais bid 2 ETH", Relation.ORIGINAL);
            network.say(bo.id(), "nice one", to(Relation.Kind.REPLY, bid));
            Post quote = network.say(bo.id(), "look at that", to(Relation.Kind.QUOTE, bid));
            Post repost = network.say(bo.id(), bid.text(), to(Relation.Kind.REPOST, bid));
            Post edit = network.say(ada.id(), "bid 3 ETH", to(Relation.Kind.EDIT, bid));

            await(() -> inbox.has(edit.id()));

            assertThat(inbox.ids()).containsExactly(bid.id(), quote.id(), repost.id(), edit.id());
        }

        @Test
        void deliversAgainOnRequest() {
            network.connect(inbox);
            Post bid = network.say(ada.id(), "@sothebais bid 2 ETH", Relation.ORIGINAL);

            network.redeliver(bid.id());
            network.redeliver(bid.id());

            await(() -> inbox.posts().size() == 3);
            assertThat(inbox.ids()).containsOnly(bid.id());
            refuses(() -> network.redeliver(new PostId("sandbox", "12345")));
            refuses(() -> network.redeliver(new PostId("sandbox", "../etc")));
        }

        @Test
        void handsANewPostOverWithinMilliseconds() {
            network.connect(inbox);
            Post warm = network.say(ada.id(), "@sothebais hello", Relation.ORIGINAL);
            await(() -> inbox.has(warm.id()));
            long fastest = Long.MAX_VALUE;
            for (int i = 0; i < 20; i++) {
                long from = System.nanoTime();
                Post bid = network.say(ada.id(), "@sothebais bid " + i + " ETH", Relation.ORIGINAL);
                await(() -> inbox.has(bid.id()));
                fastest = Math.min(fastest, System.nanoTime() - from);
            }
            // Far below a poll interval, far above what a busy machine needs.
            assertThat(Duration.ofNanos(fastest)).isLessThan(Duration.ofMillis(100));
        }

        @Test
        void continuesAfterAKillWithTheSamePostsAndWhatWasNotRecorded() {
            network.connect(inbox);
            Post recorded = network.say(ada.id(), "@sothebais bid 1 ETH", Relation.ORIGINAL);
            await(() -> inbox.recorded(recorded.id()));
            SocialNetwork.Published lot = network.publish(
                    new Draft("lot-1", "Lot 1 is open", Optional.empty(), Optional.of(new AssetId("ab".repeat(32)))));
            await(() -> new PostStore(database.dataSource()).cursor() == number(recorded));
            inbox.silent(true);
            Post lost = network.say(ada.id(), "@sothebais bid 2 ETH", Relation.ORIGINAL);
            await(() -> inbox.has(lost.id()));
            List<Post> before = network.timeline(10);

            // Opened beside the first as after a kill: nothing of the first was shut down in order.
            SandboxNetwork reborn = SandboxNetworkTest.network(database);
            SocialNetworkContract.CollectingInbox next = new SocialNetworkContract.CollectingInbox();
            reborn.connect(next);

            await(() -> next.has(lost.id()));
            assertThat(next.ids()).containsExactly(lost.id());
            assertThat(reborn.timeline(10)).isEqualTo(before);
            assertThat(reborn.host()).isEqualTo(network.host());
            assertThat(reborn.join("ada", "Ada")).isEqualTo(ada);
            assertThat(reborn.publish(new Draft("lot-1", "Lot 1 is open", Optional.empty(), Optional.empty())))
                    .isEqualTo(lot);
            assertThat(reborn.timeline().find(number(lot.id())).orElseThrow().media())
                    .contains(new AssetId("ab".repeat(32)));
            reborn.close();
        }

        @Test
        void theCursorStaysBeforeWhatWasNotRecorded() {
            network.connect(inbox);
            inbox.silent(true);
            Post first = network.say(ada.id(), "@sothebais bid 1 ETH", Relation.ORIGINAL);
            await(() -> inbox.has(first.id()));
            inbox.silent(false);
            Post second = network.say(ada.id(), "@sothebais bid 2 ETH", Relation.ORIGINAL);
            await(() -> inbox.recorded(second.id()));

            network.close();

            assertThat(new PostStore(database.dataSource()).cursor()).isZero();
        }

        @Test
        void catchesUpFromTheTablesWithMoreThanMemoryHolds() {
            network.close();
            database.execute(
                    """
                    insert into social_sandbox_post (author, body, posted_at, kind, mentions_host, routed)
                    select number, '@sothebais bid ' || n || ' ETH', now(), 'ORIGINAL', true, true
                    from social_sandbox_account, generate_series(1, 5000) n where handle = 'ada'
                    """);
            SandboxNetwork reborn = SandboxNetworkTest.network(database);
            List<String> texts = new ArrayList<>();
            reborn.connect(post -> {
                synchronized (texts) {
                    texts.add(post.text());
                }
                return new Inbox.Receipt.Taken(java.util.concurrent.CompletableFuture.completedFuture(null));
            });

            await(() -> {
                synchronized (texts) {
                    return texts.size() == 5000;
                }
            });

            assertThat(texts.get(0)).isEqualTo("@sothebais bid 1 ETH");
            assertThat(texts).doesNotHaveDuplicates();
            reborn.close();
        }

        @Test
        void saysSoWhenTheDatabaseDoesNotTakeAPostAndForgetsNothing() {
            network.connect(inbox);
            database.execute("alter table social_sandbox_post rename to away");
            assertThatExceptionOfType(SocialException.class)
                    .isThrownBy(() -> network.say(ada.id(), "@sothebais bid 1 ETH", Relation.ORIGINAL))
                    .satisfies(failure -> assertThat(failure.retryable()).isTrue());
            database.execute("alter table away rename to social_sandbox_post");

            Post bid = network.say(ada.id(), "@sothebais bid 1 ETH", Relation.ORIGINAL);

            await(() -> inbox.recorded(bid.id()));
        }

        @Test
        void timeNeverRunsBackwards() {
            AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00.123456789Z"));
            SandboxNetwork stepped = new SandboxNetwork(
                    SETTINGS, new PostStore(TestDatabase.fresh().dataSource()), clock::get);
            AccountId author = stepped.join("ada", "Ada").id();
            Post first = stepped.say(author, "one", Relation.ORIGINAL);
            clock.set(Instant.parse("2026-03-01T11:00:00Z"));
            Post second = stepped.say(author, "two", Relation.ORIGINAL);
            stepped.close();

            assertThat(first.at()).isEqualTo(Instant.parse("2026-03-01T12:00:00.123456Z"));
            assertThat(second.at()).isEqualTo(first.at());
        }
    }

    private static SandboxNetwork network(TestDatabase database) {
        return new SandboxNetwork(SETTINGS, new PostStore(database.dataSource()), InstantSource.system());
    }

    private static Relation to(Relation.Kind kind, Post target) {
        return Relation.to(kind, target.id(), target.author().id());
    }

    private static long number(Post post) {
        return number(post.id());
    }

    private static long number(PostId id) {
        return Long.parseLong(id.id());
    }

    private static void refuses(Runnable call) {
        assertThatExceptionOfType(SocialException.class)
                .isThrownBy(call::run)
                .satisfies(refusal -> assertThat(refusal.retryable()).isFalse());
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
