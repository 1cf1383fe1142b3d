package com.sothebais.simulation;

/** The process ends here, between two steps of its own; an error, so that nothing of the engine can catch it. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(String where) {
        super(where, null, false, false);
    }
}
