package com.sothebais.stream.sound;

import static com.sothebais.stream.media.NativeMedia.check;
import static com.sothebais.stream.media.NativeMedia.option;

import com.sothebais.api.agent.Speech;
import com.sothebais.stream.media.Packet;
import com.sothebais.stream.media.Packet.Track;
import com.sothebais.stream.media.TrackFormat;
import java.nio.FloatBuffer;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Encodes stereo blocks to AAC. A packet's timestamp is that of its sound: the encoder's priming puts the first one before zero.
 * Holds native memory until closed. Used by one thread.
 */
public final class AudioEncoder implements AutoCloseable {

    /** Samples of each channel in a block. */
    public static final int BLOCK = 1_024;

    /** Samples that must have been fed beyond an instant until the packet of that instant is out: priming and lookahead. */
    public static final int DELAY_SAMPLES = 2 * BLOCK;

    /** What speech over music comes to; a quiet bed takes less. */
    private static final int BITS_A_SECOND = 128_000;

    /** The quality, in the library's units, that comes to that rate. */
    private static final int QUALITY = 200;

    /** The band above costs a tenth of the work; voices end far below, and so does what streaming platforms pass on. */
    private static final int CUTOFF_HERTZ = 16_000;

    private static final int CHANNELS = 2;

    private final AVCodecContext context;
    private final AVFrame frame;
    private final AVPacket packet;
    private FloatBuffer leftPlane;
    private FloatBuffer rightPlane;

    public AudioEncoder() {
        AVCodec codec = check(avcodec.avcodec_find_encoder(avcodec.AV_CODEC_ID_AAC), "find the AAC encoder");
        this.context = check(avcodec.avcodec_alloc_context3(codec), "allocate the sound encoder");
        this.frame = check(avutil.av_frame_alloc(), "allocate a block of sound");
        this.packet = check(avcodec.av_packet_alloc(), "allocate a packet");
        try {
            open(codec);
        } catch (RuntimeException e) {
            free();
            throw e;
        }
    }

    private void open(AVCodec codec) {
        context.sample_rate(Speech.SAMPLE_RATE_HZ)
                .sample_fmt(avutil.AV_SAMPLE_FMT_FLTP)
                .bit_rate(BITS_A_SECOND);
        avutil.av_channel_layout_default(context.ch_layout(), CHANNELS);
        context.time_base().num(1).den(Speech.SAMPLE_RATE_HZ);
        context.flags(context.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
        // A fixed quality comes to about the same bits, and spares the search for the quality that meets them, twice as
        // dear.
        context.flags(context.flags() | avcodec.AV_CODEC_FLAG_QSCALE).global_quality(QUALITY);
        AVDictionary options = new AVDictionary(null);
        try {
            option(options, "aac_coder", "fast");
            // A host stands in the middle, so what both channels share is always worth being written once.
            option(options, "aac_ms", "1");
            context.cutoff(CUTOFF_HERTZ);
            // At this rate these tools find next to nothing to save.
            option(options, "aac_tns", "0");
            option(options, "aac_is", "0");
            option(options, "aac_pns", "0");
            check(avcodec.avcodec_open2(context, codec, options), "open the AAC encoder");
        } finally {
            avutil.av_dict_free(options);
        }
        if (context.frame_size() != BLOCK) {
            throw new IllegalStateException("expected AAC blocks of " + BLOCK + ", got " + context.frame_size());
        }
        frame.format(avutil.AV_SAMPLE_FMT_FLTP);
        frame.sample_rate(Speech.SAMPLE_RATE_HZ);
        frame.nb_samples(BLOCK);
        check(avutil.av_channel_layout_copy(frame.ch_layout(), context.ch_layout()), "set the channels");
        check(avutil.av_frame_get_buffer(frame, 0), "allocate the samples of a block");
        findPlanes();
    }

    private void findPlanes() {
        leftPlane = plane(0);
        rightPlane = plane(1);
    }

    private FloatBuffer plane(int channel) {
        return new FloatPointer(frame.data(channel)).capacity(BLOCK).asBuffer();
    }

    /** What outputs must know of this track; the caller closes it. */
    public TrackFormat track() {
        return new TrackFormat(context, Speech.SAMPLE_RATE_HZ);
    }

    /**
     * Encodes a block.
     *
     * @param start its first sample, counted since the start of the feed
     * @param left {@link #BLOCK} samples, -1 to 1
     */
    public void encode(long start, float[] left, float[] right, Consumer<Packet> packets) {
        if (left.length != BLOCK || right.length != BLOCK) {
            throw new IllegalArgumentException("expected blocks of " + BLOCK + " samples, got " + left.length);
        }
        if (avutil.av_frame_is_writable(frame) == 0) {
            check(avutil.av_frame_make_writable(frame), "change a block of sound");
            findPlanes();
        }
        leftPlane.put(0, left);
        rightPlane.put(0, right);
        frame.pts(start);
        check(avcodec.avcodec_send_frame(context, frame), "encode sound at ", start);
        int answer = avcodec.avcodec_receive_packet(context, packet);
        while (answer != avutil.AVERROR_EAGAIN()) {
            check(answer, "fetch sound at ", start);
            byte[] data = new byte[packet.size()];
            packet.data().get(data);
            packets.accept(new Packet(Track.AUDIO, packet.pts(), BLOCK, true, data));
            avcodec.av_packet_unref(packet);
            answer = avcodec.avcodec_receive_packet(context, packet);
        }
    }

    @Override
    public void close() {
        free();
    }

    private void free() {
        avcodec.av_packet_free(packet);
        avutil.av_frame_free(frame);
        avcodec.avcodec_free_context(context);
    }
}
