package com.sothebais.stream.rig;

import java.io.IOException;
import java.util.Collection;

/** The files of one rig, wherever they lie. Names are relative, with {@code /} between folders. */
interface RigFiles {
    /** Name of the file that says what the others are. */
    String RIG = "rig.json";

    /** Files of a rig; a folder with more is refused. */
    int FILES_MAX = 1_000;

    /** Largest file read, bytes. */
    int FILE_MAX_BYTES = 4 << 20;

    /** All files of a rig, bytes. */
    long RIG_MAX_BYTES = 48L << 20;

    default boolean has(String name) {
        return names().contains(name);
    }

    /** What there is, to suggest from; may be empty when that cannot be listed. */
    Collection<String> names();

    /** @throws IOException when it is missing, too large or cannot be read */
    byte[] read(String name) throws IOException;
}
