package com.sothebais.event.internal.codec;

/** A payload is not what its type and version say. */
final class CodecException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CodecException(String message, Throwable cause) {
        super(message, cause);
    }

    CodecException(String message) {
        this(message, null);
    }
}
