package com.sothebais.auction.grammar;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/** Reads the numbers that people write, exactly, and refuses every one that could mean two things. */
final class Numbers {

    /** Longest number that is looked at; anything longer is no money. */
    static final int LENGTH_MAX = 100;

    private static final int GROUP = 3;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final Map<Character, int[]> FRACTIONS = Map.ofEntries(
            Map.entry('½', new int[] {1, 2}),
            Map.entry('¼', new int[] {1, 4}),
            Map.entry('¾', new int[] {3, 4}),
            Map.entry('⅓', new int[] {1, 3}),
            Map.entry('⅔', new int[] {2, 3}),
            Map.entry('⅕', new int[] {1, 5}),
            Map.entry('⅖', new int[] {2, 5}),
            Map.entry('⅗', new int[] {3, 5}),
            Map.entry('⅘', new int[] {4, 5}),
            Map.entry('⅙', new int[] {1, 6}),
            Map.entry('⅚', new int[] {5, 6}),
            Map.entry('⅐', new int[] {1, 7}),
            Map.entry('⅛', new int[] {1, 8}),
            Map.entry('⅜', new int[] {3, 8}),
            Map.entry('⅝', new int[] {5, 8}),
            Map.entry('⅞', new int[] {7, 8}),
            Map.entry('⅑', new int[] {1, 9}),
            Map.entry('⅒', new int[] {1, 10}),
            Map.entry('↉', new int[] {0, 3}));

    /** A value or why there is none; exactly one of the two is null. */
    record Value(BigDecimal value, Flaw flaw) {
        static Value bad(Flaw flaw) {
            return new Value(null, flaw);
        }
    }

    private Numbers() {}

    static boolean isFraction(char c) {
        return FRACTIONS.containsKey(c);
    }

    /** Where the number that starts at {@code from} ends: separators belong to it only in front of a digit. */
    static int end(String text, int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean digitNext = i + 1 < text.length() && isDigit(text.charAt(i + 1));
            if (isDigit(c) || isFraction(c) || ".,'_/⁄".indexOf(c) >= 0 && digitNext) {
                i++;
            } else {
                break;
            }
        }
        return i;
    }

    static Value parse(String written) {
        if (written.length() > LENGTH_MAX) {
            return Value.bad(Flaw.OVERFLOW);
        }
        char last = written.charAt(written.length() - 1);
        if (last == 'k' || last == 'm') {
            Value base = parse(written.substring(0, written.length() - 1));
            return base.flaw() != null
                    ? base
                    : new Value(base.value().multiply(last == 'k' ? THOUSAND : THOUSAND.multiply(THOUSAND)), null);
        }
        if (isFraction(last)) {
            return withFraction(written.substring(0, written.length() - 1), FRACTIONS.get(last));
        }
        int slash = Math.max(written.indexOf('/'), written.indexOf('⁄'));
        return slash >= 0 ? quotient(written, slash) : decimal(written);
    }

    private static Value withFraction(String whole, int[] fraction) {
        if (!whole.chars().allMatch(c -> isDigit((char) c))) {
            return Value.bad(Flaw.BAD_NUMBER);
        }
        Value part = divide(BigInteger.valueOf(fraction[0]), BigInteger.valueOf(fraction[1]));
        return part.flaw() != null || whole.isEmpty()
                ? part
                : new Value(part.value().add(new BigDecimal(whole)), null);
    }

    private static Value quotient(String written, int slash) {
        String above = written.substring(0, slash);
        String below = written.substring(slash + 1);
        boolean plain = !above.isEmpty()
                && !below.isEmpty()
                && above.chars().allMatch(c -> isDigit((char) c))
                && below.chars().allMatch(c -> isDigit((char) c));
        return plain ? divide(new BigInteger(above), new BigInteger(below)) : Value.bad(Flaw.BAD_NUMBER);
    }

    private static Value divide(BigInteger above, BigInteger below) {
        if (below.signum() == 0) {
            return Value.bad(Flaw.BAD_NUMBER);
        }
        try {
            return new Value(new BigDecimal(above).divide(new BigDecimal(below)), null);
        } catch (ArithmeticException e) {
            return Value.bad(Flaw.NON_TERMINATING);
        }
    }

    private static Value decimal(String written) {
        int points = count(written, '.');
        int commas = count(written, ',');
        if (!written.chars().allMatch(c -> isDigit((char) c) || c == '.' || c == ',')) {
            return Value.bad(Flaw.BAD_NUMBER);
        }
        if (points == 0 && commas == 0) {
            return new Value(new BigDecimal(written), null);
        }
        if (points > 0 && commas > 0) {
            char decimalMark = written.lastIndexOf('.') > written.lastIndexOf(',') ? '.' : ',';
            return grouped(written, decimalMark == '.' ? ',' : '.', decimalMark);
        }
        char mark = points > 0 ? '.' : ',';
        return Math.max(points, commas) > 1 ? grouped(written, mark, '\0') : single(written, mark);
    }

    /** One separator: decimal, unless exactly three digits follow one to three others that do not start with a zero. */
    private static Value single(String written, char mark) {
        int at = written.indexOf(mark);
        int before = at;
        int after = written.length() - at - 1;
        if (after == GROUP && before >= 1 && before <= GROUP && written.charAt(0) != '0') {
            return Value.bad(Flaw.AMBIGUOUS_SEPARATOR);
        }
        return new Value(new BigDecimal(written.replace(mark, '.')), null);
    }

    private static Value grouped(String written, char group, char decimalMark) {
        int decimalAt = decimalMark == '\0' ? written.length() : written.indexOf(decimalMark);
        if (decimalMark != '\0' && (decimalAt != written.lastIndexOf(decimalMark) || decimalAt == 0)) {
            return Value.bad(Flaw.BAD_NUMBER);
        }
        String[] groups = written.substring(0, decimalAt).split(group == '.' ? "\\." : ",", -1);
        for (int i = 0; i < groups.length; i++) {
            boolean fits = i == 0
                    ? groups[i].length() >= 1 && groups[i].length() <= GROUP && groups[i].charAt(0) != '0'
                    : groups[i].length() == GROUP;
            if (!fits) {
                return Value.bad(Flaw.BAD_NUMBER);
            }
        }
        String whole = String.join("", groups);
        return new Value(
                new BigDecimal(decimalAt == written.length() ? whole : whole + "." + written.substring(decimalAt + 1)),
                null);
    }

    private static int count(String text, char c) {
        return (int) text.chars().filter(other -> other == c).count();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
