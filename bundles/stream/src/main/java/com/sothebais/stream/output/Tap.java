package com.sothebais.stream.output;

import com.sothebais.api.stream.Preview;
import com.sothebais.api.stream.Preview.Format;
import com.sothebais.api.stream.Preview.Picture;
import com.sothebais.stream.media.Packet;
import com.sothebais.stream.media.Packet.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The pictures of the feed for one watcher inside the platform, who may be slow at nobody's cost. */
public final class Tap implements Preview.Watch {

    /** Two to three seconds of pictures. */
    static final int QUEUE_MAX = 90;

    private final GroupQueue<Picture> queue = new GroupQueue<>(QUEUE_MAX);
    private final Format format;
    private final byte[] headers;
    private final Consumer<Tap> leave;
    private volatile boolean over;

    /**
     * @param headers what a decoder must read before a picture that it can start at
     * @param leave called when the watcher closes
     */
    public Tap(Format format, byte[] headers, Consumer<Tap> leave) {
        this.format = format;
        this.headers = headers.clone();
        this.leave = leave;
    }

    /** Never waits. @param composed when the composition of the picture began */
    public void offer(Packet packet, Instant composed) {
        if (packet.track() != Track.VIDEO || over) {
            return;
        }
        byte[] data = packet.key() ? withHeaders(packet.data()) : packet.data();
        queue.offer(new Picture(packet.timestamp(), packet.key(), composed, data), packet.key());
    }

    private byte[] withHeaders(byte[] picture) {
        byte[] whole = new byte[headers.length + picture.length];
        System.arraycopy(headers, 0, whole, 0, headers.length);
        System.arraycopy(picture, 0, whole, headers.length, picture.length);
        return whole;
    }

    @Override
    public Format format() {
        return format;
    }

    @Override
    public Optional<Picture> next(Duration wait) throws InterruptedException {
        return Optional.ofNullable(queue.poll(wait.toMillis()));
    }

    @Override
    public boolean over() {
        return over;
    }

    /** No more pictures come. */
    public void end() {
        over = true;
    }

    @Override
    public void close() {
        end();
        leave.accept(this);
    }
}
