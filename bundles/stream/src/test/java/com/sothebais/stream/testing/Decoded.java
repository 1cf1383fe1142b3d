package com.sothebais.stream.testing;

import static com.sothebais.stream.media.NativeMedia.check;

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

/**
 * A file, decoded whole.
 *
 * @param pictureSeconds when each picture is shown
 * @param luma the middle row of each picture
 * @param loudness root mean square of each decoded block of sound
 */
public record Decoded(
        int width,
        int height,
        int colorspace,
        List<Double> pictureSeconds,
        List<byte[]> luma,
        List<Double> soundSeconds,
        List<Double> loudness) {

    public static Decoded file(Path file) {
        Decoded decoded =
                new Decoded(0, 0, 0, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        AVFormatContext context = new AVFormatContext(null);
        check(
                avformat.avformat_open_input(context, file.toString(), null, (AVDictionary) null),
                "open the file " + file);
        try {
            check(avformat.avformat_find_stream_info(context, (PointerPointer<?>) null), "read " + file);
            List<AVCodecContext> decoders = new ArrayList<>();
            for (int i = 0; i < context.nb_streams(); i++) {
                decoders.add(decoder(context.streams(i)));
            }
            decoded.readAll(context, decoders);
            AVCodecContext video = decoders.get(0);
            Decoded result = new Decoded(
                    video.width(),
                    video.height(),
                    video.colorspace(),
                    decoded.pictureSeconds,
                    decoded.luma,
                    decoded.soundSeconds,
                    decoded.loudness);
            decoders.forEach(avcodec::avcodec_free_context);
            return result;
        } finally {
            avformat.avformat_close_input(context);
        }
    }

    /** The longest time between two pictures, in seconds. */
    public double longestGap() {
        double longest = 0;
        for (int i = 1; i < pictureSeconds.size(); i++) {
            longest = Math.max(longest, pictureSeconds.get(i) - pictureSeconds.get(i - 1));
        }
        return longest;
    }

    private static AVCodecContext decoder(AVStream stream) {
        AVCodecContext decoder = avcodec.avcodec_alloc_context3(null);
        check(avcodec.avcodec_parameters_to_context(decoder, stream.codecpar()), "describe the decoder");
        check(
                avcodec.avcodec_open2(decoder, avcodec.avcodec_find_decoder(decoder.codec_id()), (AVDictionary) null),
                "open the decoder");
        return decoder;
    }

    private void readAll(AVFormatContext context, List<AVCodecContext> decoders) {
        AVPacket packet = avcodec.av_packet_alloc();
        AVFrame frame = avutil.av_frame_alloc();
        while (avformat.av_read_frame(context, packet) >= 0) {
            AVStream stream = context.streams(packet.stream_index());
            take(decoders.get(packet.stream_index()), packet, frame, stream);
            avcodec.av_packet_unref(packet);
        }
        for (int i = 0; i < decoders.size(); i++) {
            take(decoders.get(i), null, frame, context.streams(i));
        }
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
    }

    private void take(AVCodecContext decoder, AVPacket packet, AVFrame frame, AVStream stream) {
        check(avcodec.avcodec_send_packet(decoder, packet), "decode");
        while (avcodec.avcodec_receive_frame(decoder, frame) >= 0) {
            double seconds = frame.pts()
                    * (double) stream.time_base().num()
                    / stream.time_base().den();
            if (stream.codecpar().codec_type() == avutil.AVMEDIA_TYPE_VIDEO) {
                byte[] row = new byte[frame.width()];
                new BytePointer(frame.data(0))
                        .position((long) frame.height() / 2 * frame.linesize(0))
                        .get(row);
                pictureSeconds.add(seconds);
                luma.add(row);
            } else {
                float[] samples = new float[frame.nb_samples()];
                new FloatPointer(frame.data(0)).get(samples);
                double squares = 0;
                for (float sample : samples) {
                    squares += sample * sample;
                }
                soundSeconds.add(seconds);
                loudness.add(Math.sqrt(squares / samples.length));
            }
        }
    }
}
