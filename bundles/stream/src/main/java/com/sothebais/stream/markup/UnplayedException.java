package com.sothebais.stream.markup;

/** An animation that is not played; the message says why, and what whoever made it can do. */
public final class UnplayedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnplayedException(String message) {
        super(message);
    }
}
