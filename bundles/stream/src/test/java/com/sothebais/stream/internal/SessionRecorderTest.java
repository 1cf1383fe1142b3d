package com.sothebais.stream.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.event.Append;
import com.sothebais.api.health.Health.Status;
import com.sothebais.contract.MemoryEventLog;
import com.sothebais.stream.clip.ClipMaker;
import com.sothebais.stream.clip.Recordings;
import com.sothebais.stream.clip.SessionRecorder;
import com.sothebais.stream.testing.Await;
import com.sothebais.stream.testing.Decoded;
import com.sothebais.stream.testing.FlatRenderer;
import com.sothebais.stream.testing.ShowFacts;
import com.sothebais.stream.video.Renderers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions on the real broadcast; the clock of the recorder is moved by hand. */
class SessionRecorderTest {
    private static final long LEAST = 1L << 30;

    @TempDir
    private Path data;

    private final MemoryEventLog log = new MemoryEventLog();
    private LiveStudio studio;
    private Recordings recordings;
    private volatile Instant now = ShowFacts.PRE.minusSeconds(9);
    private volatile long free = LEAST * 9;

    @BeforeEach
    void goOnAir() {
        recordings = new Recordings(data.resolve("recordings.tsv"));
        Renderers renderers = new Renderers("");
        renderers.add(new FlatRenderer(), 0);
        studio = Studios.start(Map.of("data_dir", data.toString()), renderers, recordings, Optional.empty());
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private SessionRecorder recorder(boolean enabled) {
        return recorder(enabled, Optional.empty());
    }

    private SessionRecorder recorder(boolean enabled, Optional<Duration> partMax) {
        SessionRecorder recorder = new SessionRecorder(
                new SessionRecorder.Rule(enabled, data.resolve("films"), LEAST, partMax),
                studio,
                place -> free,
                () -> now);
        log.subscribe(recorder);
        return recorder;
    }

    private ShowFacts show(ShowFacts facts) {
        return facts.listen(recorded -> log.append(Append.of(List.of(recorded.fact()))));
    }

    private List<Path> films() throws IOException {
        Path folder = data.resolve("films").resolve("day-1");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("show-"))
                    .sorted()
                    .toList();
        }
    }

    private void seconds(int count) {
        long until = studio.health().picture().frames() + count * 30L;
        Await.until("frames", () -> studio.health().picture().frames() > until);
    }

    @Test
    void aSessionIsRecordedFromPreToPostAndItsLotsGetTheirClips() throws Exception {
        SessionRecorder recorder = recorder(true);
        ClipMaker clips = new ClipMaker(recordings, InstantSource.system());
        log.subscribe(clips);
        ShowFacts facts = show(new ShowFacts()).announced();
        recorder.work();
        assertThat(films()).as("before PRE").isEmpty();

        now = ShowFacts.PRE;
        facts.moved(SessionPhase.PLANNED, SessionPhase.PRE, now);
        recorder.work();
        assertThat(films()).hasSize(1);
        assertThat(recorder.health().message()).contains("Session day-1 is recorded to");
        seconds(1);
        facts.moved(SessionPhase.PRE, SessionPhase.LIVE, ShowFacts.LIVE).opened(ShowFacts.FIRST, Instant.now());
        now = ShowFacts.LIVE;
        recorder.work();
        seconds(2);
        facts.bid(ShowFacts.FIRST, "lena", "2.5", Instant.now()).sold(ShowFacts.FIRST, "lena", "2.5", Instant.now());
        // Long after its planned time, as after many extensions: POST counts from where it began.
        now = ShowFacts.LIVE.plus(Duration.ofHours(1));
        recorder.work();
        facts.moved(SessionPhase.LIVE, SessionPhase.POST, now);
        now = now.plusSeconds(19);
        recorder.work();
        assertThat(films()).hasSize(1);
        assertThat(recorder.health().message()).contains("is recorded");
        seconds(8);
        now = now.plusSeconds(2);
        recorder.work();

        assertThat(recorder.health().message()).isEqualTo("No session is on air.");
        assertThat(Decoded.file(films().get(0)).pictureSeconds()).hasSizeGreaterThan(10 * 30);
        Await.until("the clip", () -> {
            clips.work();
            return !clips.clips().isEmpty();
        });
        assertThat(clips.clips().get(0).file())
                .isEqualTo(films().get(0).resolveSibling("clip-lot-1.mp4").toAbsolutePath());
    }

    @Test
    void aFullDiskEndsTheRecordingAndNotTheBroadcastAndItGoesOnWhenThereIsRoom() throws Exception {
        SessionRecorder recorder = recorder(true);
        show(new ShowFacts()).announced().open();
        now = ShowFacts.LIVE;
        recorder.work();
        seconds(2);

        free = LEAST - 1;
        recorder.work();
        assertThat(recorder.health().status()).isEqualTo(Status.DEGRADED);
        assertThat(recorder.health().message())
                .contains("Session day-1 is on air but not recorded", "1023 MB are free", "record.free.megabytes")
                .contains("Free 257 MB");
        assertThat(Decoded.file(films().get(0)).pictureSeconds()).hasSizeGreaterThan(30);
        seconds(1);
        free = LEAST + 1;
        recorder.work();
        assertThat(films()).as("a little room is none").hasSize(1);
        free = LEAST * 2;
        now = now.plusSeconds(60);
        recorder.work();
        assertThat(films()).hasSize(2);
        assertThat(recorder.health().status()).isEqualTo(Status.WELL);
        recorder.close();
    }

    @Test
    void afterAKillTheSessionGoesOnInAnotherFile() throws Exception {
        show(new ShowFacts()).announced().open();
        now = ShowFacts.LIVE;
        SessionRecorder killed = recorder(true);
        killed.work();
        seconds(1);

        now = now.plusSeconds(5);
        SessionRecorder next = recorder(true);
        next.work();
        assertThat(films()).hasSize(2);
        next.close();
        killed.close();
    }

    @Test
    void aLongSessionIsSeveralFilesAndALotAcrossThemHasOneClip() throws Exception {
        SessionRecorder recorder = recorder(true, Optional.of(Duration.ofSeconds(3)));
        ClipMaker clips = new ClipMaker(recordings, InstantSource.system());
        log.subscribe(clips);
        ShowFacts facts = show(new ShowFacts()).announced();
        now = ShowFacts.PRE;
        facts.moved(SessionPhase.PLANNED, SessionPhase.PRE, now);
        recorder.work();
        seconds(2);
        Instant opened = Instant.now();
        facts.moved(SessionPhase.PRE, SessionPhase.LIVE, ShowFacts.LIVE).opened(ShowFacts.FIRST, opened);
        seconds(1);
        now = now.plusSeconds(2);
        recorder.work();
        assertThat(films()).as("not yet").hasSize(1);
        now = now.plusSeconds(1);
        recorder.work();
        assertThat(films()).hasSize(2);
        assertThat(recorder.health().message()).contains("is recorded to " + films().get(1));
        seconds(2);
        now = now.plusSeconds(3);
        recorder.work();
        seconds(2);
        Instant closed = Instant.now();
        facts.bid(ShowFacts.FIRST, "lena", "2.5", closed).sold(ShowFacts.FIRST, "lena", "2.5", closed);
        seconds(9);
        recorder.close();
        assertThat(films()).hasSize(3);
        Await.until("the clip", () -> {
            clips.work();
            return !clips.clips().isEmpty();
        });

        // A busy machine may skip frames here; that none is lost between files is for SplitRecordingTest.
        Decoded cut = Decoded.file(clips.clips().get(0).file());
        double seconds = Duration.between(opened, closed).toMillis() / 1_000.0;
        double last = cut.pictureSeconds().get(cut.pictureSeconds().size() - 1);
        assertThat(last).as("from before the lot opened to behind its close").isBetween(seconds + 5, seconds + 9);
    }

    @Test
    void aFileThatCannotBeWrittenLetsTheRecordingGoOnAndIsTriedAgainLater() throws Exception {
        SessionRecorder recorder = recorder(true, Optional.of(Duration.ofSeconds(3)));
        show(new ShowFacts()).announced().open();
        now = ShowFacts.LIVE;
        recorder.work();
        seconds(1);
        Path taken = films().get(0).resolveSibling("show-20261121-190003.mp4");
        Files.createDirectory(taken);
        now = now.plusSeconds(3);
        recorder.work();
        assertThat(recorder.health().status()).isEqualTo(Status.DEGRADED);
        assertThat(recorder.health().message()).contains("only gets longer", "tried again in 60 s");
        Files.delete(taken);
        now = now.plusSeconds(59);
        recorder.work();
        seconds(1);
        assertThat(films()).hasSize(1);
        now = now.plusSeconds(1);
        recorder.work();
        assertThat(films()).hasSize(2);
        assertThat(recorder.health().status()).isEqualTo(Status.WELL);
        assertThat(Decoded.file(films().get(0)).pictureSeconds()).hasSizeGreaterThan(60);
        recorder.close();
    }

    @Test
    void whatIsNotWantedOrRecordsItselfIsNotRecorded() throws Exception {
        now = ShowFacts.LIVE;
        SessionRecorder off = recorder(false);
        show(new ShowFacts()).announced().open();
        off.work();
        assertThat(films()).isEmpty();
        assertThat(off.health().message()).contains("record.sessions = false");
    }
}
