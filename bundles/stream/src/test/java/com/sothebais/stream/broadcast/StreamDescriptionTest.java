package com.sothebais.stream.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.stream.output.Output;
import com.sothebais.stream.output.Outputs;
import com.sothebais.stream.testing.Await;
import com.sothebais.stream.testing.Playback;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream is as live video services ask for it: H.264 High, no B frames, closed groups, a steady rate, AAC-LC. */
class StreamDescriptionTest {
    private static final int SECONDS = 6;
    private static final double KEYFRAME_SECONDS_MAX = 2;

    @TempDir
    private Path directory;

    @BeforeAll
    static void loadLibraries() {
        PacedFeed.loadLibraries();
    }

    @Test
    void picturesAndSoundAreDescribedAsServicesAskForThem() {
        Description seen = record(new PacedFeed("superfast", 2_500));

        assertThat(seen.codec).isEqualTo(avcodec.AV_CODEC_ID_H264);
        assertThat(seen.profile).isEqualTo(avcodec.AV_PROFILE_H264_HIGH);
        assertThat(seen.level).isBetween(10, 42);
        assertThat(seen.pixels).isEqualTo(avutil.AV_PIX_FMT_YUV420P);
        assertThat(seen.reordered).as("pictures that wait for later ones").isZero();
        assertThat(seen.bidirectional).isZero();
        assertThat(seen.soundCodec).isEqualTo(avcodec.AV_CODEC_ID_AAC);
        assertThat(seen.soundProfile).isEqualTo(avcodec.AV_PROFILE_AAC_LOW);
        assertThat(seen.rate).isEqualTo(48_000);
        assertThat(seen.channels).isEqualTo(2);
        // At a fixed quality: a lone tone takes less than speech over music, for which it is chosen.
        assertThat(seen.soundBits * 8.0 / SECONDS / 1_000).isBetween(64.0, 192.0);
    }

    @Test
    void everyGroupOfPicturesIsClosedAndShort() {
        Description seen = record(new PacedFeed("superfast", 2_500));

        assertThat(seen.keyframes).hasSizeGreaterThanOrEqualTo(SECONDS);
        assertThat(seen.keyframes.get(0)).isZero();
        for (int i = 1; i < seen.keyframes.size(); i++) {
            assertThat(seen.keyframes.get(i) - seen.keyframes.get(i - 1)).isLessThanOrEqualTo(KEYFRAME_SECONDS_MAX);
        }
        assertThat(seen.refreshes).as("every keyframe starts a decoder").isEqualTo(seen.keyframes.size());
    }

    @Test
    void theRateIsSteadyEvenForNoise() {
        int kbps = 2_500;
        Description seen = record(new PacedFeed("superfast", kbps).noisy());

        double[] seconds = new double[SECONDS];
        for (int i = 0; i < SECONDS * PacedFeed.FPS; i++) {
            seconds[i / PacedFeed.FPS] += seen.bits.get(i) / 1_000.0;
        }
        for (double second : seconds) {
            // The buffer of half a second may empty or fill.
            assertThat(second).isCloseTo(kbps, within(kbps * 0.5));
        }
    }

    private Description record(PacedFeed paced) {
        Path file = directory.resolve("stream.mp4");
        try (PacedFeed feed = paced.asFastAsWritten()) {
            Output recording = feed.add(Outputs.recording(file, feed.tracks()));
            recording.startNow();
            feed.start();
            feed.play(SECONDS);
            Await.until("all is written", () -> recording.status().traffic().queued() == 0);
            recording.close();
        }
        Description description = new Description();
        Playback.of(file, description);
        return description;
    }

    private static final class Description implements Playback.Viewer {
        private static final int REFRESH = 5;

        private final List<Double> keyframes = new ArrayList<>();
        private final List<Integer> bits = new ArrayList<>();
        private int codec;
        private int profile;
        private int level;
        private int pixels;
        private int reordered;
        private int bidirectional;
        private int refreshes;
        private int soundCodec;
        private int soundProfile;
        private int rate;
        private int channels;
        private long soundBits;

        @Override
        public void track(AVStream stream) {
            AVCodecParameters parameters = stream.codecpar();
            if (parameters.codec_type() == avutil.AVMEDIA_TYPE_VIDEO) {
                codec = parameters.codec_id();
                profile = parameters.profile();
                level = parameters.level();
                pixels = parameters.format();
                reordered = parameters.video_delay();
            } else {
                soundCodec = parameters.codec_id();
                soundProfile = parameters.profile();
                rate = parameters.sample_rate();
                channels = parameters.ch_layout().nb_channels();
            }
        }

        @Override
        public void packet(double seconds, AVPacket packet, AVStream stream) {
            if (stream.codecpar().codec_type() != avutil.AVMEDIA_TYPE_VIDEO) {
                soundBits += packet.size();
                return;
            }
            bits.add(packet.size() * 8);
            if ((packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0) {
                keyframes.add(seconds);
            }
            refreshes += hasUnit(packet, REFRESH) ? 1 : 0;
        }

        /** Units of a recording stand behind their length in four bytes. */
        private static boolean hasUnit(AVPacket packet, int type) {
            int at = 0;
            boolean found = false;
            while (at + 4 < packet.size()) {
                int length = 0;
                for (int i = 0; i < 4; i++) {
                    length = length << 8 | packet.data().get(at + i) & 0xFF;
                }
                found |= (packet.data().get(at + 4) & 0x1F) == type;
                at += 4 + length;
            }
            return found;
        }

        @Override
        public void picture(double seconds, AVFrame frame) {
            bidirectional += frame.pict_type() == avutil.AV_PICTURE_TYPE_B ? 1 : 0;
        }
    }
}
