package com.sothebais.simulation;

/**
 * What a run may contain. What is off is not there yet, or is a fault that is known and not mended; see docs/simulation.md.
 *
 * @param overrides admins do things by hand
 * @param maxima bidders set private maxima
 * @param courses lots of a session may be open at once, and viewers may be behind
 * @param policies lots may be relisted or go to runner-ups
 * @param backwards the clock of the auctioneer may be set back
 * @param contexts lots in different currencies may be open at once, and raises may name their lot
 * @param instants moves of sessions are never dated back behind newer facts
 * @param exactRate no post is refused for others that are out of the window of the rate limit
 */
public record Switches(
        boolean overrides,
        boolean maxima,
        boolean courses,
        boolean policies,
        boolean backwards,
        boolean contexts,
        boolean instants,
        boolean exactRate) {
    /** Everything that there is and works. */
    public static final Switches ALL = new Switches(false, false, false, false, false, false, false, false);

    /** Everything that works, and the faults that are known. */
    public static final Switches KNOWN_FAULTS = new Switches(false, false, false, false, true, true, true, true);
}
