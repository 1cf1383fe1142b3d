package com.sothebais.stream.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.api.stream.Clips.Clip;
import com.sothebais.stream.clip.ClipMaker;
import com.sothebais.stream.clip.Recordings;
import com.sothebais.stream.output.Output;
import com.sothebais.stream.output.Outputs;
import com.sothebais.stream.testing.Decoded;
import com.sothebais.stream.testing.Playback;
import com.sothebais.stream.testing.RecordingCheck;
import com.sothebais.stream.testing.ShowFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One recording of the whole and one in three files of the same feed, made at the same time. */
class SplitRecordingTest {
    private static final Instant BEGAN = ShowFacts.LIVE.minusMillis(2_500);

    @TempDir
    private static Path recorded;

    @TempDir
    private Path directory;

    private static final List<Path> PARTS = new ArrayList<>();
    private static final List<Long> BORDERS = new ArrayList<>();
    private static Path whole;

    @BeforeAll
    static void record() {
        PacedFeed.loadLibraries();
        whole = recorded.resolve("whole.mp4");
        try (PacedFeed feed = new PacedFeed().asFastAsWritten()) {
            Output all = feed.add(Outputs.recording(whole, feed.tracks()));
            all.startNow();
            Output part = feed.add(part(feed, 0));
            feed.start();
            for (int next = 1; next < 3; next++) {
                feed.play(2.5);
                Output following = part(feed, next);
                BORDERS.add(feed.feed().handOver(part, following).orElseThrow());
                part.close();
                part = following;
            }
            feed.play(12);
            part.close();
            all.close();
        }
    }

    private static Output part(PacedFeed feed, int number) {
        PARTS.add(recorded.resolve("part-" + number + ".mp4"));
        Output part = Outputs.recording(PARTS.get(number), feed.tracks());
        part.startNow();
        return part;
    }

    /** What is in a file, still encoded. */
    private static final class Packets implements Playback.Viewer {
        private final List<byte[]> pictures = new ArrayList<>();
        private final List<byte[]> sounds = new ArrayList<>();

        static Packets of(List<Path> files) {
            Packets packets = new Packets();
            files.forEach(file -> Playback.of(file, packets));
            return packets;
        }

        @Override
        public void packet(double seconds, AVPacket packet, AVStream stream) {
            byte[] data = new byte[packet.size()];
            packet.data().get(data);
            (stream.codecpar().codec_type() == avutil.AVMEDIA_TYPE_VIDEO ? pictures : sounds).add(data);
        }
    }

    @Test
    void thePartsJoinedHaveEveryPictureAndEveryBlockOfSoundOnce() {
        Packets one = Packets.of(List.of(whole));
        Packets joined = Packets.of(PARTS);
        int pictures = Math.min(one.pictures.size(), joined.pictures.size());
        int sounds = Math.min(one.sounds.size(), joined.sounds.size());

        assertThat(pictures).isGreaterThan(17 * PacedFeed.FPS);
        // Both end when they are closed, one a little after the other.
        assertThat(one.pictures.size() - pictures).isLessThan(5 * PacedFeed.FPS);
        assertThat(joined.pictures.subList(0, pictures))
                .usingElementComparator(Arrays::compare)
                .isEqualTo(one.pictures.subList(0, pictures));
        assertThat(joined.sounds.subList(0, sounds))
                .usingElementComparator(Arrays::compare)
                .isEqualTo(one.sounds.subList(0, sounds));
    }

    @Test
    void eachPartBeginsWithAKeyframeThatIsWhereTheOneBeforeEnds() {
        long from = 0;
        for (int i = 0; i < BORDERS.size(); i++) {
            assertThat(Decoded.file(PARTS.get(i)).pictureSeconds()).hasSize((int) (BORDERS.get(i) - from));
            from = BORDERS.get(i);
        }
        PARTS.forEach(part -> {
            Decoded decoded = Decoded.file(part);
            assertThat(decoded.pictureSeconds().get(0)).isZero();
            assertThat(decoded.longestGap()).isCloseTo(1.0 / PacedFeed.FPS, within(0.001));
            assertThat(decoded.soundSeconds().get(0)).isBetween(0.0, 0.04);
        });
    }

    @Test
    void theClipOfALotAcrossTwoBordersIsThatOfTheWholeRecording() throws Exception {
        assertThat(BORDERS.get(0)).as("after the lot opened").isGreaterThan(75);
        Recordings parts = new Recordings(directory.resolve("parts.tsv"));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < PARTS.size(); i++) {
            files.add(Files.copy(PARTS.get(i), directory.resolve("show-" + i + ".mp4")));
            parts.began(files.get(i), i == 0 ? BEGAN : BEGAN.plus(length(BORDERS.get(i - 1))));
        }
        parts.ended(files.get(0));
        ClipMaker maker = maker(parts);
        maker.work();
        assertThat(maker.clips()).as("the second part is not complete yet").isEmpty();
        parts.ended(files.get(1));
        maker.work();
        Clip clip = maker.clips().get(0);

        Path alone = Files.createDirectory(directory.resolve("whole"));
        Recordings one = new Recordings(alone.resolve("recordings.tsv"));
        one.began(Files.copy(whole, alone.resolve("show.mp4")), BEGAN);
        ClipMaker plain = maker(one);
        plain.work();
        Clip expected = plain.clips().get(0);

        Decoded cut = Decoded.file(clip.file());
        Decoded same = Decoded.file(expected.file());
        assertThat(cut.pictureSeconds()).isEqualTo(same.pictureSeconds());
        assertThat(cut.longestGap()).isCloseTo(1.0 / PacedFeed.FPS, within(0.001));
        assertThat(cut.luma()).usingElementComparator(Arrays::compare).isEqualTo(same.luma());
        assertThat(Packets.of(List.of(clip.file())).sounds)
                .usingElementComparator(Arrays::compare)
                .isEqualTo(Packets.of(List.of(expected.file())).sounds);
        assertThat(clip.length()).isEqualTo(expected.length());
        RecordingCheck check = RecordingCheck.of(clip.file());
        assertThat(check.ordered()).isTrue();
        assertThat(check.longestSoundGap()).isLessThan(0.05);
    }

    @Test
    void filesThatDoNotFollowEachOtherAreNotJoined() throws Exception {
        Recordings parts = new Recordings(directory.resolve("parts.tsv"));
        Path first = Files.copy(PARTS.get(0), directory.resolve("show-0.mp4"));
        Path second = Files.copy(PARTS.get(2), directory.resolve("show-2.mp4"));
        Instant began = BEGAN.plus(length(BORDERS.get(0))).plusSeconds(1);
        parts.began(first, BEGAN);
        parts.ended(first);
        parts.began(second, began);
        parts.ended(second);
        ClipMaker maker = maker(parts);
        maker.work();
        Decoded cut = Decoded.file(maker.clips().get(0).file());
        assertThat(cut.luma().get(0))
                .as("the clip begins with the second file")
                .isEqualTo(Decoded.file(second).luma().get(0));
    }

    private static Duration length(long frames) {
        return Duration.ofNanos(frames * 1_000_000_000 / PacedFeed.FPS);
    }

    /** Knows one lot that was open from 2.5 s to 7 s of the recording. */
    private static ClipMaker maker(Recordings recordings) {
        ClipMaker maker = new ClipMaker(recordings, InstantSource.fixed(ShowFacts.LIVE.plusSeconds(15)));
        new ShowFacts()
                .listen(maker::on)
                .announced()
                .open()
                .sold(ShowFacts.FIRST, "lena", "2.5", ShowFacts.LIVE.plusMillis(4_500));
        maker.caughtUp();
        return maker;
    }
}
