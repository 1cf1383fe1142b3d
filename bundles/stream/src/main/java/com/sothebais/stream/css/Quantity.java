package com.sothebais.stream.css;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit, as CSS Values Level 3 has it, {@code calc()} included.
 *
 * @param number pixels, degrees or milliseconds, by the unit
 * @param percent what of a length goes with the size of a box, in hundredths
 */
record Quantity(double number, double percent, Unit unit) {
    enum Unit {
        NUMBER,
        LENGTH,
        ANGLE,
        TIME
    }

    /** Longest text of one, characters. */
    private static final int CHARS_MAX = 500;

    private static final int DEPTH_MAX = 20;

    /** Letters have the size browsers begin with. */
    private static final double EM = 16;

    private static final double INCH = 96;

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)([a-zA-Z%]*)|(calc\\(|[-+*/()]))");

    static Optional<Quantity> of(String text) {
        if (text.length() > CHARS_MAX) {
            return Optional.empty();
        }
        String small = text.strip().toLowerCase(Locale.ROOT);
        Matcher plain = TOKEN.matcher(small);
        if (plain.matches() && plain.group(1) != null) {
            return unit(Double.parseDouble(plain.group(1)), plain.group(2));
        }
        return small.startsWith("calc(") ? new Sum(small).read() : Optional.empty();
    }

    /** A plain number; empty for all else. */
    static OptionalDouble number(String text) {
        return number(text, Unit.NUMBER);
    }

    /** Milliseconds. */
    static OptionalDouble millis(String text) {
        return number(text, Unit.TIME);
    }

    /** Degrees; a plain number is, too, since attributes have no units. */
    static OptionalDouble degrees(String text) {
        OptionalDouble angle = number(text, Unit.ANGLE);
        return angle.isPresent() ? angle : number(text);
    }

    private static OptionalDouble number(String text, Unit unit) {
        Optional<Quantity> one = of(text).filter(quantity -> quantity.unit == unit);
        return one.isPresent() ? OptionalDouble.of(one.get().number) : OptionalDouble.empty();
    }

    private static Optional<Quantity> unit(double number, String unit) {
        Quantity known =
                switch (unit) {
                    case "" -> new Quantity(number, 0, Unit.NUMBER);
                    case "%" -> new Quantity(0, number, Unit.LENGTH);
                    case "px" -> length(number);
                    case "em", "rem" -> length(number * EM);
                    case "in" -> length(number * INCH);
                    case "cm" -> length(number * INCH / 2.54);
                    case "mm" -> length(number * INCH / 25.4);
                    case "pt" -> length(number * INCH / 72);
                    case "pc" -> length(number * INCH / 6);
                    case "deg" -> new Quantity(number, 0, Unit.ANGLE);
                    case "rad" -> new Quantity(Math.toDegrees(number), 0, Unit.ANGLE);
                    case "grad" -> new Quantity(number * 0.9, 0, Unit.ANGLE);
                    case "turn" -> new Quantity(number * 360, 0, Unit.ANGLE);
                    case "s" -> new Quantity(number * 1_000, 0, Unit.TIME);
                    case "ms" -> new Quantity(number, 0, Unit.TIME);
                    default -> new Quantity(Double.NaN, 0, Unit.NUMBER);
                };
        // What is beyond any drawing has no place in between either.
        return Optional.of(known)
                .filter(one -> Double.isFinite((float) one.number) && Double.isFinite((float) one.percent));
    }

    private static Quantity length(double pixels) {
        return new Quantity(pixels, 0, Unit.LENGTH);
    }

    private Optional<Quantity> plus(Quantity other, int sign) {
        return unit == other.unit
                ? Optional.of(new Quantity(number + sign * other.number, percent + sign * other.percent, unit))
                : Optional.empty();
    }

    private Optional<Quantity> times(Quantity other) {
        if (other.unit != Unit.NUMBER) {
            return unit == Unit.NUMBER ? other.times(this) : Optional.empty();
        }
        return Optional.of(new Quantity(number * other.number, percent * other.number, unit));
    }

    private Optional<Quantity> over(Quantity other) {
        return other.unit == Unit.NUMBER && other.number != 0
                ? times(new Quantity(1 / other.number, 0, Unit.NUMBER))
                : Optional.empty();
    }

    /** What a {@code calc()} comes to. */
    private static final class Sum {
        private final Deque<String> tokens = new ArrayDeque<>();
        private boolean damaged;

        Sum(String text) {
            Matcher token = TOKEN.matcher(text);
            int from = 0;
            while (from < text.length() && token.find(from) && token.start() == from) {
                boolean signed =
                        token.group(1) != null && "+-".indexOf(token.group(1).charAt(0)) >= 0;
                boolean behind = !tokens.isEmpty() && !"+-*/(calc(".contains(tokens.peekLast());
                if (signed && behind) {
                    // As in 1px+2px, which is no sum in CSS but is meant as one.
                    tokens.add(token.group(1).substring(0, 1));
                    tokens.add(token.group(1).substring(1) + token.group(2));
                } else {
                    tokens.add(token.group().strip());
                }
                from = token.end();
            }
            damaged = from < text.length();
        }

        Optional<Quantity> read() {
            Optional<Quantity> value = damaged ? Optional.empty() : sum(0);
            return value.filter(one ->
                    tokens.isEmpty() && Double.isFinite((float) one.number) && Double.isFinite((float) one.percent));
        }

        private Optional<Quantity> sum(int depth) {
            Optional<Quantity> value = product(depth);
            while (value.isPresent() && ("+".equals(tokens.peek()) || "-".equals(tokens.peek()))) {
                int sign = tokens.remove().equals("+") ? 1 : -1;
                Optional<Quantity> next = product(depth);
                Quantity first = value.get();
                value = next.flatMap(second -> first.plus(second, sign));
            }
            return value;
        }

        private Optional<Quantity> product(int depth) {
            Optional<Quantity> value = one(depth);
            while (value.isPresent() && ("*".equals(tokens.peek()) || "/".equals(tokens.peek()))) {
                boolean times = tokens.remove().equals("*");
                Optional<Quantity> next = one(depth);
                Quantity first = value.get();
                value = next.flatMap(second -> times ? first.times(second) : first.over(second));
            }
            return value;
        }

        private Optional<Quantity> one(int depth) {
            String token = tokens.isEmpty() ? "" : tokens.remove();
            if (token.endsWith("(")) {
                Optional<Quantity> inside = depth > DEPTH_MAX ? Optional.empty() : sum(depth + 1);
                return ")".equals(tokens.poll()) ? inside : Optional.empty();
            }
            Matcher number = TOKEN.matcher(token);
            return number.matches() && number.group(1) != null
                    ? unit(Double.parseDouble(number.group(1)), number.group(2))
                    : Optional.empty();
        }
    }
}
