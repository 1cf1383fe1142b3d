package com.sothebais.simulation;

/**
 * What a run may contain.
 *
 * @param overrides admins do things by hand
 * @param maxima bidders set private maxima
 * @param courses lots may be open at once, and viewers may be behind
 * @param policies lots may be relisted or go to runner-ups
 * @param backwards the clock of the auctioneer may be set back
 */
public record Switches(boolean overrides, boolean maxima, boolean courses, boolean policies, boolean backwards) {
    /** Everything that there is. */
    public static final Switches ALL = new Switches(false, false, false, false, false);
}
