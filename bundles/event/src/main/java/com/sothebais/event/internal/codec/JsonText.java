package com.sothebais.event.internal.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON in UTF-8 and the places of its parts. Every method takes the place where something begins and gives the place behind it,
 * or throws {@link CodecException}; what is passed over is checked for its shape, not for what its strings spell.
 */
final class JsonText {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';

    /** Nothing of ours is nested half as deep. */
    private static final int DEPTH_MAX = 64;

    final byte[] bytes;
    final int end;

    JsonText(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /** The byte there; 0, which JSON has nowhere, behind the end. */
    int at(int place) {
        return place < end ? bytes[place] : 0;
    }

    int space(int place) {
        int next = place;
        while (next < end
                && (bytes[next] == ' ' || bytes[next] == '\n' || bytes[next] == '\r' || bytes[next] == '\t')) {
            next++;
        }
        return next;
    }

    /** Passes one expected character and the space around it. */
    int pass(int place, char expected) {
        int next = space(place);
        if (at(next) != expected) {
            throw new CodecException("expected '" + expected + "' at byte " + next);
        }
        return space(next + 1);
    }

    /** Behind the value and the comma that may follow it; a bracket that closes is left. */
    int passItem(int place) {
        return passComma(passValue(place, 0));
    }

    int passComma(int place) {
        int next = space(place);
        if (at(next) == ',') {
            next = space(next + 1);
            if (at(next) != '}' && at(next) != ']') {
                return next;
            }
        } else if (at(next) == '}' || at(next) == ']') {
            return next;
        }
        throw new CodecException("expected a comma or an end at byte " + next);
    }

    int passValue(int place) {
        return passValue(place, 0);
    }

    /** Behind the closing quotation mark. */
    int passString(int place) {
        if (at(place) != '"') {
            throw new CodecException("expected a string at byte " + place);
        }
        int next = place + 1;
        while (true) {
            next = quoteOrBackslash(next);
            if (bytes[next] == '"') {
                return next + 1;
            }
            next += 2;
        }
    }

    /** The characters between the quotation marks. */
    String string(int place, int behind) {
        int from = place + 1;
        int to = behind - 1;
        boolean plain = true;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b >= 0 && b < ' ') {
                throw new CodecException("a string has a bare control character at byte " + i);
            }
            plain &= b != '\\';
        }
        // The platform's decoder finds out quickly by itself that a text is ASCII.
        return plain ? new String(bytes, from, to - from, StandardCharsets.UTF_8) : unescaped(from, to);
    }

    long number(int place, int behind) {
        boolean negative = at(place) == '-';
        int from = negative ? place + 1 : place;
        boolean leadingZero = at(from) == '0' && behind - from > 1;
        if (behind == from || leadingZero) {
            throw new CodecException("no whole number at byte " + place);
        }
        long value = 0;
        for (int i = from; i < behind; i++) {
            // Negative while it grows, because the smallest number has no positive twin.
            value = Math.subtractExact(Math.multiplyExact(value, 10L), digit(bytes[i], i));
        }
        return negative ? value : Math.negateExact(value);
    }

    boolean matches(int place, String ascii) {
        int length = ascii.length();
        if (end - place < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[place + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean matches(int place, byte[] expected) {
        return end - place >= expected.length
                && Arrays.equals(bytes, place, place + expected.length, expected, 0, expected.length);
    }

    private int passValue(int place, int depth) {
        return switch (at(place)) {
            case '"' -> passString(place);
            case '{', '[' -> passItems(place, depth + 1);
            case 't' -> passWord(place, "true");
            case 'f' -> passWord(place, "false");
            default -> passNumber(place);
        };
    }

    private int passItems(int place, int depth) {
        if (depth > DEPTH_MAX) {
            throw new CodecException("more than " + DEPTH_MAX + " levels");
        }
        boolean named = at(place) == '{';
        char close = named ? '}' : ']';
        int next = space(place + 1);
        while (at(next) != close) {
            int value = named ? pass(passString(next), ':') : next;
            next = passComma(passValue(value, depth));
        }
        return next + 1;
    }

    private int passWord(int place, String word) {
        if (!matches(place, word)) {
            throw new CodecException("no value at byte " + place);
        }
        return place + word.length();
    }

    private int passNumber(int place) {
        int next = at(place) == '-' ? place + 1 : place;
        int first = next;
        while (next < end && bytes[next] >= '0' && bytes[next] <= '9') {
            next++;
        }
        if (next == first || at(next) == '.' || at(next) == 'e' || at(next) == 'E') {
            throw new CodecException("a payload has only whole numbers, found another at byte " + place);
        }
        return next;
    }

    /** Eight bytes at a time: most of a payload is inside strings. */
    private int quoteOrBackslash(int place) {
        int next = place;
        while (next + Long.BYTES <= end) {
            long word = (long) LONGS.get(bytes, next);
            long found = zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES);
            if (found != 0) {
                return next + (Long.numberOfTrailingZeros(found) >> 3);
            }
            next += Long.BYTES;
        }
        while (next < end) {
            if (bytes[next] == '"' || bytes[next] == '\\') {
                return next;
            }
            next++;
        }
        throw new CodecException("a string has no end");
    }

    /** Marks the bytes that are zero; of several the lowest mark is right, and only that one is looked at. */
    private static long zeros(long word) {
        return (word - ONES) & ~word & HIGHS;
    }

    private String unescaped(int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int begin = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] != '\\') {
                continue;
            }
            text.append(new String(bytes, begin, i - begin, StandardCharsets.UTF_8));
            i++;
            switch (bytes[i]) {
                case '"', '\\', '/' -> text.append((char) bytes[i]);
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append(hex(i + 1, to));
                    i += 4;
                }
                default -> throw new CodecException("unknown escape at byte " + i);
            }
            begin = i + 1;
        }
        return text.append(new String(bytes, begin, to - begin, StandardCharsets.UTF_8))
                .toString();
    }

    private char hex(int from, int to) {
        int c = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = i < to ? Character.digit(bytes[i], 16) : -1;
            if (digit < 0) {
                throw new CodecException("no hexadecimal digit at byte " + i);
            }
            c = c << 4 | digit;
        }
        return (char) c;
    }

    private static int digit(byte b, int place) {
        if (b < '0' || b > '9') {
            throw new CodecException("no digit at byte " + place);
        }
        return b - '0';
    }
}
