package com.sothebais.stream.output;

import static com.sothebais.stream.media.NativeMedia.check;
import static com.sothebais.stream.media.NativeMedia.option;

import com.sothebais.stream.media.Packet;
import com.sothebais.stream.media.Packet.Track;
import com.sothebais.stream.media.TrackFormat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.LongPointer;

/**
 * Writes packets into a container: fragmented MP4, HLS or FLV over RTMP. Its time starts at zero with the first packet and goes on
 * when it is opened again, so that a server sees one broadcast with a gap.
 */
final class Muxer implements Sink {

    /** How long one open, write or close may wait for the other side. */
    static final Duration WAIT_MAX = Duration.ofSeconds(10);

    // A broken connection takes nothing any more; saying good-bye to it must not keep the next one waiting.
    private static final Duration BROKEN_WAIT = Duration.ofMillis(500);
    // After an interruption what is queued may still leave, if the other side takes it.
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Target target;
    private final List<TrackFormat> tracks;
    // One word that native code reads back through the interrupt callback: when the present call must be over.
    private final LongPointer deadline = new LongPointer(1);
    private AVFormatContext context;
    private AVIOInterruptCB interrupt;
    private AVPacket packet;
    private AVRational[] rates = {};
    private boolean headerWritten;
    private boolean broken;
    // When everything must be over, as in the deadline; 0 while nobody wants an end.
    private volatile long lastMoment;
    private Optional<Origin> origin = Optional.empty();

    /** @param tracks video and sound, in this order */
    Muxer(Target target, List<TrackFormat> tracks) {
        if (tracks.size() != Track.values().length) {
            throw new IllegalArgumentException("expected video and sound, got " + tracks.size() + " tracks");
        }
        this.target = target;
        this.tracks = List.copyOf(tracks);
        deadline.put(0);
    }

    /**
     * The time of the first packet. Kept in its own units: rounded to microseconds it would lie between two pictures, the first
     * picture would come a frame late, and FLV refuses sound that is earlier than the first packet.
     *
     * @param rate units in a second
     */
    record Origin(long timestamp, int rate) {
        /** In the units of another track, rounded down, so that nothing becomes earlier than the first packet. */
        long in(int otherRate) {
            return Math.floorDiv(timestamp * otherRate, (long) rate);
        }
    }

    /** Where its time begins; goes on in another muxer for the same target. Empty before the first packet. */
    Optional<Origin> origin() {
        return origin;
    }

    void origin(Optional<Origin> known) {
        origin = known;
    }

    @Override
    public void open() {
        waitAtMost(WAIT_MAX);
        AVFormatContext opened = new AVFormatContext(null);
        check(
                avformat.avformat_alloc_output_context2(opened, null, target.format(), target.address()),
                "prepare " + target.name() + " as " + target.format());
        context = opened;
        packet = check(avcodec.av_packet_alloc(), "allocate a packet");
        interrupt = new AVIOInterruptCB().callback(Deadline.CALLBACK).opaque(deadline);
        context.interrupt_callback(interrupt);
        rates = new AVRational[tracks.size()];
        for (int i = 0; i < tracks.size(); i++) {
            AVStream stream = check(avformat.avformat_new_stream(context, null), "add a track to " + target.name());
            tracks.get(i).describe(stream);
            rates[i] = new AVRational().num(1).den(tracks.get(i).rate());
        }
        connect();
        // A packet must leave at once, not when a buffer is full.
        context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_FLUSH_PACKETS);
        AVDictionary options = options(target.options().container());
        try {
            check(avformat.avformat_write_header(context, options), "start " + target.name());
            headerWritten = true;
        } finally {
            avutil.av_dict_free(options);
        }
        broken = false;
    }

    private void connect() {
        if ((context.oformat().flags() & avformat.AVFMT_NOFILE) != 0) {
            return;
        }
        AVIOContext connection = new AVIOContext(null);
        AVDictionary options = options(target.options().connection());
        try {
            check(
                    avformat.avio_open2(connection, target.address(), avformat.AVIO_FLAG_WRITE, interrupt, options),
                    "open " + target.shown());
        } finally {
            avutil.av_dict_free(options);
        }
        context.pb(connection);
    }

    private static AVDictionary options(Map<String, String> values) {
        AVDictionary options = new AVDictionary(null);
        values.forEach((key, value) -> option(options, key, value));
        return options;
    }

    @Override
    public void write(Packet source) {
        if (context == null || !headerWritten) {
            throw new IllegalStateException(target.name() + " is not open");
        }
        waitAtMost(WAIT_MAX);
        int track = source.track().ordinal();
        int rate = tracks.get(track).rate();
        if (origin.isEmpty()) {
            origin = Optional.of(new Origin(source.timestamp(), rate));
        }
        long timestamp = source.timestamp() - origin.get().in(rate);
        if (timestamp < 0) {
            return;
        }
        check(avcodec.av_new_packet(packet, source.data().length), "allocate a packet");
        try {
            packet.data().put(source.data());
            packet.stream_index(track);
            packet.pts(timestamp);
            packet.dts(timestamp);
            packet.duration(source.duration());
            packet.flags(source.key() ? avcodec.AV_PKT_FLAG_KEY : 0);
            avcodec.av_packet_rescale_ts(
                    packet, rates[track], context.streams(track).time_base());
            int answer = avformat.av_write_frame(context, packet);
            broken = answer < 0;
            check(answer, "write to " + target.shown());
        } finally {
            avcodec.av_packet_unref(packet);
        }
    }

    @Override
    public void close() {
        if (context == null) {
            return;
        }
        boolean complete = headerWritten && !broken;
        waitAtMost(complete ? WAIT_MAX : BROKEN_WAIT);
        int answer = complete ? avformat.av_write_trailer(context) : 0;
        if ((context.oformat().flags() & avformat.AVFMT_NOFILE) == 0 && context.pb() != null) {
            AVIOContext connection = context.pb();
            int closed = avformat.avio_close(connection);
            context.pb((AVIOContext) null);
            answer = Math.min(answer, closed);
        }
        avformat.avformat_free_context(context);
        avcodec.av_packet_free(packet);
        interrupt.close();
        context = null;
        headerWritten = false;
        check(answer, "complete " + target.shown());
    }

    @Override
    public void interrupt() {
        lastMoment = after(LAST_WORDS);
        deadline.put(lastMoment);
    }

    private void waitAtMost(Duration wait) {
        long last = lastMoment;
        deadline.put(last == 0 ? after(wait) : Math.min(last, after(wait)));
    }

    private static long after(Duration wait) {
        return Math.max(1, System.nanoTime() - Deadline.ORIGIN + wait.toNanos());
    }
}
