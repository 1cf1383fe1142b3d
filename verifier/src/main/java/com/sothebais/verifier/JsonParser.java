package com.sothebais.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) and refuses what other readers let pass: a key twice, half a surrogate pair, anything behind the end. Two
 * readers of one file must never see two ledgers.
 */
final class JsonParser {
    /** Deepest nesting; a ledger has four levels. */
    static final int DEPTH_MAX = 8;

    /** Longest number; an index has at most ten digits. */
    static final int NUMBER_MAX = 32;

    private static final int HEX_DIGITS = 4;

    private final String text;
    private int at;

    private JsonParser(String text) {
        this.text = text;
    }

    /** @throws Unreadable with what is wrong and the character, counted from 1 in UTF-16 units, where it is */
    static Json parse(String text) {
        JsonParser parser = new JsonParser(text);
        Json value = parser.value(1);
        parser.skipSpace();
        if (parser.at < text.length()) {
            throw parser.wrong("something follows the end of the ledger");
        }
        return value;
    }

    private Json value(int depth) {
        if (depth > DEPTH_MAX) {
            throw wrong("it is nested deeper than " + DEPTH_MAX + " levels");
        }
        skipSpace();
        char next = peek();
        return switch (next) {
            case '{' -> members(depth);
            case '[' -> sequence(depth);
            case '"' -> new Json.Text(string());
            case 't' -> word("true", Json.Word.TRUE);
            case 'f' -> word("false", Json.Word.FALSE);
            case 'n' -> word("null", Json.Word.NULL);
            default -> number();
        };
    }

    private Json members(int depth) {
        Map<String, Json> byName = new LinkedHashMap<>();
        at++;
        skipSpace();
        if (peek() == '}') {
            at++;
            return new Json.Members(byName);
        }
        while (true) {
            skipSpace();
            int start = at;
            if (peek() != '"') {
                throw wrong("a key was expected");
            }
            String name = string();
            skipSpace();
            expect(':');
            if (byName.containsKey(name)) {
                at = start;
                throw wrong("a key appears twice");
            }
            byName.put(name, value(depth + 1));
            skipSpace();
            if (peek() == '}') {
                at++;
                return new Json.Members(byName);
            }
            expect(',');
        }
    }

    private Json sequence(int depth) {
        List<Json> items = new ArrayList<>();
        at++;
        skipSpace();
        if (peek() == ']') {
            at++;
            return new Json.Sequence(items);
        }
        while (true) {
            items.add(value(depth + 1));
            skipSpace();
            if (peek() == ']') {
                at++;
                return new Json.Sequence(items);
            }
            expect(',');
        }
    }

    private String string() {
        int start = at;
        StringBuilder value = new StringBuilder();
        at++;
        while (true) {
            char next = peek();
            if (next == '"') {
                at++;
                break;
            } else if (next < ' ') {
                throw wrong("a control character stands inside a text");
            } else if (next == '\\') {
                at++;
                value.append(escaped());
            } else {
                value.append(next);
                at++;
            }
        }
        if (!isWhole(value)) {
            at = start;
            throw wrong("a text holds half a surrogate pair");
        }
        return value.toString();
    }

    private char escaped() {
        char next = peek();
        int known = "\"\\/bfnrt".indexOf(next);
        if (known >= 0) {
            at++;
            return "\"\\/\b\f\n\r\t".charAt(known);
        }
        if (next != 'u') {
            throw wrong("an unknown escape");
        }
        at++;
        int code = 0;
        for (int i = 0; i < HEX_DIGITS; i++) {
            char given = peek();
            int digit = "0123456789abcdef".indexOf(given >= 'A' && given <= 'F' ? (char) (given + ' ') : given);
            if (digit < 0) {
                throw wrong("an unknown escape");
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    private static boolean isWhole(CharSequence value) {
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            if (Character.isLowSurrogate(unit)) {
                return false;
            }
            if (Character.isHighSurrogate(unit)) {
                i++;
                if (i == value.length() || !Character.isLowSurrogate(value.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private Json word(String written, Json.Word value) {
        if (!text.startsWith(written, at)) {
            throw wrong("an unknown word");
        }
        at += written.length();
        return value;
    }

    private Json number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (has('.')) {
            at++;
            digits();
        }
        if (has('e') || has('E')) {
            at++;
            if (has('+') || has('-')) {
                at++;
            }
            digits();
        }
        if (at - start > NUMBER_MAX) {
            at = start;
            throw wrong("a number is longer than " + NUMBER_MAX + " characters");
        }
        return new Json.Numeral(text.substring(start, at));
    }

    private void digits() {
        if (!isDigit(peek())) {
            throw wrong("an unexpected character");
        }
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isDigit(char next) {
        return next >= '0' && next <= '9';
    }

    private boolean has(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw wrong("an unexpected character");
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("it ends too early");
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private Unreadable wrong(String what) {
        return new Unreadable("the file is not a ledger in JSON: " + what + " at character " + (at + 1));
    }
}
