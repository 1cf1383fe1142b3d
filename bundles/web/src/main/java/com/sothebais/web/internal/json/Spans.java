package com.sothebais.web.internal.json;

import java.time.Duration;

/** Lengths of time as people say them. */
final class Spans {
    private Spans() {}

    /** {@code 1 h 30 min}, {@code 45 s}, {@code 0 s}. */
    static String text(Duration span) {
        StringBuilder text = new StringBuilder();
        append(text, span.toHours(), "h");
        append(text, span.toMinutesPart(), "min");
        String seconds = span.toMillisPart() == 0
                ? String.valueOf(span.toSecondsPart())
                : span.toSecondsPart() + "." + String.format("%03d", span.toMillisPart());
        if (text.length() == 0 || span.toSecondsPart() > 0 || span.toMillisPart() > 0) {
            text.append(text.length() == 0 ? "" : " ").append(seconds).append(" s");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, long count, String unit) {
        if (count > 0) {
            text.append(text.length() == 0 ? "" : " ").append(count).append(' ').append(unit);
        }
    }
}
