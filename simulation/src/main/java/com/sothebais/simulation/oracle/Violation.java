package com.sothebais.simulation.oracle;

/** Something that must never be. An error, so that nothing between the engine and the oracle can catch it. */
public final class Violation extends Error {
    private static final long serialVersionUID = 1L;

    private final Invariant invariant;

    public Violation(Invariant invariant, String message) {
        super(message);
        this.invariant = invariant;
    }

    public Invariant invariant() {
        return invariant;
    }

    static void require(boolean holds, Invariant invariant, String format, Object... arguments) {
        if (!holds) {
            throw new Violation(invariant, String.format(format, arguments));
        }
    }
}
