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
            // What a card says when all of its sessions are taken: here by asking for a size that nothing encodes.
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

    private static MediaException refusal() {
        VideoFormat impossible = new VideoFormat(new com.sothebais.api.stream.Size(20_000, 20_000), 30, 100, 30, "ultrafast", 1);
        try (VideoEncoder encoder = new VideoEncoder(impossible)) {
            throw new AssertionError("opened " + encoder.name() + " with " + impossible);
        } catch (MediaException e) {
            return e;
        }
    }
}
