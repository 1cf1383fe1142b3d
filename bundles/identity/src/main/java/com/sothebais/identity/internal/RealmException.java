package com.sothebais.identity.internal;

/** The realm itself does not work; says what to look at. */
final class RealmException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RealmException(String message, Throwable cause) {
        super(message, cause);
    }
}
