package com.sothebais.social.sandbox.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The configuration after checking. A wrong value falls back to its default, so that a slip never silences the only network of a
 * fresh installation; {@link #complaints} says what was wrong.
 *
 * @param hostHandle handle of the host's account
 * @param hostName display name of the host's account
 * @param textMax longest text of a post in characters
 * @param complaints one sentence per wrong value
 */
record Settings(String hostHandle, String hostName, int textMax, List<String> complaints) {
    static final String PID = "com.sothebais.social.sandbox";
    static final String HOST_HANDLE = "sothebais";
    static final String HOST_NAME = "SothebAIs";
    static final int TEXT_MAX = 280;
    static final int NAME_MAX = 50;
    private static final int TEXT_LEAST = 40;
    private static final int TEXT_MOST = 10_000;
    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1,30}");

    Settings {
        complaints = List.copyOf(complaints);
    }

    static Settings read(String hostHandle, String hostName, String textMax) {
        List<String> complaints = new ArrayList<>();
        String handle = hostHandle.strip();
        if (!isHandle(handle)) {
            complaints.add(complaint(
                    "host.handle", hostHandle, "1 to 30 letters, digits or underscores without @", HOST_HANDLE));
            handle = HOST_HANDLE;
        }
        String name = hostName.strip();
        if (name.isEmpty() || name.length() > NAME_MAX) {
            complaints.add(complaint("host.name", hostName, "1 to " + NAME_MAX + " characters", HOST_NAME));
            name = HOST_NAME;
        }
        return new Settings(handle, name, textMax(textMax, complaints), complaints);
    }

    /** Handles have 1 to 30 letters, digits or underscores. */
    static boolean isHandle(String text) {
        return HANDLE.matcher(text).matches();
    }

    private static int textMax(String text, List<String> complaints) {
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= TEXT_LEAST && value <= TEXT_MOST) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through to the complaint: a word is as wrong as a number out of range.
        }
        complaints.add(complaint(
                "text.max",
                text,
                "a whole number from " + TEXT_LEAST + " to " + TEXT_MOST,
                Integer.toString(TEXT_MAX)));
        return TEXT_MAX;
    }

    private static String complaint(String key, String value, String allowed, String fallback) {
        return PID + ": " + key + " = '" + value + "' is not allowed, expected " + allowed + "; using '" + fallback
                + "' until it is corrected in etc/" + PID + ".cfg";
    }
}
