package com.sothebais.stream.css;

import com.sothebais.stream.markup.UnplayedException;

/** Bounds the work of one drawing, whatever rules and elements multiply. One thread. */
final class Budget {
    /** Comparisons of rules with elements, and of elements with their neighbours. */
    static final int STEPS_MAX = 10_000_000;

    private int left = STEPS_MAX;

    void spend(int steps) {
        left -= steps;
        if (left < 0) {
            throw new UnplayedException("its style sheets have too many rules for so many elements; simplify them");
        }
    }
}
