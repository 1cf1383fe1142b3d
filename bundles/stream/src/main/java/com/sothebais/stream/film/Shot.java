package com.sothebais.stream.film;

import com.sothebais.stream.print.Print;

/**
 * One picture of a film.
 *
 * @param number 1 for the first that was decoded, then upwards over all rounds
 * @param dueMicros when it is shown, microseconds from the beginning of the first round
 */
public record Shot(long number, long dueMicros, Print print) {}
