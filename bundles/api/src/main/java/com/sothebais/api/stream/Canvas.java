package com.sothebais.api.stream;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Pixels that a renderer draws on. Used by one thread at a time. */
@ConsumerType
public interface Canvas extends AutoCloseable {

    /**
     * Makes the pixels inside the damaged areas show the scene and leaves all others as they are. Areas lie within the scene and
     * do not overlap. An element is drawn when its area touches a damaged one.
     *
     * @throws IllegalArgumentException when the scene has another size; the message names both
     */
    void draw(Scene scene, List<Area> damage);

    /** Width times height pixels, 0xFFRRGGBB, row by row; always the same array. */
    int[] pixels();

    /** Frees what it holds; never throws. */
    @Override
    void close();
}
