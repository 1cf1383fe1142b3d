package com.sothebais.stream.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.api.stream.Clips.Clip;
import com.sothebais.stream.clip.ClipMaker;
import com.sothebais.stream.clip.Recordings;
import com.sothebais.stream.output.Output;
import com.sothebais.stream.output.Outputs;
import com.sothebais.stream.testing.Decoded;
import com.sothebais.stream.testing.ShowFacts;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipTest {
    private static final Instant BEGAN = ShowFacts.LIVE.minusMillis(2_500);
    private static final int SECONDS = 14;

    @TempDir
    private static Path recorded;

    private static Path show;

    @TempDir
    private Path directory;

    /** Fourteen seconds, as fast as they can be encoded, because only the times in the file matter. */
    @BeforeAll
    static void record() throws Exception {
        PacedFeed.loadLibraries();
        show = recorded.resolve("show.mp4");
        try (PacedFeed feed = new PacedFeed().asFastAsWritten()) {
            Output recording = feed.add(Outputs.recording(show, feed.tracks()));
            recording.startNow();
            feed.start().play(SECONDS);
            recording.close();
        }
    }

    @Test
    void aLotIsCutFromTheKeyframeBeforeItOpensToSomeSecondsBehindItsClose() throws Exception {
        Path film = film();
        Clip clip = cut(recordings(film, true), ShowFacts.LIVE.plusSeconds(60)).get(0);

        assertThat(clip.file()).isEqualTo(directory.resolve("clip-lot-1.mp4")).exists();
        assertThat(clip.lot()).isEqualTo(1);
        assertThat(clip.title()).isEqualTo("Neon Koi at Midnight");
        Decoded whole = Decoded.file(film);
        Decoded cut = Decoded.file(clip.file());
        // Opened at 2.5 s: the keyframe before is at 2 s; closed at 4.5 s and shown for six more.
        assertThat(cut.pictureSeconds().get(0)).isZero();
        assertThat(cut.longestGap()).isCloseTo(1.0 / PacedFeed.FPS, within(0.001));
        int pictures = cut.pictureSeconds().size();
        assertThat(pictures).isEqualTo(9 * PacedFeed.FPS);
        for (int i = 0; i < pictures; i++) {
            assertThat(Arrays.equals(cut.luma().get(i), whole.luma().get(2 * PacedFeed.FPS + i)))
                    .as("picture %d is the same, bit by bit", i)
                    .isTrue();
        }
        assertThat(cut.soundSeconds().get(0)).isBetween(0.0, 0.05);
        assertThat(clip.length()).isBetween(Duration.ofMillis(8_500), Duration.ofMillis(9_500));
        assertThat(clip.bytes()).isEqualTo(Files.size(clip.file()));
    }

    @Test
    void aRunningRecordingIsWaitedForUntilItHoldsTheEnd() throws Exception {
        Path film = film();
        long size = Files.size(film);
        byte[] all = Files.readAllBytes(film);
        try (FileChannel file = FileChannel.open(film, StandardOpenOption.WRITE)) {
            file.truncate(size / 3);
        }
        Recordings recordings = recordings(film, true);
        ClipMaker maker = maker(recordings, ShowFacts.LIVE.plusSeconds(12));
        maker.work();
        assertThat(maker.clips()).isEmpty();

        Files.write(film, all);
        maker.work();
        assertThat(maker.clips()).hasSize(1);
    }

    @Test
    void aKillBetweenRecordingAndClipOnlyDelaysIt() throws Exception {
        Path film = film();
        // Killed in the middle of a fragment, seven seconds in: the file ends anywhere.
        try (FileChannel file = FileChannel.open(film, StandardOpenOption.WRITE)) {
            file.truncate(file.size() / 2 + 77);
        }
        recordings(film, true);
        Files.writeString(directory.resolve("clip-lot-1.mp4.part"), "half a clip of the process before");

        // The next process knows the recording from the list and the lot from the log.
        Recordings found = new Recordings(directory.resolve("recordings.tsv"));
        assertThat(found.all()).singleElement().matches(recording -> !recording.running());
        Clip clip = cut(found, ShowFacts.LIVE.plusSeconds(600)).get(0);
        Decoded cut = Decoded.file(clip.file());
        assertThat(cut.pictureSeconds()).hasSizeGreaterThan(3 * PacedFeed.FPS);
        assertThat(cut.longestGap()).isCloseTo(1.0 / PacedFeed.FPS, within(0.001));

        byte[] before = Files.readAllBytes(clip.file());
        assertThat(cut(new Recordings(directory.resolve("recordings.tsv")), ShowFacts.LIVE.plusSeconds(700)))
                .containsExactly(clip);
        assertThat(Files.readAllBytes(clip.file())).isEqualTo(before);
    }

    @Test
    void aClipIsStillThereWhenItsRecordingIsNot() throws Exception {
        Path film = film();
        Clip clip =
                cut(recordings(film, false), ShowFacts.LIVE.plusSeconds(600)).get(0);
        Files.delete(film);
        assertThat(cut(new Recordings(directory.resolve("recordings.tsv")), ShowFacts.LIVE.plusSeconds(700)))
                .containsExactly(clip);
    }

    @Test
    void aLotThatNobodyRecordedHasNoClip() throws Exception {
        Recordings recordings = new Recordings(directory.resolve("recordings.tsv"));
        recordings.began(film(), ShowFacts.LIVE.plusSeconds(3_600));
        assertThat(cut(recordings, ShowFacts.LIVE.plusSeconds(60))).isEmpty();

        Recordings broken = new Recordings(directory.resolve("other.tsv"));
        Path noFilm = Files.writeString(directory.resolve("no-film.mp4"), "this is no film, but long enough for a box");
        broken.began(noFilm, BEGAN);
        broken.ended(noFilm);
        assertThat(cut(broken, ShowFacts.LIVE.plusSeconds(60))).isEmpty();
    }

    private Path film() throws Exception {
        return Files.copy(show, directory.resolve("show.mp4"));
    }

    private Recordings recordings(Path film, boolean running) {
        Recordings recordings = new Recordings(directory.resolve("recordings.tsv"));
        recordings.began(film, BEGAN);
        if (!running) {
            recordings.ended(film);
        }
        return recordings;
    }

    private static List<Clip> cut(Recordings recordings, Instant now) {
        ClipMaker maker = maker(recordings, now);
        maker.work();
        return maker.clips();
    }

    /** Knows one lot that was open for two seconds. */
    private static ClipMaker maker(Recordings recordings, Instant now) {
        ClipMaker maker = new ClipMaker(recordings, InstantSource.fixed(now));
        ShowFacts.tellOneLot(maker::on);
        maker.caughtUp();
        return maker;
    }
}
