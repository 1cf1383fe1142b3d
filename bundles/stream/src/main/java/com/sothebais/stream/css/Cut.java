package com.sothebais.stream.css;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of style sheets, as CSS Syntax Level 3 has strings, comments and brackets. Each walks the text once. */
final class Cut {
    private Cut() {}

    /** The text without comments; one without an end goes to the end of the text. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
                plain.append(' ');
            } else {
                int next = isQuote(text.charAt(at)) ? string(text, at) : at + 1;
                plain.append(text, at, next);
                at = next;
            }
        }
        return plain.toString();
    }

    /** Behind the string that begins here; a line break ends one that has no end. */
    private static int string(String text, int from) {
        char quote = text.charAt(from);
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at++;
        }
        return Math.min(at + 1, text.length());
    }

    private static boolean isQuote(char one) {
        return one == '"' || one == '\'';
    }

    /** Where one of these is next, outside of strings and brackets; the length of the text when it is nowhere. */
    static int find(String text, int from, String wanted) {
        int depth = 0;
        int at = from;
        while (at < text.length()) {
            char one = text.charAt(at);
            if (depth == 0 && wanted.indexOf(one) >= 0) {
                return at;
            }
            if (isQuote(one)) {
                at = string(text, at);
                continue;
            }
            if (one == '(' || one == '[' || one == '{') {
                depth++;
            } else if ((one == ')' || one == ']' || one == '}') && depth > 0) {
                depth--;
            }
            at++;
        }
        return text.length();
    }

    /** Its parts between a mark, outside of strings and brackets, without space around them. */
    static List<String> split(String text, char mark) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int end = find(text, from, String.valueOf(mark));
            parts.add(text.substring(from, end).strip());
            from = end + 1;
        }
        return parts;
    }

    /** Its words, each with the brackets it has. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = find(text, from, " \t\r\n\f");
            if (end > from) {
                words.add(text.substring(from, end));
            }
            from = end + 1;
        }
        return words;
    }
}
