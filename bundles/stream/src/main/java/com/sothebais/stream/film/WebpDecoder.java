package com.sothebais.stream.film;

import static com.sothebais.stream.media.NativeMedia.check;

import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.print.Print;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/** Decodes WebP pictures that do not move. One thread at a time. */
final class WebpDecoder implements AutoCloseable {
    /** From here on making it smaller in Java takes longer than decoding it. */
    private static final int NATIVE_FROM_PIXELS = 1_000_000;

    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVFrame frame = avutil.av_frame_alloc();
    private final AVCodecContext decoder;
    private final AVFrame sheet = avutil.av_frame_alloc();
    private IntPointer canvas;
    private Scaler place;
    private Scaler scaler = new Scaler(1, 1);
    private int width = 1;
    private int height = 1;

    WebpDecoder() {
        AVCodec codec = check(avcodec.avcodec_find_decoder(avcodec.AV_CODEC_ID_WEBP), "find the decoder of WebP");
        decoder = check(avcodec.avcodec_alloc_context3(codec), "make a decoder");
        decoder.thread_count(1);
        decoder.max_pixels(FilmReader.FIRST_PIXELS_MAX);
        check(avcodec.avcodec_open2(decoder, codec, (AVDictionary) null), "decode WebP");
    }

    /**
     * @return premultiplied
     * @throws MediaException when it is damaged or has another size
     */
    Print decode(byte[] picture, int across, int down) {
        check(avcodec.av_new_packet(packet, picture.length), "have room for a picture");
        try {
            packet.data().put(picture, 0, picture.length);
            check(avcodec.avcodec_send_packet(decoder, packet), "decode a frame");
            check(avcodec.avcodec_receive_frame(decoder, frame), "decode a frame");
        } finally {
            avcodec.av_packet_unref(packet);
        }
        try {
            if (frame.width() != across || frame.height() != down) {
                throw new MediaException(
                        "a frame of " + across + "x" + down + " has " + frame.width() + "x" + frame.height()
                                + " pixels; export it again",
                        0);
            }
            // WebP knows no other colours than those of standard definition, however large it is.
            if (frame.colorspace() == avutil.AVCOL_SPC_UNSPECIFIED) {
                frame.colorspace(avutil.AVCOL_SPC_SMPTE170M);
            }
            return scaler(across, down).print(frame);
        } finally {
            avutil.av_frame_unref(frame);
        }
    }

    /**
     * A whole canvas for a place.
     *
     * @param pixels premultiplied; not kept
     */
    Print fitted(int[] pixels, int width, int height, int across, int down) {
        int all = 0xFF000000;
        for (int pixel : pixels) {
            all &= pixel;
        }
        if (all != 0xFF000000 || pixels.length < NATIVE_FROM_PIXELS) {
            return Print.of(width, height, pixels.clone(), across, down);
        }
        if (place == null) {
            place = new Scaler(across, down);
            canvas = new IntPointer((long) width * height);
        }
        canvas.put(pixels);
        sheet.data(0, new BytePointer(canvas));
        sheet.linesize(0, width * Integer.BYTES);
        sheet.width(width);
        sheet.height(height);
        sheet.format(avutil.AV_PIX_FMT_BGR0);
        // As the prints are, so that nothing is changed but the size.
        sheet.colorspace(avutil.AVCOL_SPC_BT709);
        sheet.color_range(avutil.AVCOL_RANGE_JPEG);
        try {
            return place.print(sheet);
        } finally {
            sheet.data(0, null);
        }
    }

    private Scaler scaler(int across, int down) {
        if (across != width || down != height) {
            scaler.close();
            scaler = new Scaler(across, down);
            width = across;
            height = down;
        }
        return scaler;
    }

    @Override
    public void close() {
        scaler.close();
        if (place != null) {
            place.close();
            canvas.close();
        }
        avutil.av_frame_free(sheet);
        avcodec.avcodec_free_context(decoder);
        avcodec.av_packet_free(packet);
        avutil.av_frame_free(frame);
    }
}
