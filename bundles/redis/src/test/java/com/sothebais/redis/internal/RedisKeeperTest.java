package com.sothebais.redis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.health.Health;
import com.sothebais.api.redis.RedisStreams.Entry;
import com.sothebais.api.redis.RedisStreams.RedisException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class RedisKeeperTest {
    @TempDir
    Path directory;

    @Test
    void appendsTrimsAndForgetsAStream() throws Exception {
        try (RedisKeeper redis = ready()) {
            assertThat(redis.lastId("s")).isEmpty();
            assertThat(redis.append("s", Optional.empty(), List.of(entry(1), entry(2), entry(7)), 100))
                    .isTrue();

            assertThat(redis.lastId("s")).contains("7-0");
            assertThat(redis.length("s")).isEqualTo(3);
            assertThatThrownBy(() -> redis.append("s", Optional.of("7-0"), List.of(entry(7)), 100))
                    .isInstanceOf(RedisException.class);

            redis.append(
                    "s",
                    Optional.of("7-0"),
                    Stream.iterate(8, id -> id + 1)
                            .limit(1_000)
                            .map(RedisKeeperTest::entry)
                            .toList(),
                    100);
            assertThat(redis.length("s")).isLessThan(400);

            redis.delete("s");
            assertThat(redis.lastId("s")).isEmpty();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("redis.conf"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void addsNothingWhenAnotherEntryIsTheNewestSoThatThereIsNoGap() {
        try (RedisKeeper redis = ready()) {
            redis.append("s", Optional.empty(), List.of(entry(1), entry(2)), 100);

            assertThat(redis.append("s", Optional.of("1-0"), List.of(entry(3)), 100))
                    .isFalse();
            assertThat(redis.append("s", Optional.empty(), List.of(entry(3)), 100))
                    .isFalse();
            redis.delete("s");
            assertThat(redis.append("s", Optional.of("2-0"), List.of(entry(3)), 100))
                    .isFalse();

            assertThat(redis.length("s")).isZero();
        }
    }

    @Test
    void keepsEntriesAcrossARestart() throws Exception {
        try (RedisKeeper redis = ready()) {
            redis.append("s", Optional.empty(), List.of(entry(3)), 100);
        }
        try (RedisKeeper redis = ready()) {
            assertThat(redis.lastId("s")).contains("3-0");
        }
        assertThat(serverIn(directory)).isEmpty();
    }

    @Test
    void failsFastWhileTheServerIsDeadAndComesBackByItself() throws Exception {
        try (RedisKeeper redis = ready()) {
            serverIn(directory).forEach(ProcessHandle::destroyForcibly);
            await(() -> failsToRead(redis));

            long start = System.nanoTime();
            while (failsToRead(redis)) {
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
            }
            await(() -> redis.health().status() == Health.Status.WELL);
        }
    }

    @Test
    void stopsTheServerThatAKilledPlatformLeftRunning() throws Exception {
        Process node = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledNode.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = node.inputReader()) {
            assertThat(out.readLine()).isEqualTo("written");
        }
        node.destroyForcibly();
        assertThat(node.waitFor(10, TimeUnit.SECONDS)).isTrue();
        List<ProcessHandle> orphans = serverIn(directory);
        assertThat(orphans).hasSize(1);

        try (RedisKeeper redis = ready()) {
            assertThat(serverIn(directory)).doesNotContainAnyElementsOf(orphans).hasSize(1);
            assertThat(redis.lastId("s")).contains("9-0");
        }
    }

    @Test
    void saysThatNobodyAnswersAndFailsAtOnce() {
        try (RedisKeeper redis = new RedisKeeper(new Settings("redis://:secret@127.0.0.1:9", directory, 0))) {
            await(() -> redis.health().message().contains("cannot connect to Redis at 127.0.0.1:9"));

            assertThat(redis.health().status()).isEqualTo(Health.Status.DEGRADED);
            assertThat(redis.health().message()).doesNotContain("secret");
            assertThatThrownBy(() -> redis.length("s")).isInstanceOf(RedisException.class);
        }
    }

    @Test
    void namesThePidTheKeyTheValueAndWhatIsAllowed() {
        assertThatThrownBy(() -> new Settings("http://nonsense", directory, 0))
                .hasMessageContaining("com.sothebais.redis: url = 'http://nonsense' is not allowed; expected redis://");
        assertThatThrownBy(() -> new Settings("", directory, -1)).hasMessageContaining("port = '-1'");
    }

    private RedisKeeper ready() {
        RedisKeeper redis = new RedisKeeper(new Settings("", directory, 0));
        await(() -> redis.health().status() == Health.Status.WELL);
        return redis;
    }

    private static Entry entry(int id) {
        return new Entry(id + "-0", Map.of("payload", "{}", "id", Integer.toString(id)));
    }

    private static boolean failsToRead(RedisKeeper redis) {
        try {
            redis.length("s");
            return false;
        } catch (RedisException e) {
            return true;
        }
    }

    private static List<ProcessHandle> serverIn(Path directory) {
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    try {
                        return Files.readSymbolicLink(Path.of("/proc", process.pid() + "", "cwd"))
                                .equals(directory.toRealPath());
                    } catch (IOException e) {
                        return false;
                    }
                })
                .toList();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 30 s").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
