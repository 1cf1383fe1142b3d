package com.sothebais.benchmarks;

import com.sothebais.api.stream.Renderer;
import com.sothebais.api.stream.Size;
import com.sothebais.benchmarks.Main.Benchmark;
import com.sothebais.benchmarks.Main.Options;
import com.sothebais.benchmarks.ShadowRenderer.Work;
import com.sothebais.benchmarks.StreamStudio.Stretch;
import com.sothebais.render.java2d.internal.Java2dRenderer;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.video.VideoFormat;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The pipeline of the stream, from facts to a recording, beside a bare encoder that gets the same pictures with the same settings in
 * the same seconds. Figures of cost are processor time a frame.
 */
final class StreamBenchmark implements Benchmark {
    private static final int SECONDS = 60;
    private static final int WARM_UP_SECONDS = 240;

    /** Until a new show has its first rows and everything that rests is drawn once. */
    private static final int SETTLE_SECONDS = 15;

    private static final int LATENCY_FRAMES = 600;

    /** How long the show goes on at most while the preview is measured. */
    private static final int PREVIEW_SECONDS_MAX = 600;

    /** Frames a second of the wall while an hour is compressed. */
    private static final int FAST_TICKS = 180;

    /** Pixels a second while the compiler warms up: about what a core draws and encodes, with a bare encoder beside. */
    private static final int WARM_PIXELS = 90 * 1280 * 720;

    private static final int STRETCHES = 4;

    private static final VideoFormat HD30 = new VideoFormat(Size.HD, 30, 4_500, 30, "superfast", 1);
    private static final VideoFormat FULL_HD30 = new VideoFormat(Size.FULL_HD, 30, 6_000, 30, "superfast", 1);
    private static final VideoFormat HD60 = new VideoFormat(Size.HD, 60, 6_000, 60, "superfast", 1);

    private static final Map<String, VideoFormat> FORMATS =
            Map.of("720p30", HD30, "1080p30", FULL_HD30, "720p60", HD60);

    @Override
    public String title() {
        return "Stream: a lot with a bid a second (--seconds N of each format, default " + SECONDS
                + "; --warm N before each, faster than time, default " + WARM_UP_SECONDS
                + "; --late-minutes N, at 1080p30 half of it, and --memory-minutes N for the long runs, default none; "
                + "--only FORMAT for one of " + FORMATS.keySet()
                + "; --preview-only for the preview in Chromium alone)";
    }

    @Override
    public void run(Options options, Figures figures) throws Exception {
        int seconds = options.number("seconds", SECONDS);
        int warm = options.number("warm", WARM_UP_SECONDS);
        int lateMinutes = options.number("late-minutes", 0);
        int memoryMinutes = options.number("memory-minutes", 0);
        NativeMedia.load(StreamStudio.directory().resolve("native"));
        if (options.has("preview-only")) {
            inChromium(warm, figures);
            return;
        }
        if (memoryMinutes > 0) {
            memory(memoryMinutes, figures);
        }
        Optional<String> only = options.word("only");
        if (lateMinutes > 0 && only.isPresent()) {
            late(only.get(), format(only.get()), warm, lateMinutes * 60, figures);
        } else if (lateMinutes > 0) {
            late("720p30", HD30, warm, lateMinutes * 60, figures);
            late("720p60", HD60, warm, lateMinutes * 60, figures);
            late("1080p30", FULL_HD30, warm, lateMinutes * 30, figures);
        }
        if (memoryMinutes > 0 || lateMinutes > 0) {
            return;
        }
        if (only.isPresent()) {
            ratio(only.get(), format(only.get()), warm, seconds, figures);
            return;
        }
        ratio("720p60", HD60, warm, seconds, figures);
        ratio("1080p30", FULL_HD30, warm, seconds, figures);
        double pipeline = ratio("720p30", HD30, warm, seconds, figures);
        StreamDrawing.measure(HD30, pipeline, figures);
        behindNginx(figures);
        inChromium(SETTLE_SECONDS, figures);
    }

    private static VideoFormat format(String name) {
        VideoFormat format = FORMATS.get(name);
        if (format == null) {
            throw new IllegalArgumentException("--only needs one of " + FORMATS.keySet());
        }
        return format;
    }

    /**
     * Opens a studio as it is after its first hour: the show has run fast for a while, because what happens once a second is compiled
     * only after it has happened thousands of times, and a studio that is opened anew is in part compiled anew.
     */
    private static StreamStudio warmed(Renderer renderer, VideoFormat format, int seconds)
            throws IOException, InterruptedException {
        int pixels = format.size().width() * format.size().height();
        StreamStudio studio = new StreamStudio(renderer, format, Math.max(format.fps(), WARM_PIXELS / pixels));
        studio.perform(seconds);
        studio.pace(format.fps());
        studio.perform(SETTLE_SECONDS);
        return studio;
    }

    /** @return milliseconds of processor time that the pipeline takes a frame */
    private static double ratio(String name, VideoFormat format, int warm, int seconds, Figures figures)
            throws IOException, InterruptedException {
        ShadowRenderer shadow = new ShadowRenderer(new Java2dRenderer(), format);
        try (StreamStudio studio = warmed(shadow, format, warm)) {
            Work before = shadow.work();
            double cpu = cpuSeconds();
            Stretch stretch = studio.perform(seconds);
            Work work = shadow.work().minus(before);
            double all = (cpuSeconds() - cpu) * 1e3 - work.extra() / 1e6;
            double pipeline = all / stretch.frames();
            double bare = work.encode() / 1e6 / work.frames();
            figures.put("stream.cpu_ms_a_frame_" + name, pipeline);
            figures.put("stream.encoder_ms_a_frame_" + name, bare);
            figures.put("stream.encoder_ratio_" + name, pipeline / bare);
            figures.put("stream.draw_ms_a_frame_" + name, work.draw() / 1e6 / work.frames());
            figures.put("stream.convert_ms_a_frame_" + name, work.paint() / 1e6 / work.frames());
            return pipeline;
        }
    }

    private static void late(String name, VideoFormat format, int warm, int seconds, Figures figures)
            throws IOException, InterruptedException {
        try (StreamStudio studio = warmed(new Java2dRenderer(), format, warm)) {
            Stretch stretch = studio.perform(seconds);
            figures.put("stream.frames_" + name, stretch.frames());
            figures.put("stream.late_" + name, stretch.late());
            figures.put("stream.dropped_" + name, stretch.dropped());
            figures.put("stream.state_to_frame_p50_ms_" + name, stretch.stateToFrame(0.5));
            figures.put("stream.state_to_frame_p95_ms_" + name, stretch.stateToFrame(0.95));
        }
    }

    private static void behindNginx(Figures figures) throws Exception {
        if (!RtmpLatency.installed()) {
            System.out.println("  no figures behind nginx: apt-get install nginx libnginx-mod-rtmp");
            return;
        }
        try (StreamStudio studio = new StreamStudio(new Java2dRenderer(), HD30, HD30.fps())) {
            List<Double> extra = RtmpLatency.measure(studio.broadcast(), StreamStudio.directory(), LATENCY_FRAMES);
            figures.put("stream.nginx_extra_p50_ms", extra.get(extra.size() / 2));
            figures.put("stream.nginx_extra_p95_ms", extra.get(extra.size() * 95 / 100));
        }
    }

    private static void inChromium(int warm, Figures figures) throws Exception {
        if (!PreviewLatency.installed()) {
            System.out.println("  no figures of the preview in Chromium: apt-get install chromium");
            return;
        }
        try (StreamStudio studio = warmed(new Java2dRenderer(), HD30, warm)) {
            long late = studio.broadcast().health().picture().late();
            PreviewLatency.Result result = whileItPerforms(studio);
            figures.put(
                    "stream.preview_late", studio.broadcast().health().picture().late() - late);
            figures.put("stream.preview_frames", result.due().size());
            figures.put("stream.preview_missed", result.missed());
            figures.put("stream.preview_clock_error_ms", result.clockError());
            PreviewLatency.Result.put("stream.preview_chromium", result.due(), figures);
            PreviewLatency.Result.put("stream.preview_packet_to_page", result.packet(), figures);
            PreviewLatency.Result.put("stream.preview_packet_to_canvas", result.painted(), figures);
        }
    }

    private static PreviewLatency.Result whileItPerforms(StreamStudio studio) throws Exception {
        ExecutorService show = Executors.newSingleThreadExecutor();
        try {
            show.submit(() -> studio.perform(PREVIEW_SECONDS_MAX));
            return PreviewLatency.measure(studio.broadcast(), HD30.fps(), StreamStudio.directory(), LATENCY_FRAMES);
        } finally {
            show.shutdownNow();
        }
    }

    /** So many minutes of show, frame by frame as always, in a sixth of the time; memory is read four times on the way. */
    private static void memory(int minutes, Figures figures) throws IOException, InterruptedException {
        long pid = ProcessHandle.current().pid();
        int wall = Math.max(STRETCHES, minutes * 60 * HD30.fps() / FAST_TICKS);
        try (StreamStudio studio = new StreamStudio(new Java2dRenderer(), HD30, FAST_TICKS)) {
            studio.perform(wall / STRETCHES);
            for (int stretch = 1; stretch <= STRETCHES; stretch++) {
                long allocated = allocatedBytes();
                Stretch made = studio.perform(wall / STRETCHES);
                figures.put("stream.frames_" + stretch, made.frames());
                figures.put(
                        "stream.allocated_kb_a_frame_" + stretch, (allocatedBytes() - allocated) / 1e3 / made.frames());
                figures.put("stream.live_heap_mb_" + stretch, Processes.liveHeapMegabytes(pid));
                figures.put("stream.resident_mb_" + stretch, Processes.residentMegabytes(pid));
            }
        }
    }

    /** By the threads of the stream that live now. */
    private static long allocatedBytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] ids = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("sothebais-"))
                .mapToLong(Thread::getId)
                .toArray();
        return Arrays.stream(threads.getThreadAllocatedBytes(ids)).sum();
    }

    private static double cpuSeconds() throws IOException {
        return Processes.cpuSeconds(ProcessHandle.current().pid());
    }
}
