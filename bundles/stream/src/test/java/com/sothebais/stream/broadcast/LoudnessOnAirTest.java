package com.sothebais.stream.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech;
import com.sothebais.api.stream.Size;
import com.sothebais.api.stream.StreamHealth.Loudness;
import com.sothebais.api.stream.Utterance;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.output.Output;
import com.sothebais.stream.sound.Mixer;
import com.sothebais.stream.testing.Composers;
import com.sothebais.stream.testing.Filters;
import com.sothebais.stream.testing.MemoryAssets;
import com.sothebais.stream.testing.Waves;
import com.sothebais.stream.video.Compositor;
import com.sothebais.stream.video.Renderers;
import com.sothebais.stream.video.VideoFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What viewers hear, after the encoder, is as loud as asked for; measured by another meter. */
class LoudnessOnAirTest {
    private static final int FPS = 30;
    private static final int LINES = 5;

    @TempDir
    private Path directory;

    @BeforeAll
    static void loadLibraries() {
        NativeMedia.load(Path.of("target", "native"));
    }

    @Test
    void aRecordedShowHasItsLoudnessAndNoPeakAboveMinusOne() throws Exception {
        Mixer mixer = new Mixer(-26);
        mixer.loadMusic();
        Compositor slate = new Compositor(Size.HD, new Renderers(""), new MemoryAssets(), Duration.ofSeconds(1));
        try (Broadcast broadcast = new Broadcast(new Broadcast.Parts(
                new VideoFormat(Size.HD, FPS, 4_500, FPS, "ultrafast", 1),
                Composers.of(Size.HD),
                slate,
                mixer,
                new StageFollower(),
                InstantSource.system()))) {
            Path file = directory.resolve("show.mp4");
            Output recording = broadcast.record(file);
            for (int line = 0; line < LINES; line++) {
                Speech speech = new Speech(Waves.voice(2.5, line % 2 == 0 ? 0.9 : 0.2, line), List.of());
                broadcast.say(new Utterance("Vivienne", "Who gives me more?", Mood.CALM, Optional.of(speech)));
                for (int frame = 0; frame < 4 * FPS; frame++) {
                    broadcast.frame(true, TimeUnit.SECONDS.toNanos(1));
                }
            }
            broadcast.finish(recording);

            Filters.Loudness heard = Filters.loudness(file);
            assertThat(heard.integrated()).isCloseTo(Mixer.LUFS, within(1.0));
            assertThat(heard.truePeak()).isLessThanOrEqualTo(-1);
            Loudness shown = broadcast.health().sound().loudness();
            assertThat(shown.integratedLufs()).isCloseTo(heard.integrated(), within(0.3));
        }
    }
}
