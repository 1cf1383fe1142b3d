package com.sothebais.event.internal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.agent.HostEvent.LineSpoken;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventId;
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
import java.util.stream.LongStream;
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
    void findsAFactByItsIdWhichBeginsWithThePosition() {
        List<Recorded> recorded = log.append(Append.of(facts(3)));
        Recorded second = recorded.get(1);
        UUID id = second.id().value();

        assertThat(id.version()).isEqualTo(8);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(second.position());
        assertThat(log.find(second.id())).contains(second);
        assertThat(log.find(new EventId(new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1))))
                .isEmpty();
        assertThat(log.find(EventId.random())).isEmpty();
    }

    @Test
    void findsTheStoryOfACorrelationAndWhichOnesAreKnown() {
        CorrelationId story = new CorrelationId("sandbox/" + UUID.randomUUID());
        NewEvent template = facts(1).get(0);
        NewEvent part =
                new NewEvent(template.stream(), template.event(), "test", template.at(), story, Optional.empty());
        List<Recorded> recorded = log.append(Append.of(List.of(part, part, part)));

        assertThat(log.correlated(story, 10)).isEqualTo(recorded);
        assertThat(log.correlated(story, 2)).isEqualTo(recorded.subList(1, 3));
        assertThat(log.known(List.of(story, new CorrelationId("sandbox/never"), story)))
                .containsExactly(story);
        assertThat(log.known(List.of())).isEmpty();
        assertThat(log.readStream(part.stream(), 1, 1)).isEqualTo(recorded.subList(1, 2));
    }

    @Test
    void findsThePositionAtAnInstantAlsoAmongNeighboursOutOfOrder() {
        Instant later = Instant.parse("2100-01-01T00:00:00Z");
        NewEvent template = facts(1).get(0);
        List<NewEvent> facts = IntStream.of(0, 20, 10, 30)
                .mapToObj(seconds -> new NewEvent(
                        template.stream(),
                        template.event(),
                        "test",
                        later.plusSeconds(seconds),
                        template.correlation(),
                        Optional.empty()))
                .toList();
        long first = log.append(Append.of(facts)).get(0).position();

        assertThat(log.positionAt(later)).isEqualTo(first);
        assertThat(log.positionAt(later.plusSeconds(5))).isEqualTo(first + 1);
        assertThat(log.positionAt(later.plusSeconds(15))).isEqualTo(first + 1);
        assertThat(log.positionAt(later.plusSeconds(25))).isEqualTo(first + 3);
        assertThat(log.positionAt(later.plusSeconds(35))).isEqualTo(log.last() + 1);
        assertThat(log.positionAt(Instant.EPOCH)).isEqualTo(1);
    }

    @Test
    void readsAllOfALongLogInOrderWithNothingInMemory() {
        for (int batch = 0; batch < 3; batch++) {
            log.append(Append.of(facts(1_500)));
        }
        try (PostgresEventLog fresh = new PostgresEventLog(database.database())) {
            for (int limit : new int[] {50, 500, EventLog.READ_MAX}) {
                List<Recorded> all = new ArrayList<>();
                List<Recorded> page = fresh.read(0, limit);
                while (!page.isEmpty()) {
                    all.addAll(page);
                    page = fresh.read(all.get(all.size() - 1).position(), limit);
                }
                assertThat(all)
                        .extracting(Recorded::position)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, log.last()).boxed().toList());
                assertThat(all.subList(all.size() - 1_000, all.size())).isEqualTo(log.read(log.last() - 1_000, 1_000));
            }
        }
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
