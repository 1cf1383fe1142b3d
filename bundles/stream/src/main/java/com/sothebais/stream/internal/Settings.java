package com.sothebais.stream.internal;

import com.sothebais.api.stream.Size;
import com.sothebais.stream.layout.LayoutFolder;
import com.sothebais.stream.scene.Venue;
import com.sothebais.stream.sound.Mixer;
import com.sothebais.stream.video.EncoderChoice;
import com.sothebais.stream.video.VideoFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration, checked. A value that makes no sense is replaced by the default, because a stream that is on air with another
 * bitrate is better than none; what was wrong is kept as sentences for the log and for health.
 */
record Settings(
        Video video,
        Files files,
        Hls hls,
        List<PushSettings.Push> pushes,
        Show show,
        Sound sound,
        List<String> problems) {
    static final String PID = "com.sothebais.stream";

    private static final Set<String> SIZES = Set.of("1280x720", "1920x1080");
    private static final Set<String> PRESETS = Set.of("ultrafast", "superfast", "veryfast", "faster", "fast", "medium");

    /** A longer address makes a code too fine to be read off a screen. */
    private static final int WALLET_URL_MAX = 120;

    record Video(VideoFormat format, EncoderChoice.Wish encoder) {
        Size size() {
            return format.size();
        }

        int fps() {
            return format.fps();
        }
    }

    record Files(Path data) {
        Path hls() {
            return data.resolve("hls");
        }

        Path recordings() {
            return data.resolve("recordings.tsv");
        }

        Path layouts() {
            return data.resolve("layouts");
        }

        Path libraries() {
            return data.resolve("native");
        }
    }

    record Hls(int segmentSeconds, int segments) {}

    record Show(String renderer, Duration drawMax, String layout, Venue venue) {}

    /** @param silence how long nothing may be heard until it counts as a fault */
    record Sound(boolean music, double musicDecibels, double lufs, Duration silence) {}

    /** @param properties all of the configuration, for the keys that carry the name of an output */
    static Settings of(StudioComponent.Config config, Map<String, ?> properties) {
        List<String> problems = new ArrayList<>();
        int fps = number(problems, new Range("fps", 5, 60, 30), config.fps());
        int keySeconds = number(problems, new Range("keyframe.seconds", 1, 4, 1), config.keyframe_seconds());
        VideoFormat format = new VideoFormat(
                size(problems, config.size()),
                fps,
                number(problems, new Range("bitrate.kbps", 300, 20_000, 4_500), config.bitrate_kbps()),
                fps * keySeconds,
                preset(problems, config.preset()),
                number(problems, new Range("encoder.threads", 1, 8, 1), config.encoder_threads()));
        return new Settings(
                new Video(format, encoder(problems, config.encoder())),
                new Files(Path.of(config.data_dir())),
                new Hls(
                        number(problems, new Range("hls.segment.seconds", 1, 10, 1), config.hls_segment_seconds()),
                        number(problems, new Range("hls.segments", 3, 60, 6), config.hls_segments())),
                PushSettings.read(problems, config, properties),
                new Show(
                        config.renderer().strip(),
                        Duration.ofMillis(number(
                                problems,
                                new Range("renderer.limit.millis", 100, 10_000, 2_000),
                                config.renderer_limit_millis())),
                        layout(problems, config.layout()),
                        new Venue(handle(problems, config.host_handle()), walletPage(problems, config.wallet_url()))),
                new Sound(
                        config.music(),
                        number(problems, new Range("music.decibels", -60, 0, -26), config.music_decibels()),
                        number(problems, new Range("loudness.lufs", -31, -9, (int) Mixer.LUFS), config.loudness_lufs()),
                        Duration.ofSeconds(
                                number(problems, new Range("silence.seconds", 2, 600, 10), config.silence_seconds()))),
                List.copyOf(problems));
    }

    private record Range(String key, int least, int most, int fallback) {}

    private static int number(List<String> problems, Range range, int value) {
        if (value >= range.least() && value <= range.most()) {
            return value;
        }
        problems.add(problem(
                range.key(), Integer.toString(value), range.least() + " to " + range.most(), range.fallback() + ""));
        return range.fallback();
    }

    private static Size size(List<String> problems, String value) {
        if (!SIZES.contains(value)) {
            problems.add(problem("size", value, "1280x720 or 1920x1080", "1280x720"));
        }
        return "1920x1080".equals(value) ? Size.FULL_HD : Size.HD;
    }

    private static String preset(List<String> problems, String value) {
        if (PRESETS.contains(value)) {
            return value;
        }
        problems.add(problem("preset", value, "one of " + String.join(", ", PRESETS), "superfast"));
        return "superfast";
    }

    private static EncoderChoice.Wish encoder(List<String> problems, String value) {
        for (EncoderChoice.Wish wish : EncoderChoice.Wish.values()) {
            if (wish.name().equalsIgnoreCase(value.strip())) {
                return wish;
            }
        }
        problems.add(problem("encoder", value, "auto, x264 or nvenc", "auto"));
        return EncoderChoice.Wish.AUTO;
    }

    private static String handle(List<String> problems, String value) {
        String handle = value.startsWith("@") ? value.substring(1) : value;
        if (handle.matches("[A-Za-z0-9_.]{1,30}")) {
            return handle;
        }
        problems.add(problem("host.handle", value, "1 to 30 letters, digits, '_' or '.'", "sothebais"));
        return "sothebais";
    }

    private static String layout(List<String> problems, String value) {
        if (value.matches("[A-Za-z0-9_-]{1,60}")) {
            return value;
        }
        problems.add(problem("layout", value, "1 to 60 letters, digits, '_' or '-'", LayoutFolder.DEFAULT));
        return LayoutFolder.DEFAULT;
    }

    private static Optional<String> walletPage(List<String> problems, String value) {
        String url = value.strip();
        if (url.isEmpty() || url.matches("https?://[!-~]{1," + WALLET_URL_MAX + "}")) {
            return Optional.of(url).filter(given -> !given.isEmpty());
        }
        problems.add(problem("wallet.url", value, "https://host/path, at most " + WALLET_URL_MAX + " letters", "none"));
        return Optional.empty();
    }

    static String problem(String key, String value, String allowed, String used) {
        return "etc/" + PID + ".cfg: " + key + " = " + value + " is not allowed; expected " + allowed + "; " + used
                + " is used instead";
    }
}
