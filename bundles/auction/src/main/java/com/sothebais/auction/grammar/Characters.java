package com.sothebais.auction.grammar;

import java.text.Normalizer;

/**
 * What every character is to the grammar. Asking the Unicode tables for each character of each post is slow, so the answers for a
 * block of 256 are worked out when one of them is first met, and kept. Safe for any thread: a block is immutable, and two threads
 * that work it out at once find the same.
 */
final class Characters {
    /** What becomes of a character when a text is folded. */
    enum Fold {
        PLAIN,
        SPACE,
        LINE,
        /** Cannot be seen, or changes the order of what is seen. */
        HIDDEN,
        DIGIT,
        /** Another way to write {@link #replacement}. */
        STYLED,
        /** Only looks like {@link #replacement}. */
        ODD,
        /** Stands on the letter before. */
        MARK,
        /** Belongs to an emoji, or hides between letters. */
        JOINER,
        /** Makes a key of the digit before. */
        KEYCAP
    }

    private static final int BLOCK = 256;
    private static final int KEPT = 0x20000;
    private static final Block[] BLOCKS = new Block[KEPT / BLOCK];
    private static final String FILLERS = "\u3164\u115F\u1160\uFFA0\u2800\u180E\u034F\u17B4\u17B5";
    private static final int ASCII = 0x80;
    private static final int HALF_WIDTH_FROM = 0xFF00;
    private static final int ONE_DOT = 0x2024;

    private record Block(Fold[] folds, String[] replacements) {}

    private Characters() {}

    static Fold fold(int c) {
        return c < KEPT ? block(c).folds[c % BLOCK] : foldOf(c);
    }

    /** What a styled or odd character stands for. */
    static String replacement(int c) {
        String kept = c < KEPT ? block(c).replacements[c % BLOCK] : null;
        return kept != null ? kept : replacementOf(c);
    }

    static char lower(char c) {
        if (c < ASCII) {
            return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
        }
        return Character.toLowerCase(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return c < ASCII ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' : Character.isLetter(c);
    }

    /** Part of a word. Letters outside the first plane come as surrogates, which count. */
    static boolean isWordPart(char c) {
        if (c < ASCII) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
        }
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    /** Of a script that writes words without spaces: Chinese, Japanese, Korean, Thai. */
    static boolean isRun(int c) {
        return c >= 0x0E00
                && (c <= 0x0E7F
                        || c >= 0x1100 && c <= 0x11FF
                        || c >= 0x2E80 && c <= 0x2FDF
                        || c >= 0x3005 && c <= 0x3007
                        || c >= 0x3040 && c <= 0x30FF && c != 0x30FB
                        || c >= 0x3130 && c <= 0x318F
                        || c >= 0x31F0 && c <= 0x31FF
                        || c >= 0x3400 && c <= 0x4DBF
                        || c >= 0x4E00 && c <= 0x9FFF
                        || c >= 0xAC00 && c <= 0xD7FF
                        || c >= 0xF900 && c <= 0xFAFF
                        || c >= 0x20000 && c <= 0x3FFFF);
    }

    private static Block block(int c) {
        Block block = BLOCKS[c / BLOCK];
        if (block == null) {
            block = work(c / BLOCK * BLOCK);
            BLOCKS[c / BLOCK] = block;
        }
        return block;
    }

    private static Block work(int first) {
        Fold[] folds = new Fold[BLOCK];
        String[] replacements = new String[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            folds[i] = foldOf(first + i);
            if (folds[i] == Fold.STYLED || folds[i] == Fold.ODD) {
                replacements[i] = replacementOf(first + i);
            }
        }
        return new Block(folds, replacements);
    }

    private static Fold foldOf(int c) {
        int type = Character.getType(c);
        if (c == 0x20E3) {
            return Fold.KEYCAP;
        }
        if (c == 0xFE0F || c == 0x200D) {
            return Fold.JOINER;
        }
        if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x3002) {
            return Fold.LINE;
        }
        if (c == '\t' || type == Character.SPACE_SEPARATOR) {
            return Fold.SPACE;
        }
        if (isHidden(c, type)) {
            return Fold.HIDDEN;
        }
        if (type == Character.DECIMAL_DIGIT_NUMBER) {
            return Fold.DIGIT;
        }
        if (Numbers.isFraction((char) c) && c < 0x10000) {
            return Fold.PLAIN;
        }
        if (type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER || isEnclosed(c)) {
            return c >= 0x3007 && c <= 0x3029 ? Fold.PLAIN : Fold.ODD;
        }
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return Fold.MARK;
        }
        if (replacementOf(c).equals(Character.toString(c))) {
            return Fold.PLAIN;
        }
        boolean raised = type == Character.MODIFIER_LETTER && c < HALF_WIDTH_FROM;
        return raised || c == ONE_DOT ? Fold.ODD : Fold.STYLED;
    }

    private static String replacementOf(int c) {
        return switch (c) {
            case 0x2212, 0x2010, 0x2011, 0xFE63, 0xFF0D -> "-";
            case 0x2018, 0x2019, 0x201B, 0x02BC, 0x00B4, 0x0060, 0xFF07 -> "'";
            case 0x066B -> ".";
            case 0x066C -> ",";
            case 0x2026 -> "...";
            case 0x1F51F -> "10";
            default -> c < ASCII ? Character.toString(c) : compatible(c);
        };
    }

    /** Numbers such as the circled ones of the dingbats have no other form, only a value. */
    private static String compatible(int c) {
        String folded = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        int type = Character.getType(c);
        boolean number = type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER;
        return number && folded.equals(Character.toString(c))
                ? Integer.toString(Math.max(0, Character.getNumericValue(c)))
                : folded;
    }

    private static boolean isHidden(int c, int type) {
        return type == Character.FORMAT
                || type == Character.CONTROL
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE
                || type == Character.SURROGATE
                || c >= 0xFE00 && c <= 0xFE0E
                || c >= 0xE0000 && c <= 0xE0FFF
                || FILLERS.indexOf(c) >= 0;
    }

    private static boolean isEnclosed(int c) {
        return c >= 0x2460 && c <= 0x24FF || c >= 0x1F100 && c <= 0x1F1E5 || c == 0x1F51F;
    }
}
