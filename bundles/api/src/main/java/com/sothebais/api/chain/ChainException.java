package com.sothebais.api.chain;

/** The chain could not be reached or answered nonsense; safe to try again. */
public final class ChainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ChainException(ChainId chain, String message, Throwable cause) {
        super(chain + ": " + message, cause);
    }

    public ChainException(ChainId chain, String message) {
        this(chain, message, null);
    }
}
