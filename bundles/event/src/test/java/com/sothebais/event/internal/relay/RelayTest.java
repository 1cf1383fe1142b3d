package com.sothebais.event.internal.relay;

import static com.sothebais.event.internal.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.HostEvent.LineSpoken;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.auction.AuctionEvent.MaximumSet;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.health.Health;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.redis.RedisStreams.Entry;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.event.internal.TestDatabase;
import com.sothebais.event.internal.log.PostgresEventLog;
import com.sothebais.redis.internal.RedisKeeper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RelayTest {
    /** More than the log of this test ever has. */
    private static final long LENGTH = 1_000_000;

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
    void isWholeAgainWithinTwoSecondsAfterRedisWasFlushedInTheMiddleOfAnAuction() throws Exception {
        say(8_000);
        AtomicBoolean over = new AtomicBoolean();
        Thread bids = new Thread(() -> {
            while (!over.get()) {
                say(20);
            }
        });
        try (Relay relay = relay("flushed", LENGTH, List.of("reports"))) {
            until(() -> isComplete("flushed"));
            bids.start();
            until(() -> redis.length("flushed") > 8_100);

            flushAll();
            long flushed = System.nanoTime();
            long recorded = log.last();

            until(() -> copied("flushed") >= recorded);
            assertThat(Duration.ofNanos(System.nanoTime() - flushed)).isLessThanOrEqualTo(Duration.ofSeconds(2));
            until(() -> redis.acknowledged("flushed", "reports").isPresent());
            over.set(true);
            bids.join();
            until(() -> isComplete("flushed"));
            assertThat(redis.length("flushed")).isEqualTo(log.last());
            assertThat(relay.health().status()).isEqualTo(Health.Status.WELL);
        } finally {
            over.set(true);
        }
    }

    @Test
    void aGroupThatRedisLostGoesOnWhereItHadAcknowledged() throws IOException {
        say(30);
        try (Relay relay = relay("grouped", LENGTH, List.of("reports"))) {
            until(() -> isComplete("grouped"));
            until(() -> redis.acknowledged("grouped", "reports").isPresent());
            List<Entry> first = redis.take("grouped", "reports", "one", 20);
            redis.acknowledge(
                    "grouped",
                    "reports",
                    first.subList(0, 15).stream().map(Entry::id).toList());
            String done = first.get(14).id();
            until(() -> redis.acknowledged("grouped", "reports").equals(Optional.of(done)));
            GroupPlaces places = new GroupPlaces(database.database().dataSource());
            until(() -> places.position("grouped", "reports") == Relay.position(done));

            flushAll();

            until(() -> isComplete("grouped"));
            until(() -> redis.acknowledged("grouped", "reports").isPresent());
            List<Entry> again = redis.take("grouped", "reports", "two", 3);
            assertThat(again.get(0).id()).isEqualTo(first.get(15).id());
            assertThat(relay.health().status()).isEqualTo(Health.Status.WELL);
        }
    }

    @Test
    void showsThatThereIsAConfidentialFactAndNothingOfIt() {
        Money secret = Money.of("77.7", Currency.ETH);
        Account account = new Account(new AccountId("sandbox", "a"), "alice", "Alice");
        Bidder bidder = new Bidder(account, new WalletAddress("0x" + "a1".repeat(20)));
        log.append(Append.of(List.of(new NewEvent(
                new StreamId("auction/one"),
                new MaximumSet(new AuctionId("one"), bidder, Optional.of(secret)),
                "test",
                Instant.parse("2026-03-01T19:00:00Z"),
                new CorrelationId("test"),
                Optional.empty()))));
        try (Relay relay = relay("quiet", 100, List.of("readers"))) {
            until(() -> isComplete("quiet"));
            until(() -> redis.acknowledged("quiet", "readers").isPresent());
            List<Entry> entries = redis.take("quiet", "readers", "one", 1_000);

            Entry last = entries.get(entries.size() - 1);
            assertThat(last.fields())
                    .containsEntry("type", "auction.maximum-set")
                    .containsEntry("payload", "{}");
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
        redis.append(
                "foreign", Optional.empty(), List.of(new Entry("999999999-0", Map.of("id", "of another log"))), LENGTH);

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
        return relay(stream, lengthMax, List.of());
    }

    private static Relay relay(String stream, long lengthMax, List<String> groups) {
        GroupPlaces places = new GroupPlaces(database.database().dataSource());
        return new Relay(log, log, redis, new Relay.Target(stream, lengthMax, groups), places);
    }

    private static boolean isComplete(String stream) {
        try {
            return redis.lastId(stream).equals(Optional.of(log.last() + "-0"));
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** 0 while the stream is not there. */
    private static long copied(String stream) {
        return redis.lastId(stream).map(Relay::position).orElse(0L);
    }

    /** What an operator can do to Redis and the platform never does: everything in it is gone, groups too. */
    private static void flushAll() throws IOException {
        Map<String, String> settings = Files.readAllLines(directory.resolve("redis/redis.conf")).stream()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(settings.get("port")))) {
            String commands = "AUTH " + settings.get("requirepass") + "\r\nFLUSHALL\r\nQUIT\r\n";
            socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answers).isEqualTo("+OK\r\n".repeat(3));
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
