package com.sothebais.stream.rig;

/** The characters that may be on air. Thread-safe. */
public interface Rigs {

    /** The rig for now; the same object until there is another one. */
    Rig current();

    /**
     * Takes a rig off the air that could not be drawn.
     *
     * @return the one to go on with
     */
    Rig failed(Rig rig, RuntimeException why);
}
