package com.sothebais.api.event;

/** The log could not read or record; nothing of the batch was recorded. */
public class EventLogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EventLogException(String message, Throwable cause) {
        super(message, cause);
    }
}
