package com.sothebais.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;

/** Looks at a recording with ffprobe and ffmpeg, which come inside the ffmpeg jar. */
public final class Probe {
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
