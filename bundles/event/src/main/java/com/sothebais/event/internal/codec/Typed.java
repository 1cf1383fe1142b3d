package com.sothebais.event.internal.codec;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * A fact with its type, ready to be written.
 *
 * @param type stable name, for example {@code auction.bid-accepted}
 * @param version of the payload's shape, from 1
 * @param payload puts the payload, one JSON object in UTF-8, behind what the buffer holds
 */
public record Typed(String type, int version, Consumer<Bytes> payload) {

    Encoded encoded() {
        Bytes bytes = new Bytes();
        payload.accept(bytes);
        return new Encoded(type, version, new String(bytes.array(), 0, bytes.length(), StandardCharsets.UTF_8));
    }
}
