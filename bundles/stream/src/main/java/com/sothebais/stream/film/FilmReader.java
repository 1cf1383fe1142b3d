package com.sothebais.stream.film;

import static com.sothebais.stream.media.NativeMedia.check;

import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.media.NativeMedia;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * The pictures of a film, one after the other and round after round. Reads one file with one reader and one decoder, without
 * probing, and nothing that the file refers to. One thread at a time.
 */
public final class FilmReader implements Footage {
    /** A larger film would take the processor from the show, so it does not play. */
    public static final long PIXELS_MAX = 1_920L * 1_088;

    /** Of a film up to here there is at least its first picture; decoding a larger one would fill the memory. */
    static final long FIRST_PIXELS_MAX = 4_096L * 2_304;

    /** Pictures closer than this to the one before are decoded and not shown. */
    private static final long STEP_MIN_MICROS = 25_000;

    /** A film with more pictures a second would keep a processor to itself. */
    private static final int RATE_MAX = 65;

    /** A picture that does not say how long it stays. */
    private static final long STEP_MICROS = 40_000;

    /** A picture that says it stays longer has a damaged time. */
    private static final long STEP_MAX_MICROS = 3_600_000_000L;

    /** A film with so much damage in a row is given up. */
    private static final int DAMAGED_MAX = 30;

    private static final int STREAMS_MAX = 8;

    /** The flag of a picture with errors in it. */
    private static final int CORRUPT = 1;

    private static final long MICROS = 1_000_000;

    private final AVFormatContext context = new AVFormatContext(null);
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVFrame frame = avutil.av_frame_alloc();
    private final Scaler scaler;
    private AVCodecContext decoder;
    private AVStream stream;
    private int damaged;
    private int width;
    private int height;
    private boolean flushing;
    private long beginMicros = avutil.AV_NOPTS_VALUE;
    private long lastMicros = -STEP_MICROS;
    private long withinMicros;
    private long endMicros;
    private long roundMicros;
    private long number;
    private long shots;

    /**
     * Opens a film.
     *
     * @param across pixels of the place it is shown in @param down of that place
     * @throws MediaException when it cannot be played; the message says why
     */
    public FilmReader(Path file, FilmKind kind, int across, int down) {
        scaler = new Scaler(across, down);
        try {
            open(file, kind);
        } catch (MediaException e) {
            close();
            throw e;
        }
    }

    private void open(Path file, FilmKind kind) {
        AVInputFormat format = check(avformat.av_find_input_format(kind.format()), "find the reader of " + kind);
        AVDictionary options = new AVDictionary();
        try {
            // A file that names other files or addresses must not lead anywhere.
            NativeMedia.option(options, "protocol_whitelist", "file");
            NativeMedia.option(options, "format_whitelist", kind.format());
            NativeMedia.option(options, "codec_whitelist", kind.codecs());
            NativeMedia.option(options, "max_streams", Integer.toString(STREAMS_MAX));
            check(avformat.avformat_open_input(context, "file:" + file.toAbsolutePath(), format, options), "read it");
        } finally {
            avutil.av_dict_free(options);
        }
        stream = pictures();
        for (int i = 0; i < context.nb_streams(); i++) {
            if (i != stream.index()) {
                context.streams(i).discard(avcodec.AVDISCARD_ALL);
            }
        }
        checkSize(stream.codecpar().width(), stream.codecpar().height());
        AVCodec codec = avcodec.avcodec_find_decoder(stream.codecpar().codec_id());
        String name = avcodec.avcodec_get_name(stream.codecpar().codec_id()).getString();
        if (codec == null || codec.isNull()) {
            throw new MediaException("it is coded as " + name + ", which is not played; export it as H.264", 0);
        }
        decoder = check(avcodec.avcodec_alloc_context3(codec), "make a decoder");
        check(avcodec.avcodec_parameters_to_context(decoder, stream.codecpar()), "describe its pictures");
        decoder.thread_count(1);
        decoder.max_pixels(FIRST_PIXELS_MAX);
        AVDictionary limits = new AVDictionary();
        try {
            NativeMedia.option(limits, "codec_whitelist", kind.codecs());
            check(avcodec.avcodec_open2(decoder, codec, limits), "decode " + name);
        } finally {
            avutil.av_dict_free(limits);
        }
    }

    private AVStream pictures() {
        for (int i = 0; i < context.nb_streams(); i++) {
            AVStream one = context.streams(i);
            boolean cover = (one.disposition() & avformat.AV_DISPOSITION_ATTACHED_PIC) != 0;
            if (one.codecpar().codec_type() == avutil.AVMEDIA_TYPE_VIDEO && !cover) {
                return one;
            }
        }
        throw new MediaException("it has no pictures", 0);
    }

    private static void checkSize(int width, int height) {
        if ((long) width * height > FIRST_PIXELS_MAX) {
            throw new MediaException(tooLarge(width, height), 0);
        }
    }

    static String tooLarge(int width, int height) {
        return "it has " + width + "x" + height + " pixels, and films of up to " + PIXELS_MAX + " play; scale it down";
    }

    @Override
    public Optional<String> refusal() {
        return (long) width * height > PIXELS_MAX ? Optional.of(tooLarge(width, height)) : Optional.empty();
    }

    @Override
    public Optional<Shot> next(long fromMicros) {
        while (true) {
            int answer = avcodec.avcodec_receive_frame(decoder, frame);
            if (answer == avutil.AVERROR_EOF()) {
                return Optional.empty();
            }
            if (answer >= 0) {
                Optional<Shot> shot = shot(fromMicros);
                avutil.av_frame_unref(frame);
                if (shot.isPresent()) {
                    return shot;
                }
            } else if (answer == avutil.AVERROR_EAGAIN()) {
                feed();
            } else {
                damage(answer);
            }
        }
    }

    private void feed() {
        if (flushing) {
            throw new MediaException("it ends in the middle of a picture", 0);
        }
        int answer = avformat.av_read_frame(context, packet);
        if (answer < 0) {
            // The end of the file, or of what can be read of it; what the decoder still has is shown.
            flushing = true;
            avcodec.avcodec_send_packet(decoder, null);
            return;
        }
        try {
            if (packet.stream_index() == stream.index()) {
                int taken = avcodec.avcodec_send_packet(decoder, packet);
                if (taken < 0 && taken != avutil.AVERROR_EAGAIN()) {
                    damage(taken);
                }
            }
        } finally {
            avcodec.av_packet_unref(packet);
        }
    }

    private void damage(int answer) {
        damaged++;
        if (damaged > DAMAGED_MAX) {
            check(answer, "decode it any further");
        }
    }

    private Optional<Shot> shot(long fromMicros) {
        boolean broken = (frame.flags() & CORRUPT) != 0 || frame.decode_error_flags() != 0;
        if (broken) {
            damage(avutil.AVERROR_INVALIDDATA());
            return Optional.empty();
        }
        damaged = 0;
        number++;
        width = frame.width();
        height = frame.height();
        long due = due();
        if (number % RATE_MAX == 0) {
            checkRate();
        }
        if (due - lastMicros < STEP_MIN_MICROS && shots > 0 || due < fromMicros) {
            return Optional.empty();
        }
        lastMicros = due;
        shots++;
        return Optional.of(new Shot(shots, due, scaler.print(frame)));
    }

    private void checkRate() {
        if (number * MICROS > RATE_MAX * Math.max(endMicros, 1)) {
            throw new MediaException("it has more than " + RATE_MAX + " pictures a second; export it with 30", 0);
        }
    }

    /** From the beginning of the first round; never earlier than the picture before. */
    private long due() {
        long time = micros(frame.best_effort_timestamp());
        if (beginMicros == avutil.AV_NOPTS_VALUE) {
            beginMicros = time == avutil.AV_NOPTS_VALUE ? 0 : time;
        }
        boolean told = time != avutil.AV_NOPTS_VALUE
                && time - beginMicros >= withinMicros
                && time - beginMicros < endMicros + STEP_MAX_MICROS;
        long within = told ? time - beginMicros : endMicros;
        withinMicros = within;
        long stays = micros(frame.duration());
        endMicros = within + (stays > 0 && stays < STEP_MAX_MICROS ? stays : STEP_MICROS);
        return roundMicros + within;
    }

    private long micros(long time) {
        AVRational base = stream.time_base();
        if (time == avutil.AV_NOPTS_VALUE || base.num() < 1 || base.den() < 1) {
            return avutil.AV_NOPTS_VALUE;
        }
        return avutil.av_rescale(time, MICROS * base.num(), base.den());
    }

    @Override
    public boolean rewind() {
        if (number == 0) {
            throw new MediaException("none of its pictures can be decoded", 0);
        }
        checkRate();
        roundMicros += endMicros;
        endMicros = 0;
        withinMicros = 0;
        beginMicros = avutil.AV_NOPTS_VALUE;
        number = 0;
        flushing = false;
        avcodec.avcodec_flush_buffers(decoder);
        check(
                avformat.av_seek_frame(context, stream.index(), 0, avformat.AVSEEK_FLAG_BACKWARD),
                "go back to its beginning");
        return true;
    }

    @Override
    public void close() {
        scaler.close();
        if (decoder != null) {
            avcodec.avcodec_free_context(decoder);
            decoder = null;
        }
        if (!context.isNull()) {
            avformat.avformat_close_input(context);
        }
        avcodec.av_packet_free(packet);
        avutil.av_frame_free(frame);
    }
}
