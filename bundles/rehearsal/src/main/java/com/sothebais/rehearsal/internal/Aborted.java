package com.sothebais.rehearsal.internal;

/** A rehearsal must not go on, and nothing is wrong with it. */
final class Aborted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Aborted(String message) {
        super(message);
    }
}
