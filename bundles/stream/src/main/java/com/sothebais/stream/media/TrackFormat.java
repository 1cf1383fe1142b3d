package com.sothebais.stream.media;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;

/**
 * What a file or connection must know of a track before its first packet. Holds native memory until closed; reading is
 * thread-safe.
 */
public final class TrackFormat implements AutoCloseable {
    private final AVCodecParameters parameters;
    private final int rate;

    /**
     * Copies what an opened encoder says.
     *
     * @param rate units of a packet's timestamp in a second
     */
    public TrackFormat(AVCodecContext encoder, int rate) {
        this.rate = rate;
        this.parameters = NativeMedia.check(avcodec.avcodec_parameters_alloc(), "allocate the parameters of a track");
        NativeMedia.check(
                avcodec.avcodec_parameters_from_context(parameters, encoder), "read the parameters of a track");
    }

    public int rate() {
        return rate;
    }

    /** Describes the track to a muxer's stream. */
    public void describe(AVStream stream) {
        NativeMedia.check(avcodec.avcodec_parameters_copy(stream.codecpar(), parameters), "describe a track");
        stream.codecpar().codec_tag(0);
        stream.time_base().num(1).den(rate);
    }

    @Override
    public void close() {
        avcodec.avcodec_parameters_free(parameters);
    }
}
