package com.sothebais.auction.grammar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds numbers in a text in another way than the grammar does, so that one can be held against the other. */
final class WrittenNumbers {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9.,'_/])[0-9.,]*[0-9](/[0-9]+)?[kKmM]?(?![0-9]|['_/⁄.,][0-9])");
    private static final Pattern MIXED = Pattern.compile("(\\p{Nd}*)([½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅒])");
    private static final int[] POWERS = {0, -3, -6, -9, -12, -15, -18};

    private WrittenNumbers() {}

    /** Every whole number of the text, in every way it can be meant. */
    static List<BigDecimal> of(String text) {
        List<BigDecimal> values = new ArrayList<>();
        Matcher mixed = MIXED.matcher(text);
        while (mixed.find()) {
            String[] parts =
                    Normalizer.normalize(mixed.group(2), Normalizer.Form.NFKC).split("⁄");
            BigDecimal whole = mixed.group(1).isEmpty() ? BigDecimal.ZERO : new BigDecimal(folded(mixed.group(1)));
            values.add(
                    whole.add(new BigDecimal(parts[0]).divide(new BigDecimal(parts[1]), 40, RoundingMode.HALF_EVEN)));
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('٫', '.')
                .replace('⁄', '/');
        Matcher matcher = NUMBER.matcher(folded(plain));
        while (matcher.find()) {
            add(values, matcher.group());
        }
        return values;
    }

    private static String folded(String plain) {
        StringBuilder digits = new StringBuilder();
        plain.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                digits.append(Character.digit(c, 10));
            } else {
                digits.appendCodePoint(c);
            }
        });
        return digits.toString();
    }

    /** The same number, or the same in a smaller unit of ether. */
    static boolean isSame(BigDecimal written, BigDecimal read) {
        for (int power : POWERS) {
            if (written.scaleByPowerOfTen(power).compareTo(read) == 0) {
                return true;
            }
        }
        return false;
    }

    private static void add(List<BigDecimal> values, String written) {
        char last = Character.toLowerCase(written.charAt(written.length() - 1));
        if (last == 'k' || last == 'm') {
            List<BigDecimal> base = new ArrayList<>();
            add(base, written.substring(0, written.length() - 1));
            base.forEach(value -> values.add(value.scaleByPowerOfTen(last == 'k' ? 3 : 6)));
            return;
        }
        int slash = written.indexOf('/');
        if (slash > 0) {
            String above = written.substring(0, slash).replaceAll("[.,]", "");
            BigDecimal below = new BigDecimal(written.substring(slash + 1));
            if (below.signum() > 0) {
                values.add(new BigDecimal(above).divide(below, 40, RoundingMode.HALF_EVEN));
            }
            return;
        }
        for (String reading :
                List.of(written.replace(",", ""), written.replace(".", "").replace(',', '.'))) {
            if (reading.matches("[0-9]*[.]?[0-9]+")) {
                values.add(new BigDecimal(reading));
            }
        }
    }
}
