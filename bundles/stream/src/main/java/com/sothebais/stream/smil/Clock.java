package com.sothebais.stream.smil;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as SMIL writes them: {@code 2s}, {@code 1.5min}, {@code 00:30}, {@code 1:00:00}. */
final class Clock {
    private static final Pattern COUNT =
            Pattern.compile("([+-]?)\\s*(\\d{1,9}(?:\\.\\d{1,9})?|\\.\\d{1,9})(h|min|s|ms)?");
    private static final Pattern COLONS =
            Pattern.compile("([+-]?)\\s*(?:(\\d{1,6}):)?([0-5]?\\d):([0-5]?\\d(?:\\.\\d{1,9})?)");
    private static final double SECOND = 1_000;
    private static final double MINUTE = 60 * SECOND;
    private static final double HOUR = 60 * MINUTE;

    private Clock() {}

    /** Milliseconds; empty when it is no such time. */
    static OptionalDouble millis(String text) {
        Matcher count = COUNT.matcher(text.strip());
        if (count.matches()) {
            return signed(count.group(1), Double.parseDouble(count.group(2)) * unit(count.group(3)));
        }
        Matcher colons = COLONS.matcher(text.strip());
        if (!colons.matches()) {
            return OptionalDouble.empty();
        }
        double hours = colons.group(2) == null ? 0 : Double.parseDouble(colons.group(2)) * HOUR;
        return signed(
                colons.group(1),
                hours + Double.parseDouble(colons.group(3)) * MINUTE + Double.parseDouble(colons.group(4)) * SECOND);
    }

    private static OptionalDouble signed(String sign, double millis) {
        return OptionalDouble.of(sign.equals("-") ? -millis : millis);
    }

    private static double unit(String unit) {
        if (unit == null) {
            return SECOND;
        }
        return switch (unit) {
            case "h" -> HOUR;
            case "min" -> MINUTE;
            case "ms" -> 1;
            default -> SECOND;
        };
    }
}
