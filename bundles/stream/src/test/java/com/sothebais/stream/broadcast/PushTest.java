package com.sothebais.stream.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.OutputStatus.State;
import com.sothebais.stream.output.Output;
import com.sothebais.stream.output.Outputs;
import com.sothebais.stream.output.PushUrl;
import com.sothebais.stream.testing.Await;
import com.sothebais.stream.testing.Decoded;
import com.sothebais.stream.testing.Peer;
import com.sothebais.stream.testing.RtmpServer;
import com.sothebais.stream.testing.SlowProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pushes to a real RTMP server that other people wrote; skipped where it is not installed. */
class PushTest {
    private static final double FRAME_SECONDS = 1.0 / PacedFeed.FPS;

    @TempDir
    private Path directory;

    @BeforeAll
    static void loadLibraries() {
        PacedFeed.loadLibraries();
    }

    @Test
    void severalPushesArriveAndAreDecodable() throws Exception {
        try (RtmpServer server = new RtmpServer(directory.resolve("server"));
                PacedFeed feed = new PacedFeed().start()) {
            Output one = push(feed, "one", server.url("first"));
            Output two = push(feed, "two", server.url("second"));
            awaitUp(one);
            awaitUp(two);
            feed.play(4);
            one.close();
            two.close();

            for (String key : List.of("first", "second")) {
                Path file = server.broadcasts(key).get(0);
                Await.until("the server has all of it", () -> Peer.pictures(file) > 3 * PacedFeed.FPS);
                assertThat(Peer.complaints(file)).isEmpty();
            }
            assertThat(one.status().traffic().bytes()).isPositive();
            assertThat(one.status().traffic().droppedPackets()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void comesBackByItselfWhenTheServerWasKilled(int seconds) throws Exception {
        outage(seconds);
    }

    @Test
    @EnabledIfSystemProperty(named = "sothebais.outage.long", matches = "true")
    void comesBackByItselfAfterAMinute() throws Exception {
        outage(60);
    }

    private void outage(int seconds) throws Exception {
        try (RtmpServer server = new RtmpServer(directory.resolve("server"));
                PacedFeed feed = new PacedFeed().start()) {
            Output recording = feed.add(Outputs.recording(directory.resolve("show.mp4"), feed.tracks()));
            recording.startNow();
            Output push = push(feed, "push", server.url("key"));
            awaitUp(push);
            long first = feed.frames();
            feed.play(2);
            server.kill();
            long killed = feed.frames();
            feed.play(seconds);
            assertThat(push.status().state()).isIn(State.WAITING, State.CONNECTING);
            assertThat(push.status().failure()).isPresent();
            server.start();
            Instant back = Instant.now();
            awaitUp(push);
            assertThat(Duration.between(back, Instant.now())).isLessThan(Duration.ofSeconds(60));
            double resumed = Peer.firstTimestamp(server.url("key"));
            feed.play(2);
            push.close();
            recording.close();

            assertThat(push.status().traffic().reconnects()).isEqualTo(1);
            // The time of the broadcast goes on over the outage instead of starting anew.
            assertThat(resumed).isGreaterThan((killed - first) * FRAME_SECONDS + seconds * 0.9);
            assertThat(server.broadcasts("key")).hasSize(2);
            assertThat(Peer.complaints(server.broadcasts("key").get(1))).isEmpty();
            assertThat(Decoded.file(directory.resolve("show.mp4")).longestGap())
                    .as("the recording never noticed")
                    .isCloseTo(FRAME_SECONDS, within(0.001));
        }
    }

    @Test
    void anOutputThatTakesOneByteASecondCostsTheOthersNothing() throws Exception {
        try (RtmpServer server = new RtmpServer(directory.resolve("server"));
                SlowProxy proxy = new SlowProxy(server.port());
                PacedFeed feed = new PacedFeed().noisy().start()) {
            Output recording = feed.add(Outputs.recording(directory.resolve("show.mp4"), feed.tracks()));
            recording.startNow();
            Output well = push(feed, "well", server.url("well"));
            Output slow = push(feed, "slow", "rtmp://127.0.0.1:" + proxy.port() + "/live/slow");
            awaitUp(well);
            awaitUp(slow);
            feed.play(1);
            proxy.stall();
            Await.until("the buffers of the system are full", () -> {
                OutputStatus status = slow.status();
                return status.traffic().queued() > 30 || status.failure().isPresent();
            });
            Await.until("it was given up", () -> slow.status().failure().isPresent());

            assertThat(well.status().state()).isEqualTo(State.UP);
            assertThat(well.status().traffic().droppedPackets()).isZero();
            assertThat(well.status().traffic().reconnects()).isZero();
            Await.until(
                    "nothing waits in the others", () -> well.status().traffic().queued() < 5);
            long start = System.nanoTime();
            slow.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            recording.close();
            Decoded recorded = Decoded.file(directory.resolve("show.mp4"));
            assertThat(recorded.longestGap()).isCloseTo(FRAME_SECONDS, within(0.001));
        }
    }

    private static Output push(PacedFeed feed, String name, String url) {
        Output push = Outputs.push(name, PushUrl.of(url), Path.of("no-authorities"), feed.tracks());
        push.start();
        return feed.add(push);
    }

    private static void awaitUp(Output push) {
        long limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (push.status().state() != State.UP && System.nanoTime() < limit) {
            State before = push.status().state();
            Await.until("something happens", () -> push.status().state() != before);
        }
        assertThat(push.status().state()).as("%s", push.status()).isEqualTo(State.UP);
    }
}
