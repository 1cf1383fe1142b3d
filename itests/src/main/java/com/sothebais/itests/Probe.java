package com.sothebais.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;

/** Looks at a recording with ffprobe and ffmpeg, which come inside the ffmpeg jar. */
public final class Probe {
    /** Luma of what counts as light; letters are far above and backgrounds far below. */
    private static final int LIGHT = 90;

    /** So many pixels change at least from one digit to the next, and fewer between two frames of the same one. */
    private static final int FLIPPED_PIXELS = 60;

    private final Path file;

    public Probe(Path file) {
        this.file = file;
    }

    public JsonNode streams() throws IOException, InterruptedException {
        return new ObjectMapper()
                .readTree(run(
                        Loader.load(org.bytedeco.ffmpeg.ffprobe.class),
                        "-v",
                        "error",
                        "-show_streams",
                        "-show_format",
                        "-of",
                        "json",
                        file.toString()));
    }

    /** Presentation times of all packets of a stream in seconds, in order of the file. */
    public List<Double> times(String stream) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        String lines = run(
                Loader.load(org.bytedeco.ffmpeg.ffprobe.class),
                "-v",
                "error",
                "-select_streams",
                stream,
                "-show_entries",
                "packet=pts_time",
                "-of",
                "csv=p=0",
                file.toString());
        for (String line : lines.split("\\R")) {
            String time = line.replace(",", "").trim();
            if (!time.isEmpty()) {
                times.add(Double.valueOf(time));
            }
        }
        return times;
    }

    /**
     * @param lufs integrated, as EBU R 128 defines it
     * @param truePeakDb highest point of the wave, dBTP
     */
    public record Loudness(double lufs, double truePeakDb) {}

    public Loudness loudness() throws IOException, InterruptedException {
        String log = filter("-vn", "-af", "ebur128=peak=true");
        String summary = log.substring(Math.max(0, log.lastIndexOf("Summary:")));
        return new Loudness(number(summary, "I:\\s+(-?[0-9.]+) LUFS"), number(summary, "Peak:\\s+(-?[0-9.]+) dBFS"));
    }

    /** A part of the picture, pixels. */
    public record Crop(int x, int y, int width, int height) {}

    /**
     * How a part of the picture looks from a frame on until the next look.
     *
     * @param lit how many of its pixels are light
     */
    public record Look(int frame, int lit) {}

    /** The looks of a part of the picture in black and white, so that what the encoder does to them is no change. */
    public List<Look> looks(Crop crop) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Loader.load(org.bytedeco.ffmpeg.ffmpeg.class),
                        "-v",
                        "error",
                        "-i",
                        file.toString(),
                        "-vf",
                        "crop=%d:%d:%d:%d,format=gray".formatted(crop.width, crop.height, crop.x, crop.y),
                        "-f",
                        "rawvideo",
                        "-")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Look> looks = new ArrayList<>();
        int size = crop.width * crop.height;
        boolean[] before = new boolean[size];
        try (InputStream frames = process.getInputStream()) {
            byte[] pixels = frames.readNBytes(size);
            for (int frame = 0; pixels.length == size; frame++) {
                int lit = 0;
                int flipped = 0;
                for (int i = 0; i < size; i++) {
                    boolean light = Byte.toUnsignedInt(pixels[i]) > LIGHT;
                    lit += light ? 1 : 0;
                    flipped += light == before[i] ? 0 : 1;
                    before[i] = light;
                }
                if (frame == 0 || flipped > FLIPPED_PIXELS) {
                    looks.add(new Look(frame, lit));
                }
                pixels = frames.readNBytes(size);
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException("ffmpeg ended with " + process.exitValue() + " while it read " + file);
        }
        return looks;
    }

    private String filter(String... filter) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Loader.load(org.bytedeco.ffmpeg.ffmpeg.class), "-hide_banner", "-nostats", "-i", file.toString()));
        command.addAll(List.of(filter));
        command.addAll(List.of("-f", "null", "-"));
        return run(command.toArray(String[]::new));
    }

    private static double number(String log, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(log);
        if (!matcher.find()) {
            throw new IOException("expected " + pattern + " in what ffmpeg said: " + log);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(command[0] + " ended with " + code + ": " + output);
        }
        return output;
    }
}
