package com.sothebais.asset.token;

import java.util.regex.Pattern;

/** Texts of strangers, as they may be shown: without what cannot be seen or turns the direction of writing, and not too long. */
final class Words {
    /** Of what only formats, U+200C and U+200D stay: letters and signs are joined by them. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\n]]|\\p{Cs}|\\p{Cn}|\\p{Co}"
            + "|[\\u00AD\\u061C\\u180E\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB]");

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
