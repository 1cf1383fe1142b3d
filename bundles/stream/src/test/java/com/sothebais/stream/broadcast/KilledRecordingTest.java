package com.sothebais.stream.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.stream.testing.Decoded;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledRecordingTest {
    private static final double FRAME_SECONDS = 1.0 / PacedFeed.FPS;
    private static final int KILLED_AT = 5 * PacedFeed.FPS;

    @TempDir
    private Path directory;

    @Test
    void playsToWithinTwoSecondsOfTheKill() throws Exception {
        PacedFeed.loadLibraries();
        Path file = directory.resolve("killed.mp4");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process recorder = new ProcessBuilder(List.of(
                        java,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RecorderMain.class.getName(),
                        file.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int frames = 0;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(recorder.getInputStream(), StandardCharsets.UTF_8))) {
            while (frames < KILLED_AT) {
                frames = Integer.parseInt(out.readLine());
            }
        } finally {
            recorder.destroyForcibly();
        }
        assertThat(recorder.waitFor(10, TimeUnit.SECONDS)).isTrue();

        Decoded decoded = Decoded.file(file);
        List<Double> pictures = decoded.pictureSeconds();
        assertThat(pictures.get(pictures.size() - 1)).isGreaterThan(frames * FRAME_SECONDS - 2);
        assertThat(decoded.longestGap()).isCloseTo(FRAME_SECONDS, within(0.001));
        assertThat(decoded.soundSeconds().get(decoded.soundSeconds().size() - 1))
                .isGreaterThan(frames * FRAME_SECONDS - 2);
    }
}
