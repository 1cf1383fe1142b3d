package com.sothebais.asset.fetch;

import java.time.Duration;

/**
 * How long one host is waited for.
 *
 * @param connect till an address of it takes the connection
 * @param answer till its answer begins, with lookup and connection
 * @param idle between two parts of what it sends
 */
public record Times(Duration connect, Duration answer, Duration idle) {
    /** 4 s, 10 s and 10 s, so that a second gateway has its turn. */
    public static final Times DEFAULT =
            new Times(Duration.ofSeconds(4), Duration.ofSeconds(10), Duration.ofSeconds(10));
}
