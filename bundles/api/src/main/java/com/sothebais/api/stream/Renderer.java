package com.sothebais.api.stream;

import com.sothebais.api.asset.Assets;
import org.osgi.annotation.versioning.ConsumerType;

/** Draws scenes. Implemented by plugins; the platform decides what must be drawn again. */
@ConsumerType
public interface Renderer {

    /** Short name for configuration and health. */
    String name();

    /**
     * Opens a canvas.
     *
     * @param assets where pictures come from; a missing one is drawn as a plain placeholder
     * @throws RendererException when this machine cannot draw with it, for example for want of a native library
     */
    Canvas open(Size size, Assets assets);

    /** The renderer cannot draw; the stream shows its slate and goes on. */
    final class RendererException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public RendererException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
