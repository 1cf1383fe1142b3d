package com.sothebais.rehearsal.bidder;

import java.util.List;

/** How a bidder behaves. Asked about twenty times a second from one thread; remembers what it did. */
public interface Habit {
    /** What to do now, mostly nothing. */
    List<Move> next(Situation situation);
}
