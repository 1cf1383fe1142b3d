package com.sothebais.stream.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.OutputStatus.State;
import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.media.Packet;
import com.sothebais.stream.media.Packet.Track;
import com.sothebais.stream.output.Output.Persistence;
import com.sothebais.stream.testing.Await;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutputTest {
    private static final Target TARGET = new Target("test", "mp4", "address", Map.of());

    private final Remembering sink = new Remembering();
    private Output output;

    @AfterEach
    void close() {
        sink.gate.release(100_000);
        if (output != null) {
            output.close();
        }
    }

    @Test
    void startsWithAKeyPictureAndWritesEverythingInOrder() {
        open(Persistence.ONCE);
        assertThat(output.offer(picture(1, false))).isFalse();
        assertThat(output.offer(sound(1))).isFalse();
        assertThat(output.offer(picture(2, true))).isTrue();
        assertThat(output.offer(sound(2))).isTrue();
        sink.gate.release(10);
        output.close();

        assertThat(sink.written).extracting(Packet::timestamp).containsExactly(2L, 2L);
        assertThat(sink.closed).isPositive();
        assertThat(output.status().traffic().droppedPackets()).isZero();
    }

    @Test
    void aFullQueueIsGivenUpUntilTheNextKeyframe() {
        open(Persistence.RECONNECT);
        output.offer(picture(0, true));
        Await.until(
                "the first is being written", () -> output.status().traffic().queued() == 0);
        for (int i = 1; i <= Output.QUEUE_MAX; i++) {
            assertThat(output.offer(picture(i, false))).isTrue();
        }
        assertThat(output.offer(picture(999, false))).isFalse();
        assertThat(output.offer(picture(1_000, false))).isFalse();
        assertThat(output.offer(picture(1_001, true))).isTrue();

        assertThat(output.status().traffic().droppedPackets()).isEqualTo(Output.QUEUE_MAX + 2);
        sink.gate.release(10);
        Await.until("two were written", () -> sink.written.size() == 2);
        assertThat(sink.written).extracting(Packet::timestamp).containsExactly(0L, 1_001L);
    }

    @Test
    void aRecordingThatFailsStaysFailedAndSaysWhy() {
        open(Persistence.ONCE);
        sink.refusing = true;
        sink.gate.release(10);
        output.offer(picture(0, true));
        Await.until("failed", () -> output.status().state() == State.FAILED);

        assertThat(output.status().failure())
                .hasValueSatisfying(why -> assertThat(why).contains("No space left"));
        assertThat(output.offer(picture(1, true))).isFalse();
    }

    @Test
    void aConnectionThatBreaksIsMadeAgainAndGoesOnWithAKeyframe() {
        open(Persistence.RECONNECT);
        sink.refusing = true;
        sink.gate.release(10);
        output.offer(picture(0, true));
        Await.until("lost", () -> output.status().state() == State.WAITING);
        sink.refusing = false;
        Await.until("back", () -> output.status().state() == State.UP);

        assertThat(output.offer(picture(5, false))).isFalse();
        assertThat(output.offer(picture(6, true))).isTrue();
        Await.until("written", () -> sink.written.size() == 1);
        assertThat(output.status().failure()).isEmpty();
    }

    @Test
    void whatCannotBeOpenedNowIsRefused() {
        sink.refusing = true;
        Output refused = new Output(TARGET, sink, Persistence.ONCE);

        assertThatThrownBy(refused::startNow).isInstanceOf(MediaException.class).hasMessageContaining("No space");
    }

    @Test
    void waitsLongerEachTimeUpToALimit() {
        Backoff backoff = new Backoff(RandomGenerator.getDefault());
        long before = 0;
        for (int i = 0; i < 5; i++) {
            long next = backoff.nextMillis();
            assertThat(next).isGreaterThan(before).isLessThanOrEqualTo(Backoff.LIMIT_MILLIS);
            before = next;
        }
        for (int i = 0; i < 100; i++) {
            assertThat(backoff.nextMillis()).isBetween(Backoff.LIMIT_MILLIS * 8 / 10, Backoff.LIMIT_MILLIS);
        }
        backoff.reset();
        assertThat(backoff.nextMillis()).isLessThanOrEqualTo(Backoff.FIRST_MILLIS);
    }

    @Test
    void aWaitingOutputSaysWhyAndWhenAndTriesAgainAtOnceWhenTold() {
        open(Persistence.RECONNECT);
        sink.refusing = true;
        sink.gate.release(10);
        output.offer(picture(0, true));
        // After the fifth failure it waits for more than the whole of this test's patience before the next step.
        for (int failures = 1; failures <= 5; failures++) {
            int opened = sink.opened;
            Await.until("it waits", () -> output.status().state() == State.WAITING);
            OutputStatus waiting = output.status();
            assertThat(waiting.failure())
                    .hasValueSatisfying(why -> assertThat(why).contains("No space left"));
            assertThat(waiting.nextAttempt()).hasValueSatisfying(next -> assertThat(next)
                    .isBefore(Instant.now().plusMillis(Backoff.LIMIT_MILLIS)));
            output.retryNow();
            Await.until("it has tried", () -> sink.opened > opened);
        }
        sink.refusing = false;
        Await.until("it waits or is up", () -> {
            output.retryNow();
            return output.status().state() == State.UP;
        });

        assertThat(output.status().traffic().reconnects()).isEqualTo(1);
        assertThat(output.status().failure()).isEmpty();
        assertThat(output.status().nextAttempt()).isEmpty();
    }

    @Test
    void aRecordingThatFailedIsNotRetried() {
        open(Persistence.ONCE);
        sink.refusing = true;
        sink.gate.release(10);
        output.offer(picture(0, true));
        Await.until("failed", () -> output.status().state() == State.FAILED);
        output.retryNow();

        assertThat(output.status().state()).isEqualTo(State.FAILED);
        assertThat(output.status().failure()).isPresent();
    }

    @Test
    void whateverALibrarySaysTheStreamKeyIsMasked() {
        String address = "rtmps://user:password@live.example.org/app/very-secret?token=12345";
        PushUrl url = PushUrl.of(address);
        Target target =
                new Target("push", url.shown(), "flv", address, new Target.Options(Map.of(), Map.of()), url.secrets());
        sink.reason = "refused " + address + ", again very-secret and token=12345 of user:password";
        sink.refusing = true;
        Output push = new Output(target, sink, Persistence.RECONNECT);
        push.start();
        Await.until("refused", () -> push.status().failure().isPresent());
        String all = push.status() + " " + target + " " + url;
        push.close();

        assertThat(all)
                .contains("refused rtmps://live.example.org/app/***")
                .doesNotContain("very-secret", "12345", "password");
    }

    private void open(Persistence persistence) {
        output = new Output(TARGET, sink, persistence);
        output.startNow();
    }

    private static Packet picture(long timestamp, boolean key) {
        return new Packet(Track.VIDEO, timestamp, 1, key, new byte[] {1});
    }

    private static Packet sound(long timestamp) {
        return new Packet(Track.AUDIO, timestamp, 1, true, new byte[] {2});
    }

    /** A sink that writes when it is let. */
    private static final class Remembering implements Sink {
        private final List<Packet> written = new CopyOnWriteArrayList<>();
        private final Semaphore gate = new Semaphore(0);
        private volatile boolean refusing;
        private volatile String reason = "No space left on device";
        private volatile int opened;
        private volatile int closed;

        @Override
        public void open() {
            opened++;
            refuse();
        }

        @Override
        public void write(Packet packet) {
            gate.acquireUninterruptibly();
            refuse();
            written.add(packet);
        }

        @Override
        public void close() {
            closed++;
        }

        @Override
        public void interrupt() {
            gate.release(100_000);
        }

        private void refuse() {
            if (refusing) {
                throw new MediaException(reason, -28);
            }
        }
    }
}
