package com.sothebais.stream.markup;

import java.util.Optional;

/** What animations make of one attribute. */
public interface Change {
    /**
     * The text of the attribute at an instant.
     *
     * @param millis from the beginning of the drawing
     * @param below what it is without this change
     * @return empty when it is not there
     */
    Optional<String> at(double millis, Optional<String> below);

    /** This on top of another. */
    default Change over(Change lower) {
        return (millis, below) -> at(millis, lower.at(millis, below));
    }
}
