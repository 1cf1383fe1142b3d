package com.sothebais.api.agent;

/** The eight moods of a host; each has an expression and a tone of voice. */
public enum Mood {
    CALM,
    CURIOUS,
    EXCITED,
    AMUSED,
    SUSPENSE,
    TRIUMPHANT,
    SYMPATHETIC,
    SURPRISED
}
