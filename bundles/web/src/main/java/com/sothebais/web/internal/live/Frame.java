package com.sothebais.web.internal.live;

import com.sothebais.web.internal.answer.Envelope;
import java.nio.charset.StandardCharsets;

/**
 * One message of the live feed, ready to be sent to everyone.
 *
 * @param kind what it is
 * @param position in the log; 0 for what has no place there
 * @param bytes in the form of server-sent events; not to be changed
 */
record Frame(Kind kind, long position, byte[] bytes) {

    /** A comment that keeps connections open and finds dead ones. */
    static final Frame HEARTBEAT = new Frame(Kind.HEARTBEAT, 0, ": beat\n\n".getBytes(StandardCharsets.UTF_8));

    /** The kinds of message; a newer one of a replaceable kind makes an older unsent one useless. */
    enum Kind {
        SHOW("show", true),
        BID("bid", false),
        HOST("host", false),
        VITALS("vitals", true),
        HEARTBEAT("", true);

        private final String event;
        private final boolean replaceable;

        Kind(String event, boolean replaceable) {
            this.event = event;
            this.replaceable = replaceable;
        }

        boolean replaceable() {
            return replaceable;
        }
    }

    /** A message with its place in the log, so that a client can resume behind it. */
    static Frame at(long position, Kind kind, Object data) {
        String text = "id: " + position + "\nevent: " + kind.event + "\ndata: " + Envelope.write(data) + "\n\n";
        return new Frame(kind, position, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A message without a place in the log. */
    static Frame of(Kind kind, Object data) {
        String text = "event: " + kind.event + "\ndata: " + Envelope.write(data) + "\n\n";
        return new Frame(kind, 0, text.getBytes(StandardCharsets.UTF_8));
    }
}
