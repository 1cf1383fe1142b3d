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
    private static final int UNIT_TYPE = 0x1F;
    private static final int SEQUENCE_PARAMETERS = 7;

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

    /** Parameter sets of a video track with start codes; a decoder reads them before the first picture. */
    public byte[] headers() {
        byte[] bytes = new byte[parameters.extradata_size()];
        parameters.extradata().get(bytes);
        return bytes;
    }

    /** Name of H.264 as in RFC 6381, {@code avc1.} with profile, constraints and level of the parameter sets. */
    public String codec() {
        byte[] headers = headers();
        for (int i = 0; i + 7 < headers.length; i++) {
            boolean start = headers[i] == 0 && headers[i + 1] == 0 && headers[i + 2] == 1;
            if (start && (headers[i + 3] & UNIT_TYPE) == SEQUENCE_PARAMETERS) {
                return String.format("avc1.%02x%02x%02x", headers[i + 4], headers[i + 5], headers[i + 6]);
            }
        }
        throw new MediaException("the video encoder gave no sequence parameter set", 0);
    }

    @Override
    public void close() {
        avcodec.avcodec_parameters_free(parameters);
    }
}
