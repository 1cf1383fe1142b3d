package com.sothebais.settlement.internal;

import java.util.List;
import java.util.Map;

/** The checked configuration. A wrong value is replaced by its default and named in {@code problems}. */
record Settings(long pollMillis, List<String> problems) {
    static final String PID = "com.sothebais.settlement";
    static final long POLL_MILLIS = 250;
    private static final long POLL_MILLIS_MIN = 50;
    private static final long POLL_MILLIS_MAX = 60_000;

    static Settings of(Map<String, ?> properties) {
        String text = String.valueOf(properties.get("poll.millis")).trim();
        long millis = text.matches("[0-9]{1,9}") ? Long.parseLong(text) : -1;
        if (millis < POLL_MILLIS_MIN || millis > POLL_MILLIS_MAX) {
            String problem = PID + ": poll.millis = '" + text + "' is not allowed, expected " + POLL_MILLIS_MIN + " to "
                    + POLL_MILLIS_MAX + "; using " + POLL_MILLIS + ". Correct it in etc/" + PID + ".cfg.";
            return new Settings(POLL_MILLIS, List.of(problem));
        }
        return new Settings(millis, List.of());
    }
}
