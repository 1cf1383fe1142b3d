package com.sothebais.web.internal.live;

import com.sothebais.web.internal.answer.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One message of the live feed in both of its forms, encoded once for everyone.
 *
 * @param position in the log; 0 for what has no place there
 * @param event as server-sent event; not to be changed
 * @param text as WebSocket message; not to be changed
 */
record Frame(long position, byte[] event, byte[] text) {

    /** What a message tells; the name on the wire is in lower case. */
    enum Kind {
        /** The whole state: whoever gets it forgets what it knew. */
        SHOW,
        BID,
        LOT,
        SESSION,
        HOST,
        VITALS
    }

    /** A message with its place in the log, so that a client can resume behind it. */
    static Frame at(long position, Kind kind, Object data) {
        return encode(position, "id: " + position + "\n", "\"id\":" + position + ",", kind, data);
    }

    /** A message without a place in the log. */
    static Frame of(Kind kind, Object data) {
        return encode(0, "", "", kind, data);
    }

    private static Frame encode(long position, String idLine, String idField, Kind kind, Object data) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        String json = Envelope.write(data);
        String event = idLine + "event: " + name + "\ndata: " + json + "\n\n";
        String text = "{" + idField + "\"event\":\"" + name + "\",\"data\":" + json + "}";
        return new Frame(position, bytes(event), bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
