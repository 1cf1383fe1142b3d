package com.sothebais.stream.markup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value as text with numbers in it, so that what lies between two of the same kind can be written. Immutable. */
public final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,]+");

    /** Arcs may have their flags written without a space behind, which are no numbers between which others lie. */
    private static final Pattern ARC = Pattern.compile("[aA]");

    private static final double DIGITS = 10_000;

    private final List<String> texts;
    private final double[] numbers;
    private final String written;

    private Numbers(List<String> texts, double[] numbers, String written) {
        this.texts = texts;
        this.numbers = numbers;
        this.written = written;
    }

    public static boolean isOne(String text) {
        return NUMBER.matcher(text).matches();
    }

    public static Numbers of(String value) {
        String text = value.strip();
        List<String> texts = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        boolean dense = false;
        // Names and references to others have digits that are no numbers.
        Matcher number = NUMBER.matcher(text.indexOf('#') >= 0 ? "" : text);
        int from = 0;
        while (number.find()) {
            String between = text.substring(from, number.start());
            dense |= from > 0
                    && between.isEmpty()
                    && Character.isDigit(number.group().charAt(0));
            dense |= from > 0 && between.isEmpty() && number.group().charAt(0) == '.';
            texts.add(SEPARATORS.matcher(between).replaceAll(" ").strip());
            numbers.add(Double.parseDouble(number.group()));
            from = number.end();
        }
        if (dense && ARC.matcher(text).find()) {
            return new Numbers(List.of(text), new double[0], text);
        }
        texts.add(SEPARATORS.matcher(text.substring(from)).replaceAll(" ").strip());
        return new Numbers(
                List.copyOf(texts),
                numbers.stream().mapToDouble(Double::doubleValue).toArray(),
                text);
    }

    public static Numbers of(double... numbers) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i <= numbers.length; i++) {
            texts.add("");
        }
        Numbers result = new Numbers(texts, numbers, "");
        return new Numbers(texts, numbers, result.text());
    }

    public String written() {
        return written;
    }

    public double[] numbers() {
        return numbers.clone();
    }

    /** Whether there are values in between. */
    public boolean isLike(Numbers other) {
        return numbers.length > 0 && texts.equals(other.texts);
    }

    public Numbers between(Numbers to, double share) {
        double[] mixed = new double[numbers.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = numbers[i] + (to.numbers[i] - numbers[i]) * share;
        }
        return new Numbers(texts, mixed, "");
    }

    /** This and so many times another. */
    public Numbers plus(Numbers other, double times) {
        double[] sum = new double[numbers.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = numbers[i] + other.numbers[i] * times;
        }
        return new Numbers(texts, sum, "");
    }

    public double distance(Numbers to) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += (to.numbers[i] - numbers[i]) * (to.numbers[i] - numbers[i]);
        }
        return Math.sqrt(sum);
    }

    public String text() {
        if (numbers.length == 0) {
            return written;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < numbers.length; i++) {
            text.append(i > 0 && texts.get(i).isEmpty() ? "," : texts.get(i)).append(rounded(numbers[i]));
        }
        return text.append(texts.get(numbers.length)).toString();
    }

    private static String rounded(double number) {
        return plain(number, DIGITS);
    }

    /** A number without an exponent, which not all attributes may have. @param digits what the last digit is the share of, a power of ten */
    public static String plain(double number, double digits) {
        double round = Math.rint(number * digits) / digits;
        boolean whole = round == Math.rint(round) && Math.abs(round) < Integer.MAX_VALUE;
        if (whole) {
            return Integer.toString((int) round);
        }
        return Math.abs(round) < 1
                ? BigDecimal.valueOf(round).stripTrailingZeros().toPlainString()
                : Double.toString(round);
    }
}
