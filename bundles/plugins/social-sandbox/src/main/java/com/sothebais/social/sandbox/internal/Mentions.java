package com.sothebais.social.sandbox.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds {@code @handle} in a text; an address such as {@code me@example.org} is no mention. */
final class Mentions {
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}_@./])@([A-Za-z0-9_]{1,30})(?![\\p{L}\\p{N}_])");

    private Mentions() {}

    static boolean of(String handle, String text) {
        Matcher matcher = MENTION.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase(handle)) {
                return true;
            }
        }
        return false;
    }
}
