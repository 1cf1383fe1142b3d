package com.sothebais.identity.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The checked configuration. A wrong value is replaced by its default and named in {@code problems}. */
record Settings(Duration sessionIdle, List<String> problems) {
    static final String PID = "com.sothebais.identity";
    static final long IDLE_MINUTES = 480;
    private static final long IDLE_MINUTES_MIN = 1;
    private static final long IDLE_MINUTES_MAX = Sessions.LIFE_MAX.toMinutes();

    static Settings of(Map<String, ?> properties) {
        String text = String.valueOf(properties.get("session.idle.minutes")).trim();
        long minutes = text.matches("[0-9]{1,9}") ? Long.parseLong(text) : -1;
        if (minutes < IDLE_MINUTES_MIN || minutes > IDLE_MINUTES_MAX) {
            String problem = PID + ": session.idle.minutes = '" + text + "' is not allowed, expected "
                    + IDLE_MINUTES_MIN + " to " + IDLE_MINUTES_MAX + "; using " + IDLE_MINUTES + ". Correct it in etc/"
                    + PID + ".cfg.";
            return new Settings(Duration.ofMinutes(IDLE_MINUTES), List.of(problem));
        }
        return new Settings(Duration.ofMinutes(minutes), List.of());
    }
}
