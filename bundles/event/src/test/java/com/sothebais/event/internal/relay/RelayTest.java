package com.sothebais.event.internal.relay;

import static com.sothebais.event.internal.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.HostEvent.LineSpoken;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.health.Health;
import com.sothebais.api.redis.RedisStreams.Entry;
import com.sothebais.event.internal.TestDatabase;
import com.sothebais.event.internal.log.PostgresEventLog;
import com.sothebais.redis.internal.RedisKeeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RelayTest {
    private static final long LENGTH = 10_000;

    @TempDir
    static Path directory;

    private static TestDatabase database;
    private static PostgresEventLog log;
    private static RedisKeeper redis;

    @BeforeAll
    static void start() {
        database = new TestDatabase(directory.resolve("postgres"));
        log = new PostgresEventLog(database.database());
        redis = RedisKeeper.embeddedIn(directory.resolve("redis"));
        until(() -> redis.health().status() == Health.Status.WELL);
    }

    @AfterAll
    static void stop() {
        redis.close();
        database.close();
    }

    @Test
    void copiesWhatIsThereAndWhatComesUnderTheirPositions() {
        say(300);
        try (Relay relay = relay("copy", LENGTH)) {
            until(() -> isComplete("copy"));
            say(1);
            until(() -> isComplete("copy"));
            until(() -> relay.health().message().contains("position " + log.last()));
        }
        say(2);
        try (Relay relay = relay("copy", LENGTH)) {
            until(() -> isComplete("copy"));
            assertThat(redis.length("copy")).isEqualTo(log.last());
            assertThat(relay.health().status()).isEqualTo(Health.Status.WELL);
        }
    }

    @Test
    void fillsRedisAgainAfterItWasEmptied() {
        say(20);
        try (Relay relay = relay("emptied", LENGTH)) {
            until(() -> isComplete("emptied"));

            redis.delete("emptied");
            say(1);

            until(() -> isComplete("emptied") && redis.length("emptied") == log.last());
            assertThat(relay.health().status()).isEqualTo(Health.Status.WELL);
        }
    }

    @Test
    void neitherBlocksTheLogNorLosesAnythingWhileRedisIsDead() {
        say(5);
        try (Relay relay = relay("dead", LENGTH)) {
            until(() -> isComplete("dead"));

            killRedis();
            long before = log.last();
            say(50);
            assertThat(log.last()).isEqualTo(before + 50);

            until(() -> redis.health().status() == Health.Status.WELL && isComplete("dead"));
            assertThat(redis.length("dead")).isEqualTo(log.last());
            until(() -> relay.health().status() == Health.Status.WELL);
        }
    }

    @Test
    void makesTheCopyAnewWhenItIsAheadOfTheLog() {
        say(3);
        redis.append("foreign", List.of(new Entry("999999999-0", Map.of("id", "of another log"))), LENGTH);

        try (Relay relay = relay("foreign", LENGTH)) {
            until(() -> isComplete("foreign"));
            assertThat(redis.length("foreign")).isEqualTo(log.last());
            assertThat(relay.health().status()).isEqualTo(Health.Status.WELL);
        }
    }

    @Test
    void doesNotWriteWhatWouldBeTrimmedAtOnce() {
        say(400);
        try (Relay relay = relay("short", 100)) {
            until(() -> isComplete("short"));
            assertThat(redis.length("short")).isEqualTo(100);
            assertThat(relay.health().status()).isEqualTo(Health.Status.WELL);
        }
    }

    private static Relay relay(String stream, long lengthMax) {
        return new Relay(log, log, redis, stream, lengthMax);
    }

    private static boolean isComplete(String stream) {
        try {
            return redis.lastId(stream).equals(Optional.of(log.last() + "-0"));
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static void killRedis() {
        ProcessHandle.allProcesses()
                .filter(process -> livesIn(process, directory.resolve("redis")))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean livesIn(ProcessHandle process, Path folder) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(folder.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Recorded> say(int count) {
        return log.append(Append.of(IntStream.range(0, count)
                .mapToObj(i -> new NewEvent(
                        new StreamId("host"),
                        new LineSpoken("line " + i, Mood.CALM),
                        "test",
                        Instant.parse("2026-03-01T19:00:00Z"),
                        new CorrelationId("test"),
                        Optional.empty()))
                .toList()));
    }
}
