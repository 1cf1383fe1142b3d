package com.sothebais.auction.grammar;

import com.sothebais.auction.grammar.Characters.Fold;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A text with look-alikes of the same meaning folded (full-width and mathematical letters and digits, spaces, minus signs, the
 * entities in which networks write markup) and with everything suspicious marked. One pass, linear. Can be used again, for one text
 * after the other, by one thread at a time.
 */
final class Folded {
    /** More marks than that on one letter are no language; normalising them would also take quadratic time. */
    private static final int MARKS_MAX = 8;

    private static final int USUAL_LENGTH = 512;
    private static final int USUAL_DIGITS = 16;
    private static final int PLAIN_FROM = 0x20;
    private static final int PLAIN_TO = 0x7E;
    private static final int FIRST_COMPOSED = 0x300;
    private static final int INDIC_FROM = 0x900;
    private static final int JAMO_TO = 0x11FF;
    private static final int EMOJI_FROM = 0x1F000;
    /** Punctuation that is also drawn as a picture. */
    private static final String PICTURED = "‼⁉〰〽";

    private static final int SELECTOR = 0xFE0F;
    private static final String[][] ENTITIES = {
        {"&gt;", ">"}, {"&lt;", "<"}, {"&amp;", "&"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&#39;", "'"}, {"&nbsp;", " "}
    };

    private char[] text;
    private int length;
    private boolean hidden;
    private BitSet odd;
    private int[] zeros;
    private boolean marksBelong;

    Folded() {
        text = new char[USUAL_LENGTH];
    }

    /** Forgets the text before and folds this one. */
    void fold(String written) {
        int size = written.length();
        hidden = false;
        odd = null;
        zeros = null;
        marksBelong = false;
        length = 0;
        if (size > text.length) {
            text = new char[size + size / 2];
        }
        written.getChars(0, size, text, 0);
        for (int i = 0; i < size; i++) {
            char c = text[i];
            if (!isPlain(c) && c != '\n') {
                slowly(written);
                return;
            }
        }
        length = size;
    }

    char[] text() {
        return text;
    }

    int length() {
        return length;
    }

    /** Whether something invisible was in the text. */
    boolean hidden() {
        return hidden;
    }

    /** Whether any character there only looks like what the text says. */
    boolean isOdd(int from, int to) {
        if (odd == null) {
            return false;
        }
        int next = odd.nextSetBit(from);
        return next >= 0 && next < to;
    }

    /** Whether the digits from {@code from} to {@code to} are of more than one script. */
    boolean mixesDigits(int from, int to) {
        if (zeros == null) {
            return false;
        }
        int script = -1;
        for (int i = from; i < to; i++) {
            if (Characters.isDigit(text[i])) {
                int zero = i < zeros.length && zeros[i] != 0 ? zeros[i] : '0';
                if (script != -1 && script != zero) {
                    return true;
                }
                script = zero;
            }
        }
        return false;
    }

    private void slowly(String written) {
        String composed = written;
        if (hasMarks(written)) {
            String light = withoutPiles(written);
            hidden = light.length() != written.length();
            composed = Normalizer.normalize(light, Normalizer.Form.NFC);
        }
        take(composed);
    }

    /** Whether anything could be composed; emoji and Chinese cannot, and normalising them would only take time. */
    private static boolean hasMarks(String written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            boolean indicOrJamo = c >= INDIC_FROM && c <= JAMO_TO;
            if (c >= FIRST_COMPOSED
                    && (indicOrJamo
                            || Character.isHighSurrogate(c) && isAstralMark(written, i)
                            || Characters.fold(c) == Fold.MARK)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAstralMark(String written, int at) {
        int c = written.codePointAt(at);
        return c < EMOJI_FROM && Character.getType(c) != Character.OTHER_LETTER;
    }

    /** Drops marks that are piled up on one letter. */
    private static String withoutPiles(String written) {
        StringBuilder light = null;
        int marks = 0;
        for (int i = 0; i < written.length(); ) {
            int c = written.codePointAt(i);
            int width = Character.charCount(c);
            marks = Characters.fold(c) == Fold.MARK ? marks + 1 : 0;
            if (marks > MARKS_MAX && light == null) {
                light = new StringBuilder(written.length()).append(written, 0, i);
            }
            if (marks <= MARKS_MAX && light != null) {
                light.appendCodePoint(c);
            }
            i += width;
        }
        return light == null ? written : light.toString();
    }

    private void take(String written) {
        int before = ' ';
        for (int i = 0; i < written.length(); ) {
            char plain = written.charAt(i);
            if (isPlain(plain)) {
                add(plain);
                before = plain;
                i++;
                continue;
            }
            int c = written.codePointAt(i);
            int entity = c == '&' ? entity(written, i) : -1;
            if (entity >= 0) {
                add(ENTITIES[entity][1]);
                before = ' ';
                i += ENTITIES[entity][0].length();
            } else {
                i += Character.charCount(c);
                take(c, before, i < written.length() ? written.codePointAt(i) : ' ');
                before = c;
            }
        }
    }

    private void take(int c, int before, int after) {
        switch (Characters.fold(c)) {
            case PLAIN -> add(c);
            case SPACE -> add(' ');
            case LINE -> add('\n');
            case HIDDEN -> hidden = true;
            case DIGIT -> digit(c);
            case STYLED -> add(Characters.replacement(c));
            case ODD -> {
                markOdd(length, length + Characters.replacement(c).length());
                add(Characters.replacement(c));
            }
            case MARK -> mark(c, before);
            case JOINER -> joiner(c, before, after);
            case KEYCAP -> markOdd(Math.max(0, length - 1), length);
            default -> throw new IllegalStateException("no way to fold " + c);
        }
    }

    /** Joiners and variation selectors are at home in emoji; a digit that is made a picture is no plain digit. */
    private void joiner(int c, int before, int after) {
        int type = Character.getType(before);
        boolean emoji = type == Character.OTHER_SYMBOL
                || type == Character.MODIFIER_SYMBOL
                || type == Character.MATH_SYMBOL
                || before == SELECTOR
                || before > EMOJI_FROM
                || c == SELECTOR && PICTURED.indexOf(before) >= 0;
        if (c == SELECTOR && before >= '0' && before <= '9') {
            markOdd(length - 1, length);
        } else if (!emoji || c != SELECTOR && Character.isLetterOrDigit(after)) {
            hidden = true;
        }
    }

    private void digit(int c) {
        int value = Character.digit(c, 10);
        if (zeros == null) {
            zeros = new int[length + USUAL_DIGITS];
        } else if (length >= zeros.length) {
            zeros = Arrays.copyOf(zeros, length * 2);
        }
        zeros[length] = c - value;
        add('0' + value);
    }

    /** Marks belong to the letters of many scripts; on Latin, Cyrillic and Greek ones NFC has left only decoration. */
    private void mark(int c, int before) {
        int type = Character.getType(before);
        Character.UnicodeScript script = Character.UnicodeScript.of(before);
        boolean needed = Character.UnicodeScript.of(c) != Character.UnicodeScript.INHERITED
                || Character.isLetter(before)
                        && script != Character.UnicodeScript.LATIN
                        && script != Character.UnicodeScript.CYRILLIC
                        && script != Character.UnicodeScript.GREEK;
        marksBelong = needed || marksBelong && type == Character.NON_SPACING_MARK;
        if (marksBelong) {
            add(c);
        } else if (length > 0) {
            markOdd(length - 1, length);
        }
    }

    private void markOdd(int from, int to) {
        if (odd == null) {
            odd = new BitSet();
        }
        odd.set(from, to);
    }

    /** Stands for itself, whatever is beside it. */
    private static boolean isPlain(char c) {
        return c >= PLAIN_FROM && c <= PLAIN_TO && c != '&' && c != '`';
    }

    private void add(char c) {
        if (length == text.length) {
            text = Arrays.copyOf(text, text.length * 2 + 2);
        }
        text[length++] = c;
    }

    private void add(int c) {
        if (Character.isBmpCodePoint(c)) {
            add((char) c);
            return;
        }
        add(Character.highSurrogate(c));
        add(Character.lowSurrogate(c));
    }

    private void add(String more) {
        for (int i = 0; i < more.length(); i++) {
            add(more.charAt(i));
        }
    }

    private static int entity(String written, int at) {
        for (int i = 0; i < ENTITIES.length; i++) {
            if (written.startsWith(ENTITIES[i][0], at)) {
                return i;
            }
        }
        return -1;
    }
}
