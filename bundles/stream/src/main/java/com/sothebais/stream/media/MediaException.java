package com.sothebais.stream.media;

/** A native media library refused; the message names the call and its answer. */
public final class MediaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    public MediaException(String message, int code) {
        super(message);
        this.code = code;
    }

    /** The library's own error code, negative; 0 when it gave none. */
    public int code() {
        return code;
    }
}
