package com.sothebais.api.event;

import java.util.Objects;

/**
 * Proof of ownership that is checked in the transaction of an append: when a newer epoch of the same resource was granted,
 * the append is refused with {@link FencedException}.
 *
 * @param resource what is owned, for example {@code auctioneer}
 * @param epoch the grant, strictly increasing per resource
 */
public record Fence(String resource, long epoch) {
    public Fence {
        Objects.requireNonNull(resource, "resource");
    }
}
