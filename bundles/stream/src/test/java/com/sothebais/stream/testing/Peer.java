package com.sothebais.stream.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Asks Debian's FFmpeg, which shares no line with what the stream embeds but its origin, about what was sent. */
public final class Peer {
    private static final int WAIT_SECONDS = 60;

    private Peer() {}

    /** What a decoder complains about when it plays a whole file; empty when it is fine. */
    public static String complaints(Path file) {
        return run("ffmpeg", "-v", "error", "-i", file.toString(), "-f", "null", "-");
    }

    /** Pictures that are decodable. */
    public static int pictures(Path file) {
        String count = run(
                "ffprobe",
                "-v",
                "error",
                "-count_frames",
                "-select_streams",
                "v",
                "-show_entries",
                "stream=nb_read_frames",
                "-of",
                "csv=p=0",
                file.toString());
        return count.matches("\\d+") ? Integer.parseInt(count) : 0;
    }

    /** Seconds of the first packet that a viewer of a live stream gets. */
    public static double firstTimestamp(String url) {
        String first = run(
                "ffprobe",
                "-v",
                "error",
                "-read_intervals",
                "%+#1",
                "-select_streams",
                "v",
                "-show_entries",
                "packet=pts_time",
                "-of",
                "csv=p=0",
                url);
        return Double.parseDouble(first.lines().findFirst().orElseThrow().replace(",", ""));
    }

    private static String run(String... command) {
        Assumptions.assumeTrue(
                RtmpServer.installed(command[0]),
                "skipped: needs " + command[0] + ", on Debian: apt-get install ffmpeg");
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command[0] + " did not end within " + WAIT_SECONDS + " s");
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
