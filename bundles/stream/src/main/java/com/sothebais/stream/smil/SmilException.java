package com.sothebais.stream.smil;

/** An animation that is not played; the message says why, and what whoever made it can do. */
public final class SmilException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SmilException(String message) {
        super(message);
    }
}
