package com.sothebais.settlement.internal;

/**
 * How far a chain's movements are in the log.
 *
 * @param block the block of the newest recorded movement; every movement up to it is recorded
 * @param movements how many are recorded
 */
record Cursor(long block, long movements) {
    /** Nothing is recorded yet. */
    static final Cursor START = new Cursor(-1, 0);
}
