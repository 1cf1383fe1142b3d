package com.sothebais.stream.output;

import com.sothebais.stream.media.MediaException;
import com.sothebais.stream.media.Packet;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * A push over TLS. The connection is Java's and not FFmpeg's, which leaves Nagle's algorithm on below TLS (40 ms a picture in the
 * worst case) and says only "Input/output error" about a certificate; FFmpeg talks RTMP to a {@link TlsBridge} on the loopback.
 */
final class TlsSink implements Sink {
    private final PushUrl url;
    private final Path certificates;
    private final Function<String, Muxer> muxers;
    private volatile Optional<TlsBridge> bridge = Optional.empty();
    private volatile Optional<Muxer> muxer = Optional.empty();
    private volatile boolean interrupted;
    private Optional<Muxer.Origin> origin = Optional.empty();

    /** @param muxers makes the muxer for an address on the loopback */
    TlsSink(PushUrl url, Path certificates, Function<String, Muxer> muxers) {
        this.url = url;
        this.certificates = certificates;
        this.muxers = muxers;
    }

    @Override
    public void open() {
        TlsBridge opened = new TlsBridge(url.host(), url.port(), certificates);
        bridge = Optional.of(opened);
        if (interrupted) {
            opened.close();
        }
        opened.open();
        Muxer made = muxers.apply(url.at("127.0.0.1", opened.port()));
        made.origin(origin);
        muxer = Optional.of(made);
        if (interrupted) {
            made.interrupt();
        }
        try {
            made.open();
        } catch (MediaException e) {
            throw opened.failure()
                    .map(reason -> new MediaException(reason, e.code()))
                    .orElse(e);
        }
    }

    @Override
    public void write(Packet packet) {
        Muxer open = muxer.orElseThrow(() -> new IllegalStateException("the push is not open"));
        try {
            open.write(packet);
            origin = open.origin();
        } catch (MediaException e) {
            throw bridge.flatMap(TlsBridge::failure)
                    .map(reason -> new MediaException(reason, e.code()))
                    .orElse(e);
        }
    }

    @Override
    public void close() {
        try {
            muxer.ifPresent(Muxer::close);
        } finally {
            muxer = Optional.empty();
            bridge.ifPresent(TlsBridge::close);
            bridge = Optional.empty();
        }
    }

    @Override
    public void interrupt() {
        interrupted = true;
        muxer.ifPresentOrElse(Muxer::interrupt, () -> bridge.ifPresent(TlsBridge::close));
    }
}
