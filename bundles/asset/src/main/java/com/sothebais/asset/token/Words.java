package com.sothebais.asset.token;

import java.util.regex.Pattern;

/** Texts of strangers, as they may be shown: without what cannot be seen or turns the direction of writing, and not too long. */
final class Words {
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cntrl}&&[^\\n]]|\\p{Cs}|\\p{Cn}|\\p{Co}|[\\u2028-\\u202E\\u2066-\\u2069\\uFEFF]");
    private static final String CUT = "\u2026";

    private Words() {}

    static String line(String text, int max) {
        return text(text.replaceAll("\\s+", " "), max);
    }

    static String text(String text, int max) {
        String even = text.replace("\r\n", "\n").replaceAll("[\\t\\r]", " ");
        String seen = UNSEEN.matcher(even).replaceAll("").strip();
        if (seen.length() <= max) {
            return seen;
        }
        int end = max - CUT.length();
        return seen.substring(0, Character.isHighSurrogate(seen.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
