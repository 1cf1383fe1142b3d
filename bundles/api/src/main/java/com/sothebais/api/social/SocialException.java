package com.sothebais.api.social;

/** A network refused or could not be reached. */
public final class SocialException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    /** @param retryable whether the same call can succeed later */
    public SocialException(String message, boolean retryable, Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    public boolean retryable() {
        return retryable;
    }
}
