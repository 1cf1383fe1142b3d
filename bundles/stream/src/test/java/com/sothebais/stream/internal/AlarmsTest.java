package com.sothebais.stream.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.health.Health;
import com.sothebais.api.health.Health.Status;
import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.OutputStatus.State;
import com.sothebais.api.stream.OutputStatus.Traffic;
import com.sothebais.api.stream.StreamHealth;
import com.sothebais.stream.internal.Alarms.Late;
import com.sothebais.stream.internal.Alarms.Signs;
import com.sothebais.stream.internal.Alarms.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlarmsTest {
    private static final Target TARGET = new Target(30, 10);
    private static final Late NONE_LATE = new Late(0, 10);

    @Test
    void saysHowFastItRunsWhileAllIsWell() {
        Health health = Alarms.of(
                "stream",
                new Signs(
                        stream(30, output(State.UP, Optional.empty())),
                        TARGET,
                        Optional.empty(),
                        Optional.empty(),
                        3,
                        NONE_LATE,
                        List.of()));

        assertThat(health).isEqualTo(Health.well("stream", "On air with 30.0 frames a second, 2 dropped."));
    }

    @Test
    void saysEveryTroubleInWordsTheWorstFirst() {
        Signs signs = new Signs(
                stream(
                        30,
                        output(State.WAITING, Optional.of("connection refused")),
                        output(State.FAILED, Optional.of("No space left on device."))),
                TARGET,
                Optional.of("no renderer is installed; the slate is on air"),
                Optional.of("the encoder libx264 failed and was opened again"),
                42,
                new Late(31, 10),
                List.of("the disk is full; make room", "The layout is refused."));

        assertThat(Alarms.troubles(signs))
                .containsExactly(
                        "No renderer is installed; the slate is on air.",
                        "The encoder libx264 failed and was opened again.",
                        "No sound for 42 s although music or a voice is on; look at music.decibels and at the voice plugin.",
                        "31 of the last 300 frames came late; this machine is too busy: choose a smaller size or a faster preset.",
                        "The output rtmp is down and tries again by itself: connection refused.",
                        "The output rtmp has given up: No space left on device; start a new one.",
                        "The disk is full; make room.",
                        "The layout is refused.");
        Health health = Alarms.of("stream", signs);
        assertThat(health.status()).isEqualTo(Status.DEGRADED);
        assertThat(health.message()).startsWith("No renderer is installed").endsWith("The layout is refused.");
    }

    @Test
    void tooFewFramesAreSaidInsteadOfLateOnes() {
        Signs signs =
                new Signs(stream(21.5), TARGET, Optional.empty(), Optional.empty(), 0, new Late(80, 10), List.of());

        assertThat(Alarms.troubles(signs)).singleElement().asString().startsWith("Only 21.5 frames a second;");
    }

    @Test
    void aShortSilenceIsNoAlarmAndAFewLateFramesAreNone() {
        Signs signs = new Signs(stream(30), TARGET, Optional.empty(), Optional.empty(), 9, new Late(15, 10), List.of());

        assertThat(Alarms.troubles(signs)).isEmpty();
    }

    private static OutputStatus output(State state, Optional<String> failure) {
        return new OutputStatus("rtmp", "rtmp://host", state, failure, Optional.empty(), new Traffic(0, 320, 1, 0, 0));
    }

    private static StreamHealth stream(double fps, OutputStatus... outputs) {
        return new StreamHealth(
                "flat",
                new StreamHealth.Picture(900, 5, 2, fps, 900, "libx264"),
                StreamHealth.Sound.SILENCE,
                StreamHealth.Times.NONE,
                StreamHealth.Drift.NONE,
                Duration.ofSeconds(30),
                List.of(outputs));
    }
}
