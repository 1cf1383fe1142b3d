package com.sothebais.stream.css;

import com.sothebais.stream.markup.Numbers;
import java.util.Arrays;

/**
 * Numbers and lengths, one or a list.
 *
 * @param numbers units of the drawing
 * @param least smallest number that means something
 * @param most largest one
 */
record Amounts(double[] numbers, double least, double most) implements Value {
    /** Lists of different lengths are repeated until both end together, up to so many numbers. */
    private static final int REPEATED_MAX = 200;

    @Override
    public Value to(Value other, double share) {
        if (!(other instanceof Amounts to)) {
            return share < 0.5 ? this : other;
        }
        int count = numbers.length;
        while (count % to.numbers.length != 0 && count <= REPEATED_MAX) {
            count += numbers.length;
        }
        if (count > REPEATED_MAX) {
            return share < 0.5 ? this : other;
        }
        double[] mixed = new double[count];
        for (int i = 0; i < count; i++) {
            double from = numbers[i % numbers.length];
            mixed[i] = from + (to.numbers[i % to.numbers.length] - from) * share;
        }
        return new Amounts(mixed, least, most);
    }

    @Override
    public String text() {
        double[] within = Arrays.stream(numbers)
                .map(one -> Math.min(most, Math.max(least, one)))
                .toArray();
        return Numbers.of(within).text();
    }
}
