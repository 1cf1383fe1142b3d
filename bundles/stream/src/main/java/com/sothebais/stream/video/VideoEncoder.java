package com.sothebais.stream.video;

import static com.sothebais.stream.media.NativeMedia.check;
import static com.sothebais.stream.media.NativeMedia.option;

import com.sothebais.api.stream.Area;
import com.sothebais.stream.media.Packet;
import com.sothebais.stream.media.Packet.Track;
import com.sothebais.stream.media.TrackFormat;
import com.sothebais.stream.video.PixelConverter.Planes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/**
 * Encodes one picture, which it keeps and changes in rectangles, to H.264: one packet for each call, without delay. Holds native
 * memory until closed. Used by one thread.
 */
public final class VideoEncoder implements AutoCloseable {
    private static final int ALIGNMENT = 64;

    private final VideoFormat format;
    private final Codec kind;
    private final PixelConverter converter;
    private final AVCodecContext context;
    private final AVFrame frame;
    private final AVPacket packet;
    private final Optional<ChangeHints> hints;
    private Planes planes;

    /** Encodes on the processor. */
    public VideoEncoder(VideoFormat format) {
        this(format, Codec.X264);
    }

    /** @throws com.sothebais.stream.media.MediaException when it is not there or refuses the format */
    public VideoEncoder(VideoFormat format, Codec kind) {
        this(format, kind, kind.takesHints());
    }

    /** Encodes on the processor and has to find out by itself what changed, as an encoder that is given a film: to compare with. */
    public static VideoEncoder unaware(VideoFormat format) {
        return new VideoEncoder(format, Codec.X264, false);
    }

    private VideoEncoder(VideoFormat format, Codec kind, boolean hinted) {
        this.format = format;
        this.kind = kind;
        this.converter = new PixelConverter(format.size());
        AVCodec codec =
                check(avcodec.avcodec_find_encoder_by_name(kind.library()), "find the encoder " + kind.library());
        this.context = check(avcodec.avcodec_alloc_context3(codec), "allocate the video encoder");
        this.frame = check(avutil.av_frame_alloc(), "allocate a picture");
        this.packet = check(avcodec.av_packet_alloc(), "allocate a packet");
        try {
            open(codec);
            frame.format(avutil.AV_PIX_FMT_YUV420P);
            frame.width(format.size().width());
            frame.height(format.size().height());
            check(avutil.av_frame_get_buffer(frame, ALIGNMENT), "allocate the pixels of a picture");
            this.planes = planes();
            this.hints = hinted ? Optional.of(new ChangeHints(frame, format.size())) : Optional.empty();
        } catch (RuntimeException e) {
            free();
            throw e;
        }
    }

    private void open(AVCodec codec) {
        context.width(format.size().width()).height(format.size().height()).pix_fmt(avutil.AV_PIX_FMT_YUV420P);
        context.time_base().num(1).den(format.fps());
        context.framerate().num(format.fps()).den(1);
        long bits = format.kbps() * 1_000L;
        context.bit_rate(bits).rc_max_rate(bits).rc_buffer_size((int) (bits / 2));
        context.gop_size(format.keyframeFrames()).max_b_frames(0).thread_count(format.threads());
        context.flags(context.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
        context.colorspace(avutil.AVCOL_SPC_BT709)
                .color_primaries(avutil.AVCOL_PRI_BT709)
                .color_trc(avutil.AVCOL_TRC_BT709)
                .color_range(avutil.AVCOL_RANGE_MPEG);
        AVDictionary options = new AVDictionary(null);
        try {
            kind.options(format).forEach((key, value) -> option(options, key, value));
            check(avcodec.avcodec_open2(context, codec, options), "open the encoder " + kind.library());
        } finally {
            avutil.av_dict_free(options);
        }
    }

    /** FFmpeg's name of this encoder. */
    public String name() {
        return kind.library();
    }

    /** What outputs must know of this track; the caller closes it. */
    public TrackFormat track() {
        return new TrackFormat(context, format.fps());
    }

    /** Takes over the changed rectangles of a picture: even edges, inside it, 0xFFRRGGBB. */
    public void paint(int[] pixels, List<Area> areas) {
        if (avutil.av_frame_is_writable(frame) == 0) {
            // The encoder still holds the last picture, so the library gives us a copy to change.
            check(avutil.av_frame_make_writable(frame), "change a picture");
            planes = planes();
            hints.ifPresent(hint -> hint.attach(frame));
        }
        for (Area area : areas) {
            converter.convert(pixels, area, planes);
        }
        hints.ifPresent(hint -> hint.add(areas));
    }

    private Planes planes() {
        int height = format.size().height();
        return new Planes(
                plane(0, height),
                plane(1, height / 2),
                plane(2, height / 2),
                frame.linesize(0),
                frame.linesize(1),
                frame.linesize(2));
    }

    private ByteBuffer plane(int index, int rows) {
        BytePointer memory = new BytePointer(frame.data(index));
        return memory.capacity((long) frame.linesize(index) * rows).asByteBuffer();
    }

    /**
     * Encodes the picture as it is now.
     *
     * @param index of the frame; higher than the one before
     * @return the packet; empty only if the encoder held it back, which it does not with these settings
     */
    public Optional<Packet> encode(long index, boolean asKeyframe) {
        frame.pts(index);
        frame.duration(1);
        frame.pict_type(asKeyframe ? avutil.AV_PICTURE_TYPE_I : avutil.AV_PICTURE_TYPE_NONE);
        hints.ifPresent(ChangeHints::write);
        check(avcodec.avcodec_send_frame(context, frame), "encode frame ", index);
        return receive();
    }

    /**
     * Tells the encoder that no picture comes any more; one that comes all the same is refused.
     *
     * @return what it held back, which is nothing with these settings
     */
    public List<Packet> finish() {
        check(avcodec.avcodec_send_frame(context, null), "finish encoding");
        List<Packet> held = new ArrayList<>();
        for (Optional<Packet> next = receive(); next.isPresent(); next = receive()) {
            held.add(next.get());
        }
        return held;
    }

    private Optional<Packet> receive() {
        int answer = avcodec.avcodec_receive_packet(context, packet);
        if (answer == avutil.AVERROR_EAGAIN() || answer == avutil.AVERROR_EOF()) {
            return Optional.empty();
        }
        check(answer, "fetch an encoded picture");
        byte[] data = new byte[packet.size()];
        packet.data().get(data);
        boolean key = (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
        Packet encoded = new Packet(Track.VIDEO, packet.pts(), 1, key, data);
        avcodec.av_packet_unref(packet);
        return Optional.of(encoded);
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
