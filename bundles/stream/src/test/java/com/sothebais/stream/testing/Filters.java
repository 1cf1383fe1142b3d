package com.sothebais.stream.testing;

import com.sothebais.stream.media.NativeMedia;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/** Asks the measuring filters of the FFmpeg program that comes in the same archive as the libraries. */
public final class Filters {
    private Filters() {}

    /** What {@code ebur128} says of a file. */
    public record Loudness(double integrated, double truePeak) {}

    public static Loudness loudness(Path file) throws IOException, InterruptedException {
        String said = run("-i", file.toString(), "-vn", "-af", "ebur128=peak=true", "-f", "null", "-");
        String summary = said.substring(said.lastIndexOf("Summary:"));
        return new Loudness(number(summary, "I:\\s+(-?[0-9.]+) LUFS"), number(summary, "Peak:\\s+(-?[0-9.]+) dBFS"));
    }

    /**
     * Similarity of the brightness of two films of the same size, picture by picture.
     *
     * @param fps of both
     * @return mean over all pictures, 1 when they are the same
     */
    public static double ssim(Path film, Path original, int fps) throws IOException, InterruptedException {
        String rate = Integer.toString(fps);
        String said = run(
                "-r",
                rate,
                "-i",
                film.toString(),
                "-r",
                rate,
                "-i",
                original.toString(),
                "-lavfi",
                "ssim",
                "-f",
                "null",
                "-");
        return number(said, "SSIM Y:([0-9.]+)");
    }

    private static double number(String text, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IOException("expected " + pattern + " in: " + text);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        NativeMedia.load(Path.of("target", "native"));
        List<String> command = new ArrayList<>(List.of(Loader.load(ffmpeg.class), "-hide_banner", "-nostats"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("ffmpeg ended with " + process.exitValue() + ": " + said);
        }
        return said;
    }
}
