package com.sothebais.postgres.internal;

/** The database cannot be used; the message says why and what an operator can do. */
final class PostgresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PostgresException(String message, Throwable cause) {
        super(message, cause);
    }

    PostgresException(String message) {
        this(message, null);
    }
}
