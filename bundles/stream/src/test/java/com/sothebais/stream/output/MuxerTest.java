package com.sothebais.stream.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.api.agent.Speech;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.media.Packet;
import com.sothebais.stream.media.TrackFormat;
import com.sothebais.stream.scene.Damage;
import com.sothebais.stream.sound.AudioEncoder;
import com.sothebais.stream.testing.Decoded;
import com.sothebais.stream.video.VideoEncoder;
import com.sothebais.stream.video.VideoFormat;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MuxerTest {
    private static final Size SIZE = new Size(320, 180);
    private static final int FPS = 30;

    @TempDir
    private Path directory;

    @BeforeAll
    static void loadLibraries() {
        NativeMedia.load(Path.of("target", "native"));
    }

    /** A keyframe that was asked for, as by a recording, is at any frame, also where a third of a second is no whole millisecond. */
    @ParameterizedTest
    @ValueSource(ints = {30, 31, 32})
    void beginsAtAnyFrameAndGoesOnWhenItIsOpenedAgain(int first) {
        Path file = directory.resolve("broadcast.flv");
        try (VideoEncoder video = new VideoEncoder(new VideoFormat(SIZE, FPS, 500, 300, "superfast", 1));
                AudioEncoder audio = new AudioEncoder();
                TrackFormat pictures = video.track();
                TrackFormat sound = audio.track()) {
            Muxer muxer = new Muxer(new Target("test", "flv", file.toString(), Map.of()), List.of(pictures, sound));
            Source source = new Source(video, audio);
            muxer.open();
            source.play(muxer, first, first + 20);
            muxer.close();
            Decoded decoded = Decoded.file(file);
            assertThat(decoded.pictureSeconds()).hasSize(20);
            assertThat(decoded.pictureSeconds().get(0)).isZero();
            assertThat(decoded.soundSeconds().get(0)).isBetween(0.0, 0.022);

            muxer.open();
            source.play(muxer, first + 50, first + 70);
            muxer.close();
            Decoded again = Decoded.file(file);
            assertThat(again.pictureSeconds()).hasSize(20);
            assertThat(again.pictureSeconds().get(0)).isCloseTo(50.0 / FPS, within(0.001));
        }
    }

    /** Pictures and sound in the order of their time. */
    private static final class Source {
        private final VideoEncoder video;
        private final AudioEncoder audio;
        private final Deque<Packet> held = new ArrayDeque<>();
        private final float[] silence = new float[AudioEncoder.BLOCK];
        private long sample;

        Source(VideoEncoder video, AudioEncoder audio) {
            this.video = video;
            this.audio = audio;
            video.paint(new int[SIZE.width() * SIZE.height()], Damage.all(SIZE));
        }

        void play(Muxer muxer, int from, int until) {
            for (int frame = from; frame < until; frame++) {
                long end = (frame + 1L) * Speech.SAMPLE_RATE_HZ / FPS + AudioEncoder.DELAY_SAMPLES;
                for (; sample < end; sample += AudioEncoder.BLOCK) {
                    audio.encode(sample, silence, silence, held::add);
                }
                long now = (long) frame * Speech.SAMPLE_RATE_HZ / FPS;
                while (!held.isEmpty() && held.peek().timestamp() <= now) {
                    Packet packet = held.poll();
                    if (frame > from) {
                        muxer.write(packet);
                    }
                }
                muxer.write(video.encode(frame, frame == from).orElseThrow());
            }
        }
    }
}
