package com.sothebais.social.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sothebais.api.event.EventLogException;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.Inbox;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.api.social.SocialException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong between the network's tables and the inbox. */
class DeliveryTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final AtomicBoolean cut = new AtomicBoolean();
    private final SandboxNetwork network = new SandboxNetwork(
            Settings.read("sothebais", "SothebAIs", "280"),
            new PostStore(cuttable(database.dataSource())),
            InstantSource.system());
    private final StumblingInbox inbox = new StumblingInbox();
    private Account ada;

    @BeforeEach
    void join() {
        ada = network.join("ada", "Ada");
        network.connect(inbox);
    }

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void passesOverAPostThatItsTakerCanNeverRecord() {
        inbox.failsOn("poison", new IllegalArgumentException("never"));
        say("poison");
        Post next = say("bid 2 ETH");

        await(() -> cursor() == number(next));

        assertThat(inbox.deliveries("poison")).isEqualTo(1);
        assertThat(inbox.recorded()).contains(next.id());
        assertThat(network.delivery().hopeless()).isEqualTo(1);
    }

    @Test
    void passesOverAPostOnWhichItsTakerStumblesAgainAndAgain() {
        inbox.failsOn("poison", new ArithmeticException("a mistake of the taker"));
        say("poison");
        Post next = say("bid 2 ETH");

        await(() -> cursor() == number(next));

        assertThat(inbox.deliveries("poison")).isEqualTo(Failures.STUMBLES_MAX);
    }

    @Test
    void waitsForTheEndOfAnOutageHoweverOftenItHasToAsk() {
        inbox.failsOn("bid 1 ETH", new EventLogException("the log is away", null));
        Post bid = say("bid 1 ETH");
        await(() -> inbox.deliveries("bid 1 ETH") > 3);
        assertThat(cursor()).isZero();

        inbox.recovers();

        await(() -> cursor() == number(bid));
        assertThat(network.delivery().hopeless()).isZero();
    }

    @Test
    void deliversAPostWhoseCommitWasAnsweredByNobodyBeforeThoseBehindIt() throws Exception {
        Post first = say("bid 1 ETH");
        await(() -> cursor() == number(first));
        try (Connection dying = database.dataSource().getConnection()) {
            dying.setAutoCommit(false);
            PostId doubtful = insert(dying, "bid 2 ETH");
            cut.set(true);
            assertThatExceptionOfType(SocialException.class).isThrownBy(() -> say("bid 2 ETH"));
            cut.set(false);
            AtomicReference<Post> third = new AtomicReference<>();
            Thread writer = new Thread(() -> third.set(say("bid 3 ETH")));
            writer.start();
            await(() ->
                    third.get() != null && inbox.recorded().contains(third.get().id()) || somebodyWaits());

            dying.commit();
            writer.join();

            await(() -> inbox.recorded().contains(third.get().id()));
            assertThat(inbox.recorded())
                    .containsExactly(first.id(), doubtful, third.get().id());
        }
    }

    private Post say(String text) {
        return network.say(ada.id(), "@sothebais " + text, Relation.ORIGINAL);
    }

    private PostId insert(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("insert into social_sandbox_post"
                        + " (author, body, posted_at, kind, mentions_host, routed) values ("
                        + ada.id().id()
                        + ", '@sothebais " + text + "', now(), 'ORIGINAL', true, true) returning sequence")) {
            row.next();
            return new PostId("sandbox", Long.toString(row.getLong(1)));
        }
    }

    private boolean somebodyWaits() {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_locks where not granted"
                        + " and relation = 'social_sandbox_post'::regclass")) {
            row.next();
            return row.getLong(1) > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long cursor() {
        return new PostStore(database.dataSource()).cursor();
    }

    /** The database, whose connections cannot be had while it is cut off. */
    private DataSource cuttable(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (cut.get() && Thread.currentThread().getName().equals("main")) {
                        throw new SQLException("the connection is gone");
                    }
                    try {
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static long number(Post post) {
        return Long.parseLong(post.id().id());
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /** Records everything but the posts that say something it cannot take. */
    private static final class StumblingInbox implements Inbox {
        private final List<String> texts = new ArrayList<>();
        private final List<PostId> recorded = new ArrayList<>();
        private String bad = "\0";
        private RuntimeException failure = new IllegalStateException();

        @Override
        public synchronized Receipt receive(Post post) {
            texts.add(post.text());
            if (post.text().endsWith(bad)) {
                return new Receipt.Taken(CompletableFuture.failedFuture(failure));
            }
            if (!recorded.contains(post.id())) {
                recorded.add(post.id());
            }
            return new Receipt.Taken(CompletableFuture.completedFuture(null));
        }

        synchronized void failsOn(String text, RuntimeException how) {
            bad = text;
            failure = how;
        }

        synchronized void recovers() {
            bad = "\0";
        }

        synchronized long deliveries(String text) {
            return texts.stream().filter(given -> given.endsWith(text)).count();
        }

        synchronized List<PostId> recorded() {
            return List.copyOf(recorded);
        }
    }
}
