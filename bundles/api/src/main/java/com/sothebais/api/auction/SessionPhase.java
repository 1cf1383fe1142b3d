package com.sothebais.api.auction;

/** The phases of a session, in order; a session only ever moves to the next. */
public enum SessionPhase {
    PLANNED,
    PRE,
    LIVE,
    POST,
    ENDED
}
