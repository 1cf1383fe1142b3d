package com.sothebais.api.stream;

import org.osgi.annotation.versioning.ConsumerType;

/** Draws scenes. Implemented by plugins; the platform decides what must be drawn again. */
@ConsumerType
public interface Renderer {

    /** Short name for configuration and health. */
    String name();

    /**
     * Opens a canvas.
     *
     * @param pictures artwork and the host, ready to be laid down; valid until the canvas is closed
     * @throws RendererException when this machine cannot draw with it, for example for want of a native library
     */
    Canvas open(Size size, Pictures pictures);

    /** The renderer cannot draw; the stream shows its slate and goes on. */
    final class RendererException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public RendererException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
