package com.sothebais.stream.broadcast;

import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.video.EncoderFactory;
import com.sothebais.stream.video.VideoEncoder;
import com.sothebais.stream.video.VideoFormat;
import java.util.ArrayList;
import java.util.List;

/** Opens real encoders, and can make the newest one fail by ending its stream under it; what fails then is the library. */
final class Breakable implements EncoderFactory {
    private final VideoFormat format;
    private final List<VideoEncoder> opened = new ArrayList<>();
    private int refusals;

    Breakable(VideoFormat format) {
        this.format = format;
    }

    @Override
    public synchronized VideoEncoder open() {
        if (refusals > 0) {
            refusals--;
            throw refusal();
        }
        VideoEncoder encoder = new VideoEncoder(format);
        opened.add(encoder);
        return encoder;
    }

    /** The next picture is refused by the encoder, and then so many attempts to open another. */
    synchronized void breakDown(int refusalsAfterwards) {
        refusals = refusalsAfterwards;
        opened.get(opened.size() - 1).finish();
    }

    synchronized int opened() {
        return opened.size();
    }

    /** The library's own, of settings that it does not know. */
    private MediaException refusal() {
        VideoFormat unknown = new VideoFormat(
                format.size(), format.fps(), format.kbps(), format.keyframeFrames(), "no-such-preset", 1);
        try (VideoEncoder encoder = new VideoEncoder(unknown)) {
            throw new AssertionError(encoder.name() + " took " + unknown);
        } catch (MediaException e) {
            return e;
        }
    }
}
