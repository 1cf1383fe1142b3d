package com.sothebais.event.internal.codec;

/**
 * A fact as it is stored.
 *
 * @param type stable name, for example {@code auction.bid-accepted}
 * @param version of the payload's shape, from 1
 * @param json the payload, one JSON object
 */
public record Encoded(String type, int version, String json) {}
