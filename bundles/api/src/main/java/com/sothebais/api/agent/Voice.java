package com.sothebais.api.agent;

import org.osgi.annotation.versioning.ConsumerType;

/** Turns text into speech. Implemented by plugins. Thread-safe; may block for up to ten seconds. */
@ConsumerType
public interface Voice {

    /** Short name for configuration and health. */
    String name();

    /**
     * Speaks.
     *
     * @throws VoiceException when the text cannot be spoken
     */
    Speech speak(String text, Mood mood);

    /** The voice failed on this text; the show goes on with captions only. */
    final class VoiceException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public VoiceException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
