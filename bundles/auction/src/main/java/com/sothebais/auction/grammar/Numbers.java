package com.sothebais.auction.grammar;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads the numbers that people write, exactly, and refuses every one that could mean two things. */
final class Numbers {

    /** Longest number that is looked at; anything longer is no money. */
    static final int LENGTH_MAX = 100;

    private static final int GROUP = 3;
    private static final int SHORT_MAX = 18;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final String FRACTIONS = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒↉";
    private static final int[] ABOVE = {1, 1, 3, 1, 2, 1, 2, 3, 4, 1, 5, 1, 1, 3, 5, 7, 1, 1, 0};
    private static final int[] BELOW = {2, 4, 4, 3, 3, 5, 5, 5, 5, 6, 6, 7, 8, 8, 8, 8, 9, 10, 3};

    /** A value or why there is none; exactly one of the two is null. */
    record Value(BigDecimal value, Flaw flaw) {
        static Value bad(Flaw flaw) {
            return new Value(null, flaw);
        }
    }

    private Numbers() {}

    static boolean isFraction(char c) {
        return c > 0x7F && FRACTIONS.indexOf(c) >= 0;
    }

    /** Where the number that starts at {@code from} ends: separators belong to it only in front of a digit. */
    static int end(char[] text, int length, int from) {
        int i = from;
        while (i < length) {
            char c = text[i];
            boolean digitNext = i + 1 < length && Characters.isDigit(text[i + 1]);
            if (Characters.isDigit(c) || isSeparator(c) && digitNext || isFraction(c)) {
                i++;
            } else {
                break;
            }
        }
        return i;
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == ',' || c == '\'' || c == '_' || c == '/' || c == '⁄';
    }

    /** The number from {@code from} to {@code to}, which {@link #end} has found; k and m may follow. */
    static Value parse(char[] text, int from, int to) {
        if (to - from > LENGTH_MAX) {
            return Value.bad(Flaw.OVERFLOW);
        }
        char last = Characters.lower(text[to - 1]);
        if (last == 'k' || last == 'm') {
            Value base = isBroken(text, from, to - 1) ? Value.bad(Flaw.BAD_NUMBER) : parse(text, from, to - 1);
            return base.flaw() != null
                    ? base
                    : new Value(base.value().multiply(last == 'k' ? THOUSAND : MILLION), null);
        }
        BigDecimal plain = plain(text, from, to);
        return plain != null ? new Value(plain, null) : parse(new String(text, from, to - from));
    }

    /** "1/2k" is half a thousand, or a part of two thousand. */
    private static boolean isBroken(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '/' || text[i] == '⁄' || isFraction(text[i])) {
                return true;
            }
        }
        return false;
    }

    /** Nearly every number: a few digits with at most one separator that is clearly a decimal one. Null for the others. */
    private static BigDecimal plain(char[] text, int from, int to) {
        long digits = 0;
        int mark = -1;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (Characters.isDigit(c)) {
                digits = digits * 10 + (c - '0');
            } else if ((c == '.' || c == ',') && mark < 0) {
                mark = i;
            } else {
                return null;
            }
        }
        int decimals = mark < 0 ? 0 : to - mark - 1;
        boolean clear = mark < 0 || decimals != GROUP || text[from] == '0';
        return clear && to - from <= SHORT_MAX ? BigDecimal.valueOf(digits, decimals) : null;
    }

    private static Value parse(String written) {
        int fraction = FRACTIONS.indexOf(written.charAt(written.length() - 1));
        if (fraction >= 0) {
            return withFraction(written.substring(0, written.length() - 1), fraction);
        }
        int slash = Math.max(written.indexOf('/'), written.indexOf('⁄'));
        return slash >= 0 ? quotient(written, slash) : decimal(written);
    }

    private static Value withFraction(String whole, int fraction) {
        if (!isDigits(whole)) {
            return Value.bad(Flaw.BAD_NUMBER);
        }
        Value part = divide(BigInteger.valueOf(ABOVE[fraction]), BigInteger.valueOf(BELOW[fraction]));
        return part.flaw() != null || whole.isEmpty()
                ? part
                : new Value(part.value().add(new BigDecimal(whole)), null);
    }

    private static Value quotient(String written, int slash) {
        String above = written.substring(0, slash);
        String below = written.substring(slash + 1);
        boolean plain = !above.isEmpty() && !below.isEmpty() && isDigits(above) && isDigits(below);
        return plain ? divide(new BigInteger(above), new BigInteger(below)) : Value.bad(Flaw.BAD_NUMBER);
    }

    private static Value divide(BigInteger above, BigInteger below) {
        if (below.signum() == 0) {
            return Value.bad(Flaw.BAD_NUMBER);
        }
        try {
            return new Value(new BigDecimal(above).divide(new BigDecimal(below)), null);
        } catch (ArithmeticException endless) {
            return Value.bad(Flaw.NON_TERMINATING);
        }
    }

    private static Value decimal(String written) {
        int points = 0;
        int commas = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            points += c == '.' ? 1 : 0;
            commas += c == ',' ? 1 : 0;
            if (!Characters.isDigit(c) && c != '.' && c != ',') {
                return Value.bad(Flaw.BAD_NUMBER);
            }
        }
        if (points > 0 && commas > 0) {
            char decimalMark = written.lastIndexOf('.') > written.lastIndexOf(',') ? '.' : ',';
            return grouped(written, decimalMark == '.' ? ',' : '.', decimalMark);
        }
        char mark = points > 0 ? '.' : ',';
        return Math.max(points, commas) > 1 ? grouped(written, mark, '\0') : single(written, mark);
    }

    /** At most one separator: decimal, unless exactly three digits follow one to three others that do not start with a zero. */
    private static Value single(String written, char mark) {
        int before = written.indexOf(mark);
        int after = written.length() - before - 1;
        if (after == GROUP && before >= 1 && before <= GROUP && written.charAt(0) != '0') {
            return Value.bad(Flaw.AMBIGUOUS_SEPARATOR);
        }
        return new Value(new BigDecimal(written.replace(mark, '.')), null);
    }

    private static Value grouped(String written, char group, char decimalMark) {
        int decimalAt = decimalMark == '\0' ? written.length() : written.indexOf(decimalMark);
        if (decimalMark != '\0' && decimalAt != written.lastIndexOf(decimalMark)) {
            return Value.bad(Flaw.BAD_NUMBER);
        }
        StringBuilder digits = new StringBuilder(written.length());
        int groupFrom = 0;
        for (int i = 0; i <= decimalAt; i++) {
            if (i == decimalAt || written.charAt(i) == group) {
                int size = i - groupFrom;
                boolean fits = groupFrom == 0 ? size >= 1 && size <= GROUP && written.charAt(0) != '0' : size == GROUP;
                if (!fits) {
                    return Value.bad(Flaw.BAD_NUMBER);
                }
                digits.append(written, groupFrom, i);
                groupFrom = i + 1;
            }
        }
        if (decimalAt < written.length()) {
            digits.append('.').append(written, decimalAt + 1, written.length());
        }
        return new Value(new BigDecimal(digits.toString()), null);
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Characters.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
