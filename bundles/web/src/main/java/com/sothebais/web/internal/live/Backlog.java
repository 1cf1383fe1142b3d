package com.sothebais.web.internal.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The newest rounds of facts: what a client may be behind, because it is slow or because it was away. Not thread-safe; the hub guards
 * it.
 */
final class Backlog {
    /** Most messages a client may be behind; about a minute of a busy show. A snapshot is shorter than more of them. */
    static final int FRAMES_MAX = 1_024;

    /** Most bytes a client may be behind, as server-sent events. */
    static final int BYTES_MAX = 2 * 1024 * 1024;

    private final Deque<Link> links = new ArrayDeque<>();
    private int frames;
    private long bytes;
    private long floor;

    void add(Link link) {
        links.add(link);
        frames += link.piece().frames().size();
        bytes += link.piece().events().length;
        // The newest round stays however large it is: everyone is still to get it.
        while (links.size() > 1 && (frames > FRAMES_MAX || bytes > BYTES_MAX)) {
            Piece oldest = links.remove().piece();
            frames -= oldest.frames().size();
            bytes -= oldest.events().length;
            floor = oldest.last();
        }
    }

    /** @param position from which on everything will be known */
    void clear(long position) {
        links.clear();
        frames = 0;
        bytes = 0;
        floor = position;
    }

    /** Whether every message behind the position is still here. */
    boolean covers(long position) {
        return position >= floor;
    }

    /** The first round with a message behind the position; empty when there is none. */
    Optional<Link> firstBehind(long position) {
        return links.stream().filter(link -> link.piece().last() > position).findFirst();
    }

    /** Number of the oldest link that is kept. */
    Optional<Long> oldest() {
        return Optional.ofNullable(links.peek()).map(Link::number);
    }
}
