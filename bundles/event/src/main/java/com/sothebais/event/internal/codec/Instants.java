package com.sothebais.event.internal.codec;

import java.time.Instant;
import java.time.LocalDate;

/** Reads instants as {@link Instant#toString} writes them, several times as fast as the general parser. */
final class Instants {
    /** {@code 2026-03-01T19:00:00Z} */
    private static final int SHORTEST = 20;

    /** With nanoseconds. */
    private static final int LONGEST = 30;

    private Instants() {}

    /** @throws java.time.DateTimeException when it is no instant */
    static Instant parse(String text) {
        int length = text.length();
        boolean plain = length >= SHORTEST
                && length <= LONGEST
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(length - 1) == 'Z';
        int fraction = length == SHORTEST ? 0 : plain && text.charAt(19) == '.' ? digits(text, 20, length - 1) : -1;
        int year = plain ? digits(text, 0, 4) : -1;
        int month = plain ? digits(text, 5, 7) : -1;
        int day = plain ? digits(text, 8, 10) : -1;
        int hour = plain ? digits(text, 11, 13) : -1;
        int minute = plain ? digits(text, 14, 16) : -1;
        int second = plain ? digits(text, 17, 19) : -1;
        boolean usual = (fraction | year | month | day | hour | minute | second) >= 0
                && hour < 24
                && minute < 60
                && second < 60;
        if (!usual) {
            return Instant.parse(text);
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        int nanos = fraction;
        for (int given = length - SHORTEST - 1; given >= 0 && given < 9; given++) {
            nanos *= 10;
        }
        return Instant.ofEpochSecond(((days * 24 + hour) * 60 + minute) * 60 + second, nanos);
    }

    /** Negative when there is another character. */
    private static int digits(String text, int from, int to) {
        int value = to == from ? -1 : 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
