package com.sothebais.web.internal.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Encoded pictures as the studio makes them, from Debian's FFmpeg; skipped where it is not installed.
 *
 * @param pictures H.264 with start codes, one access unit each; every thirtieth is a keyframe with its parameter sets
 */
record Film(List<byte[]> pictures) {
    static final int FPS = 30;
    private static final int SECONDS = 5;
    private static final int WAIT_SECONDS = 60;
    private static final int DELIMITER = 9;

    static Film colours(Path directory) throws IOException, InterruptedException {
        Path ffmpeg = Path.of("/usr/bin/ffmpeg");
        Assumptions.assumeTrue(Files.isExecutable(ffmpeg), "skipped: needs ffmpeg, on Debian: apt-get install ffmpeg");
        Path file = directory.resolve("film.h264");
        Process process = new ProcessBuilder(List.of(
                        ffmpeg.toString(),
                        "-v",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=size=320x180:rate=" + FPS,
                        "-t",
                        String.valueOf(SECONDS),
                        "-pix_fmt",
                        "yuv420p",
                        "-c:v",
                        "libx264",
                        "-profile:v",
                        "baseline",
                        "-preset",
                        "ultrafast",
                        "-tune",
                        "zerolatency",
                        "-g",
                        String.valueOf(FPS),
                        "-x264-params",
                        "aud=1:scenecut=0",
                        file.toString()))
                .inheritIO()
                .start();
        if (!process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("ffmpeg made no film");
        }
        return new Film(units(Files.readAllBytes(file)));
    }

    /** Cut in front of each delimiter. */
    private static List<byte[]> units(byte[] stream) {
        List<byte[]> units = new ArrayList<>();
        int start = 0;
        for (int i = 4; i + 4 < stream.length; i++) {
            boolean code = stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 0 && stream[i + 3] == 1;
            if (code && (stream[i + 4] & 0x1F) == DELIMITER) {
                units.add(Arrays.copyOfRange(stream, start, i));
                start = i;
            }
        }
        units.add(Arrays.copyOfRange(stream, start, stream.length));
        return units;
    }
}
