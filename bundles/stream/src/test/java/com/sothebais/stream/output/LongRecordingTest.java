package com.sothebais.stream.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Speech;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.media.Packet;
import com.sothebais.stream.media.Packet.Track;
import com.sothebais.stream.media.TrackFormat;
import com.sothebais.stream.scene.Damage;
import com.sothebais.stream.sound.AudioEncoder;
import com.sothebais.stream.video.VideoEncoder;
import com.sothebais.stream.video.VideoFormat;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recording keeps in memory for each of its fragments: the index at its end, some bytes of each. */
class LongRecordingTest {
    private static final Size SIZE = new Size(320, 180);
    private static final int FPS = 30;
    private static final int DAY_SECONDS = 24 * 60 * 60;
    private static final int WARM_SECONDS = 2_000;
    private static final long GROWTH_MAX_BYTES = 64L << 20;

    @TempDir
    private Path directory;

    @BeforeAll
    static void loadLibraries() {
        NativeMedia.load(Path.of("target", "native"));
    }

    @Test
    void aDayOfFragmentsTakesAFewMegabytes() {
        try (VideoEncoder video = new VideoEncoder(new VideoFormat(SIZE, FPS, 500, FPS, "superfast", 1));
                AudioEncoder audio = new AudioEncoder();
                TrackFormat pictures = video.track();
                TrackFormat sound = audio.track()) {
            video.paint(new int[SIZE.width() * SIZE.height()], Damage.all(SIZE));
            byte[] key = video.encode(0, true).orElseThrow().data();
            byte[] block = new byte[64];
            Muxer muxer = new Muxer(Outputs.film(directory.resolve("day.mp4")), List.of(pictures, sound));
            muxer.open();
            long before = 0;
            for (int second = 0; second < DAY_SECONDS; second++) {
                muxer.write(new Packet(Track.VIDEO, (long) second * FPS, FPS, true, key));
                muxer.write(new Packet(
                        Track.AUDIO, (long) second * Speech.SAMPLE_RATE_HZ, AudioEncoder.BLOCK, true, block));
                if (second == WARM_SECONDS) {
                    before = resident();
                }
            }
            long growth = resident() - before;
            System.out.println("a day of fragments: " + (growth >> 10) + " KiB of memory");
            muxer.close();
            assertThat(growth).isLessThan(GROWTH_MAX_BYTES);
        }
    }

    /** Without the heap, which the collector makes larger and smaller as it likes. */
    private static long resident() {
        System.gc();
        return Pointer.physicalBytes() - Runtime.getRuntime().totalMemory();
    }
}
