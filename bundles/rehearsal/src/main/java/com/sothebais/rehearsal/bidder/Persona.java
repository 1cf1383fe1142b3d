package com.sothebais.rehearsal.bidder;

import java.util.Optional;

/**
 * A simulated bidder.
 *
 * @param means what stands behind the bids
 */
public record Persona(String handle, String name, Means means, Habit habit) {
    /**
     * Whether there is a wallet, and money in the escrow.
     *
     * @param linked whether a wallet is linked to the account
     * @param deposit decimal amount to deposit; empty for nothing
     */
    public record Means(boolean linked, Optional<String> deposit) {
        public static final Means NO_WALLET = new Means(false, Optional.empty());
        public static final Means EMPTY_WALLET = new Means(true, Optional.empty());

        public static Means of(String deposit) {
            return new Means(true, Optional.of(deposit));
        }
    }
}
