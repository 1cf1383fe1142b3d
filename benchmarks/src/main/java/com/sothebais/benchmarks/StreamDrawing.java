package com.sothebais.benchmarks;

import static com.sothebais.stream.media.NativeMedia.check;

import com.sothebais.api.stream.Canvas;
import com.sothebais.api.stream.Pictures;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.Size;
import com.sothebais.render.java2d.internal.Java2dRenderer;
import com.sothebais.stream.scene.Damage;
import com.sothebais.stream.video.DrawnPictures;
import com.sothebais.stream.video.VideoFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.DoublePointer;

/** What the pipeline spares itself: whole pictures drawn, whole pictures converted, and the command line of ffmpeg. */
final class StreamDrawing {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 300;

    private StreamDrawing() {}

    /** @param pipeline milliseconds of processor time that the pipeline takes a frame */
    static void measure(VideoFormat format, double pipeline, Figures figures) throws IOException, InterruptedException {
        try (CapturedScene captured = new CapturedScene(format)) {
            Scene scene = captured.take();
            double full = fullRedraw(scene, captured.show());
            figures.put("stream.full_redraw_ms", full);
            figures.put("stream.damage_gain", full / figures.get("stream.draw_ms_a_frame_720p30"));
            double swscale = swscale(format.size());
            figures.put("stream.swscale_ms", swscale);
            figures.put("stream.convert_share", figures.get("stream.convert_ms_a_frame_720p30") / swscale);
            if (FfmpegPeer.installed()) {
                double peer = new FfmpegPeer(StreamStudio.directory(), scene, format, captured.show()).millisAFrame();
                figures.put("stream.ffmpeg_ms_a_frame_720p30", peer);
                figures.put("stream.ffmpeg_ratio_720p30", pipeline / peer);
            } else {
                System.out.println("  no figures of ffmpeg: apt-get install ffmpeg");
            }
        }
    }

    private static double fullRedraw(Scene scene, StreamShow show) {
        Pictures pictures = new DrawnPictures(show);
        try (Canvas canvas = new Java2dRenderer().open(scene.size(), pictures)) {
            double last = 0;
            // The first round is for the compiler.
            for (int round = 0; round < 2; round++) {
                long begin = THREADS.getCurrentThreadCpuTime();
                for (int i = 0; i < ROUNDS; i++) {
                    canvas.draw(scene, Damage.all(scene.size()));
                }
                last = (THREADS.getCurrentThreadCpuTime() - begin) / 1e6 / ROUNDS;
            }
            return last;
        }
    }

    private static double swscale(Size size) {
        AVFrame from = frame(size, avutil.AV_PIX_FMT_BGRA);
        AVFrame to = frame(size, avutil.AV_PIX_FMT_YUV420P);
        SwsContext context = swscale.sws_getContext(
                size.width(),
                size.height(),
                avutil.AV_PIX_FMT_BGRA,
                size.width(),
                size.height(),
                avutil.AV_PIX_FMT_YUV420P,
                swscale.SWS_FAST_BILINEAR,
                (SwsFilter) null,
                (SwsFilter) null,
                (DoublePointer) null);
        long begin = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < ROUNDS; i++) {
            check(
                    swscale.sws_scale(
                            context, from.data(), from.linesize(), 0, size.height(), to.data(), to.linesize()),
                    "convert");
        }
        double millis = (THREADS.getCurrentThreadCpuTime() - begin) / 1e6 / ROUNDS;
        swscale.sws_freeContext(context);
        avutil.av_frame_free(from);
        avutil.av_frame_free(to);
        return millis;
    }

    private static AVFrame frame(Size size, int format) {
        AVFrame frame = avutil.av_frame_alloc();
        frame.format(format);
        frame.width(size.width());
        frame.height(size.height());
        check(avutil.av_frame_get_buffer(frame, 64), "allocate a picture");
        return frame;
    }
}
