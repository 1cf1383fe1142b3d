package com.sothebais.stream.testing;

import static com.sothebais.stream.media.NativeMedia.check;

import com.sothebais.stream.media.NativeMedia;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Plays a file of the stream to somebody who looks and listens, as fast as it can be decoded. */
public final class Playback {
    private Playback() {}

    /** Whoever looks at a file; times are seconds since its beginning. */
    public interface Viewer {
        /** Told once for every track, before anything else. */
        default void track(AVStream stream) {}

        /** Still encoded, in the order of the file. */
        default void packet(double seconds, AVPacket packet, AVStream stream) {}

        default void picture(double seconds, AVFrame frame) {}

        default void sound(double seconds, float[] left, float[] right) {}
    }

    /** Plays the whole file. */
    public static void of(Path file, Viewer viewer) {
        NativeMedia.load(Path.of("target", "native"));
        AVFormatContext context = new AVFormatContext(null);
        check(
                avformat.avformat_open_input(context, file.toString(), null, (AVDictionary) null),
                "open the file " + file);
        try {
            check(avformat.avformat_find_stream_info(context, (PointerPointer<?>) null), "read " + file);
            List<AVCodecContext> decoders = new ArrayList<>();
            for (int i = 0; i < context.nb_streams(); i++) {
                viewer.track(context.streams(i));
                decoders.add(decoder(context.streams(i)));
            }
            play(context, decoders, viewer);
            decoders.forEach(avcodec::avcodec_free_context);
        } finally {
            avformat.avformat_close_input(context);
        }
    }

    /** Brightness of a picture row by row, without what lies behind the end of each row. */
    public static byte[] luma(AVFrame frame) {
        byte[] luma = new byte[frame.width() * frame.height()];
        for (int row = 0; row < frame.height(); row++) {
            new BytePointer(frame.data(0))
                    .position((long) row * frame.linesize(0))
                    .get(luma, row * frame.width(), frame.width());
        }
        return luma;
    }

    private static AVCodecContext decoder(AVStream stream) {
        AVCodecContext decoder = avcodec.avcodec_alloc_context3(null);
        check(avcodec.avcodec_parameters_to_context(decoder, stream.codecpar()), "describe the decoder");
        check(
                avcodec.avcodec_open2(decoder, avcodec.avcodec_find_decoder(decoder.codec_id()), (AVDictionary) null),
                "open the decoder");
        return decoder;
    }

    private static void play(AVFormatContext context, List<AVCodecContext> decoders, Viewer viewer) {
        AVPacket packet = avcodec.av_packet_alloc();
        AVFrame frame = avutil.av_frame_alloc();
        while (avformat.av_read_frame(context, packet) >= 0) {
            AVStream stream = context.streams(packet.stream_index());
            viewer.packet(packet.pts() * unit(stream), packet, stream);
            show(decoders.get(packet.stream_index()), packet, frame, stream, viewer);
            avcodec.av_packet_unref(packet);
        }
        for (int i = 0; i < decoders.size(); i++) {
            show(decoders.get(i), null, frame, context.streams(i), viewer);
        }
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
    }

    private static void show(AVCodecContext decoder, AVPacket packet, AVFrame frame, AVStream stream, Viewer viewer) {
        check(avcodec.avcodec_send_packet(decoder, packet), "decode");
        while (avcodec.avcodec_receive_frame(decoder, frame) >= 0) {
            double seconds = frame.pts() * unit(stream);
            if (stream.codecpar().codec_type() == avutil.AVMEDIA_TYPE_VIDEO) {
                viewer.picture(seconds, frame);
            } else {
                viewer.sound(seconds, channel(frame, 0), channel(frame, 1));
            }
        }
    }

    private static double unit(AVStream stream) {
        return (double) stream.time_base().num() / stream.time_base().den();
    }

    private static float[] channel(AVFrame frame, int index) {
        float[] samples = new float[frame.nb_samples()];
        new FloatPointer(frame.data(index)).get(samples);
        return samples;
    }
}
