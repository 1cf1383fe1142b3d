package com.sothebais.rehearsal.internal;

/** The show cannot go on; the message is one sentence for people. */
final class ShowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ShowException(String message) {
        super(message);
    }

    ShowException(String message, Throwable cause) {
        super(message, cause);
    }
}
