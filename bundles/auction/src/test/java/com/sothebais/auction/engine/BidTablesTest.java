package com.sothebais.auction.engine;

import static com.sothebais.auction.engine.Stage.LOT_1;
import static com.sothebais.auction.engine.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.Fence;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.contract.MemoryEventLog;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BidTablesTest {
    private static EmbeddedPostgres postgres;

    private Stage stage;
    private BidTables tables;
    private TransactionalLog log;

    /** A log in memory whose projections go to a real database, in a transaction that ends with the append. */
    private static final class TransactionalLog implements EventLog {
        private final MemoryEventLog memory;
        private final DataSource dataSource;
        private boolean answerLost;

        TransactionalLog(MemoryEventLog memory, DataSource dataSource) {
            this.memory = memory;
            this.dataSource = dataSource;
        }

        @Override
        public List<Recorded> append(Append append) {
            List<Recorded> recorded;
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                append.projection().write(connection);
                recorded = memory.append(append);
                connection.commit();
            } catch (SQLException e) {
                throw new EventLogException("not recorded: " + e.getMessage(), e);
            }
            if (answerLost) {
                throw new EventLogException("the connection broke after the commit", null);
            }
            return recorded;
        }

        @Override
        public List<Recorded> read(long after, int limit) {
            return memory.read(after, limit);
        }

        @Override
        public List<Recorded> readStream(StreamId stream, long afterSequence, int limit) {
            return memory.readStream(stream, afterSequence, limit);
        }

        @Override
        public List<Recorded> correlated(CorrelationId correlation, int limit) {
            return memory.correlated(correlation, limit);
        }

        @Override
        public Set<CorrelationId> known(Collection<CorrelationId> correlations) {
            return memory.known(correlations);
        }

        @Override
        public Optional<Recorded> find(EventId id) {
            return memory.find(id);
        }

        @Override
        public long positionAt(Instant instant) {
            return memory.positionAt(instant);
        }

        @Override
        public long last() {
            return memory.last();
        }

        @Override
        public Fence claim(String resource) {
            return memory.claim(resource);
        }
    }

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void play() throws IOException, SQLException {
        try (InputStream in = BidTables.class.getResourceAsStream("/db/auction/V1__posts_and_bids.sql");
                Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists auction_bid; drop table if exists auction_post");
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        stage = new Stage();
        tables = new BidTables(postgres.getPostgresDatabase());
        log = new TransactionalLog(stage.log, postgres.getPostgresDatabase());
        restart();
        stage.rehearse(Stage.rules());
        stage.fund(1, "100");
        stage.at(21);
    }

    private void restart() {
        Surroundings around = new Surroundings(log, () -> stage.now, network -> Optional.of(Stage.HOST), tables);
        stage.room = new SaleRoom(around, Settings.DEFAULT);
        stage.log.subscribe(stage.room);
        stage.room.auctioneer().step();
    }

    @Test
    void theLedgerOfTheTablesIsTheOneOfTheLog() {
        stage.say(1, "bid 2.123456789 eth");
        stage.say(1, "bid 1 eth");
        stage.say(1, "bid two eth");
        stage.say(1, "bid 5 usdc");
        stage.say(9, "bid 3 eth");
        stage.say(1, "hello");
        Ledger ledger = stage.room.ledger(LOT_1).orElseThrow();
        assertThat(ledger.entries()).hasSize(5);
        assertThat(ledger.flaw()).isEmpty();
        assertThat(ledger).isEqualTo(new LogBooks(stage.log).ledger(LOT_1));
        assertThat(stage.room.ledger(new AuctionId("unknown"))).isEmpty();
    }

    @Test
    void aChangedRowShowsAsAFlaw() throws SQLException {
        stage.say(1, "bid 2 eth");
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update auction_bid set amount_units = amount_units + 1");
        }
        assertThat(stage.room.ledger(LOT_1).orElseThrow().flaw()).isPresent();
    }

    @Test
    void knowsWhichPostsWereTaken() {
        Post bid = stage.post(1, "bid 2 eth");
        Post talk = stage.post(1, "hello");
        stage.say(bid);
        stage.say(talk);
        PostId other = new PostId("sim", "other");
        assertThat(tables.seen(Set.of(bid.id(), talk.id(), other))).containsExactlyInAnyOrder(bid.id(), talk.id());
    }

    @Test
    void aBatchWhoseAnswerWasLostCountsOnce() {
        Post post = stage.post(1, "bid 2 eth");
        log.answerLost = true;
        CompletableFuture<Void> done = stage.deliver(post);
        assertThatThrownBy(() -> stage.room.auctioneer().step()).isInstanceOf(EventLogException.class);
        assertThat(done).isCompletedExceptionally();
        log.answerLost = false;
        assertThat(stage.say(post)).isEmpty();
        assertThat(stage.all(BidAccepted.class)).hasSize(1);
        stage.say(1, "bid 3 eth");
        assertThat(stage.room.ledger(LOT_1).orElseThrow().flaw()).isEmpty();
    }

    @Test
    void theTableRefusesAPostThatIsThereAlready() throws SQLException {
        Post post = stage.post(1, "hello");
        List<Batch.Row> rows = List.of(new Batch.Row(post, START, Optional.empty()));
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            tables.write(rows, connection);
            assertThatThrownBy(() -> tables.write(rows, connection)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void postsThatMemoryForgotAreFoundInTheTable() {
        Post first = stage.post(1, "hello");
        stage.say(first);
        SeenPosts seen = new SeenPosts(tables::seen, 1);
        seen.add(first.id());
        seen.add(new PostId("sim", "newer"));
        assertThat(seen.among(Set.of(first.id(), new PostId("sim", "new")))).containsExactly(first.id());
    }
}
