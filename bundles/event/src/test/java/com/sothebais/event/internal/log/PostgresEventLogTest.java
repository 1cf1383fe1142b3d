package com.sothebais.event.internal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.agent.HostEvent.LineSpoken;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.contract.EventLogContract;
import com.sothebais.event.internal.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresEventLogTest extends EventLogContract {
    @TempDir
    static Path directory;

    private static TestDatabase database;
    private static PostgresEventLog log;

    @BeforeAll
    static void start() throws SQLException {
        database = new TestDatabase(directory);
        log = new PostgresEventLog(database.database());
        execute("create table projected (id int primary key)");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Override
    protected EventLog log() {
        return log;
    }

    @Test
    void writesFactsAndProjectionTogetherOrNotAtAll() throws SQLException {
        long before = log.last();
        Append twice = new Append(
                facts(1),
                connection -> {
                    insert(connection, 1);
                    insert(connection, 1);
                },
                Optional.empty());
        assertThatThrownBy(() -> log.append(twice))
                .isInstanceOf(EventLogException.class)
                .hasMessageContaining("projected");
        assertThat(log.last()).isEqualTo(before);

        log.append(new Append(facts(1), connection -> insert(connection, 1), Optional.empty()));
        assertThatThrownBy(() -> log.append(new Append(facts(1), c -> insert(c, 1), Optional.empty())))
                .isInstanceOf(EventLogException.class);
        assertThat(log.last()).isEqualTo(before + 1);
    }

    @Test
    void leavesNothingBehindWhenAProjectionThrows() {
        long before = log.last();
        Append broken = new Append(
                facts(2),
                connection -> {
                    throw new IllegalStateException("projection broke");
                },
                Optional.empty());

        assertThatThrownBy(() -> log.append(broken)).hasMessage("projection broke");
        assertThat(log.last()).isEqualTo(before);
        assertThat(log.append(Append.of(facts(1)))).hasSize(1);
    }

    @Test
    void readsTheSameFromMemoryAndFromTheTable() {
        List<Recorded> recorded = log.append(Append.of(facts(5)));
        PostgresEventLog fresh = new PostgresEventLog(database.database());

        assertThat(fresh.read(recorded.get(0).position() - 1, 10))
                .isEqualTo(log.read(recorded.get(0).position() - 1, 10))
                .isEqualTo(recorded);
    }

    @Test
    void seesWhatAnotherProcessWroteBetweenItsOwnFacts() throws Exception {
        PostgresEventLog other = new PostgresEventLog(database.database());
        List<Recorded> expected = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            expected.addAll(log.append(Append.of(facts(2))));
            expected.addAll(other.append(Append.of(facts(1))));
        }
        long start = expected.get(0).position() - 1;

        assertThat(log.read(start, 100)).isEqualTo(expected);
        assertThat(other.read(start, 100)).isEqualTo(expected);
        log.refresh();
        assertThat(log.known()).isEqualTo(expected.get(expected.size() - 1).position());
    }

    @Test
    void wakesAWaitingFollowerByPollingWhenAnotherProcessWrites() throws Exception {
        PostgresEventLog other = new PostgresEventLog(database.database());
        try (LogPoll poll = new LogPoll(log)) {
            long seen = log.last();
            List<Recorded> written = other.append(Append.of(facts(1)));

            log.await(seen, Duration.ofSeconds(20));

            assertThat(log.follow(seen, 10)).isEqualTo(written);
            assertThat(poll.health().message()).isNotBlank();
        }
    }

    @Test
    void isAppendOnlyForEverybody() {
        log.append(Append.of(facts(1)));

        assertThatThrownBy(() -> execute("delete from event_log")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> execute("update event_log set type = 'x'")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> execute("truncate event_log")).hasMessageContaining("append-only");
    }

    @Test
    void refusesAStreamThatTheDatabaseCannotSpell() {
        NewEvent fact = fact(new StreamId("person/x/\u0000"));

        assertThatThrownBy(() -> log.append(Append.of(List.of(fact))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("U+0000");
    }

    @Test
    void takesBatchesOfHundreds() {
        for (int warmUp = 0; warmUp < 20; warmUp++) {
            log.append(Append.of(facts(500)));
        }
        for (int size : new int[] {1, 50, 500}) {
            double[] millis = new double[40];
            for (int i = 0; i < millis.length; i++) {
                List<NewEvent> batch = facts(size);
                long start = System.nanoTime();
                assertThat(log.append(Append.of(batch))).hasSize(size);
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(millis);
            System.out.printf("append of %d: median %.2f ms, p95 %.2f ms%n", size, millis[20], millis[37]);
        }
    }

    private static List<NewEvent> facts(int count) {
        StreamId stream = new StreamId("test/" + UUID.randomUUID());
        return IntStream.range(0, count).mapToObj(i -> fact(stream)).toList();
    }

    private static NewEvent fact(StreamId stream) {
        return new NewEvent(
                stream,
                new LineSpoken("Going once, going twice, and it is still going", Mood.SUSPENSE),
                "test",
                Instant.parse("2026-03-01T19:00:00.123456Z"),
                new CorrelationId("sandbox/1"),
                Optional.empty());
    }

    private static void insert(Connection connection, int id) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into projected values (" + id + ")");
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
