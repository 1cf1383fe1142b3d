package com.sothebais.auction.grammar;

import java.text.Normalizer;
import java.util.BitSet;

/**
 * A text with look-alikes of the same meaning folded (full-width and mathematical letters and digits, spaces, minus signs) and
 * with everything suspicious marked. One pass, linear.
 *
 * @param text folded text
 * @param odd positions whose written form only looks like what the text says
 * @param digits for each position that is a digit, the code point of the zero of its script; 0 elsewhere
 * @param hidden whether something invisible was in the text
 */
record Folded(String text, BitSet odd, int[] digits, boolean hidden) {
    private static final String FILLERS = "\u3164\u115F\u1160\uFFA0\u2800\u180E";
    private static final int VARIATION = 0xFE0F;
    private static final int JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;

    static Folded of(String written) {
        return new Folding().fold(Normalizer.normalize(written, Normalizer.Form.NFC));
    }

    /** Whether the digits from {@code from} to {@code to} are of more than one script. */
    boolean mixesDigits(int from, int to) {
        int script = -1;
        for (int i = from; i < to; i++) {
            if (digits[i] != 0) {
                if (script != -1 && script != digits[i]) {
                    return true;
                }
                script = digits[i];
            }
        }
        return false;
    }

    boolean isOdd(int from, int to) {
        int next = odd.nextSetBit(from);
        return next >= 0 && next < to;
    }

    /** The pass itself. */
    private static final class Folding {
        private final StringBuilder out = new StringBuilder();
        private final BitSet odd = new BitSet();
        private int[] digits = new int[64];
        private boolean hidden;

        Folded fold(String written) {
            int before = ' ';
            for (int i = 0; i < written.length(); ) {
                int c = written.codePointAt(i);
                take(c, before);
                before = c;
                i += Character.charCount(c);
            }
            digits = java.util.Arrays.copyOf(digits, out.length());
            return new Folded(out.toString(), odd, digits, hidden);
        }

        private void take(int c, int before) {
            int type = Character.getType(c);
            if (c == VARIATION || c == JOINER || c == KEYCAP) {
                joiner(c, before);
            } else if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
                add("\n");
            } else if (c == '\t' || type == Character.SPACE_SEPARATOR) {
                add(" ");
            } else if (isHidden(c, type)) {
                hidden = true;
            } else if (type == Character.DECIMAL_DIGIT_NUMBER) {
                digit(c);
            } else if (isFraction(c)) {
                add(Character.toString(c));
            } else if (type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER || isEnclosed(c)) {
                addOdd(nfkc(c));
            } else if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
                mark(c, before);
            } else {
                add(plain(c));
            }
        }

        private void joiner(int c, int before) {
            boolean emoji = Character.getType(before) == Character.OTHER_SYMBOL
                    || Character.getType(before) == Character.MODIFIER_SYMBOL
                    || Character.getType(before) == Character.SURROGATE
                    || before == VARIATION
                    || before > 0x1F000
                    || before == 0x2764;
            if (c == KEYCAP || before >= '0' && before <= '9') {
                if (out.length() > 0) {
                    odd.set(out.length() - 1);
                }
            } else if (!emoji) {
                hidden = true;
            }
        }

        private void digit(int c) {
            int value = Character.digit(c, 10);
            add(Integer.toString(value));
            if (out.length() > digits.length) {
                digits = java.util.Arrays.copyOf(digits, out.length() * 2);
            }
            digits[out.length() - 1] = c - value;
        }

        private void mark(int c, int before) {
            Character.UnicodeScript script = Character.UnicodeScript.of(before);
            boolean needsMarks = Character.isLetter(before)
                    && script != Character.UnicodeScript.LATIN
                    && script != Character.UnicodeScript.CYRILLIC
                    && script != Character.UnicodeScript.GREEK;
            if (needsMarks || Character.getType(before) == Character.NON_SPACING_MARK) {
                add(Character.toString(c));
            } else if (out.length() > 0) {
                odd.set(out.length() - 1);
            }
        }

        private void add(String text) {
            out.append(text);
            if (out.length() > digits.length) {
                digits = java.util.Arrays.copyOf(digits, out.length() * 2);
            }
        }

        private void addOdd(String text) {
            odd.set(out.length(), out.length() + text.length());
            add(text);
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
            return c >= 0x2460 && c <= 0x24FF || c >= 0x1F100 && c <= 0x1F1E5;
        }

        private static boolean isFraction(int c) {
            return c >= 0xBC && c <= 0xBE || c >= 0x2150 && c <= 0x215E || c == 0x2189;
        }

        private static String nfkc(int c) {
            return Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        }

        private static String plain(int c) {
            return switch (c) {
                case 0x2212, 0x2010, 0x2011, 0xFE63, 0xFF0D -> "-";
                case 0x2019, 0x02BC, 0x00B4, 0x0060, 0xFF07 -> "'";
                case 0x066B -> ".";
                case 0x066C -> ",";
                case 0x3002 -> "\n";
                case 0x2026 -> "...";
                default -> c < 0x80 ? String.valueOf((char) c) : nfkc(c);
            };
        }
    }
}
