package com.sothebais.stream.css;

import com.sothebais.stream.markup.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One transform function.
 *
 * @param numbers as the kind has them: units of the drawing, factors, degrees; of a move after its units the hundredths of the box
 */
record Turn(Kind kind, double... numbers) {
    enum Kind {
        MOVE(0, 0, 0, 0),
        SCALE(1, 1),
        ROTATE(0),
        SKEW(0, 0),
        SKEW_X(0),
        SKEW_Y(0),
        TILT_X(0),
        TILT_Y(0),
        MATRIX(1, 0, 0, 1, 0, 0);

        private final double[] nothing;

        Kind(double... nothing) {
            this.nothing = nothing;
        }
    }

    private static final int MATRIX_NUMBERS = 6;
    private static final double DIGITS = 1e6;

    static Turn of(Matrix m) {
        return new Turn(Kind.MATRIX, m.a(), m.b(), m.c(), m.d(), m.e(), m.f());
    }

    /**
     * @param name as it is written, as {@code translateX}
     * @param inside what is between its brackets
     * @return empty when it is not understood
     */
    static Optional<List<Turn>> of(String name, String inside, Reference reference) {
        List<String> arguments = new ArrayList<>();
        for (String part : Cut.split(inside, ',')) {
            arguments.addAll(part.startsWith("calc(") ? List.of(part) : Cut.words(part));
        }
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        String function = name.toLowerCase(Locale.ROOT);
        return switch (function) {
            case "translate", "translate3d" -> move(arguments, reference);
            case "translatex" -> move(List.of(arguments.get(0)), reference);
            case "translatey" -> move(List.of("0", arguments.get(0)), reference);
            case "translatez" -> one(new Turn(Kind.MOVE, 0, 0, 0, 0));
            case "rotate" -> rotate(arguments);
            case "rotatez" -> angles(Kind.ROTATE, arguments.subList(0, 1));
            case "rotatex" -> angles(Kind.TILT_X, arguments.subList(0, 1));
            case "rotatey" -> angles(Kind.TILT_Y, arguments.subList(0, 1));
            case "skew" -> angles(Kind.SKEW, List.of(arguments.get(0), arguments.size() > 1 ? arguments.get(1) : "0"));
            case "skewx" -> angles(Kind.SKEW_X, arguments.subList(0, 1));
            case "skewy" -> angles(Kind.SKEW_Y, arguments.subList(0, 1));
            case "scale", "scale3d", "scalex", "scaley", "scalez" -> scale(function, arguments);
            case "matrix" ->
                numbers(arguments)
                        .filter(numbers -> numbers.length == MATRIX_NUMBERS)
                        .flatMap(numbers -> one(new Turn(Kind.MATRIX, numbers)));
            default -> Optional.empty();
        };
    }

    private static Optional<List<Turn>> one(Turn turn) {
        return Optional.of(List.of(turn));
    }

    private static Optional<List<Turn>> move(List<String> arguments, Reference reference) {
        double[] numbers = new double[4];
        for (int i = 0; i < Math.min(2, arguments.size()); i++) {
            Optional<Quantity> length = Quantity.of(arguments.get(i));
            if (length.isEmpty() || length.get().unit() == Quantity.Unit.TIME) {
                return Optional.empty();
            }
            double box = i == 0 ? reference.width() : reference.height();
            numbers[i] = length.get().number()
                    + (reference.isOwn() ? 0 : length.get().percent() / 100 * box);
            numbers[i + 2] = reference.isOwn() ? length.get().percent() : 0;
        }
        return one(new Turn(Kind.MOVE, numbers));
    }

    /** With a centre, as attributes may have it. */
    private static Optional<List<Turn>> rotate(List<String> arguments) {
        if (arguments.size() != 3) {
            return angles(Kind.ROTATE, arguments.subList(0, 1));
        }
        Optional<double[]> centre = numbers(arguments.subList(1, 3));
        Optional<List<Turn>> turn = angles(Kind.ROTATE, arguments.subList(0, 1));
        return centre.isEmpty() || turn.isEmpty()
                ? Optional.empty()
                : Optional.of(List.of(
                        new Turn(Kind.MOVE, centre.get()[0], centre.get()[1], 0, 0),
                        turn.get().get(0),
                        new Turn(Kind.MOVE, -centre.get()[0], -centre.get()[1], 0, 0)));
    }

    private static Optional<List<Turn>> angles(Kind kind, List<String> arguments) {
        double[] degrees = new double[arguments.size()];
        for (int i = 0; i < degrees.length; i++) {
            OptionalDouble angle = Quantity.degrees(arguments.get(i));
            if (angle.isEmpty()) {
                return Optional.empty();
            }
            degrees[i] = angle.getAsDouble();
        }
        return one(new Turn(kind, degrees));
    }

    private static Optional<List<Turn>> scale(String function, List<String> arguments) {
        return numbers(arguments).flatMap(numbers -> {
            double first = numbers[0];
            return one(
                    switch (function) {
                        case "scalex" -> new Turn(Kind.SCALE, first, 1);
                        case "scaley" -> new Turn(Kind.SCALE, 1, first);
                        case "scalez" -> new Turn(Kind.SCALE, 1, 1);
                        default -> new Turn(Kind.SCALE, first, numbers.length > 1 ? numbers[1] : first);
                    });
        });
    }

    private static Optional<double[]> numbers(List<String> texts) {
        double[] numbers = new double[texts.size()];
        for (int i = 0; i < numbers.length; i++) {
            Optional<Quantity> one = Quantity.of(texts.get(i));
            if (one.isEmpty()) {
                return Optional.empty();
            }
            boolean share =
                    one.get().unit() == Quantity.Unit.LENGTH && one.get().percent() != 0;
            numbers[i] = share ? one.get().percent() / 100 : one.get().number();
        }
        return Optional.of(numbers);
    }

    /** The function of this kind that changes nothing. */
    Turn nothing() {
        return new Turn(kind, kind.nothing);
    }

    /** @param other of the same kind */
    Turn to(Turn other, double share) {
        double[] mixed = new double[numbers.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = numbers[i] + (other.numbers[i] - numbers[i]) * share;
        }
        return new Turn(kind, mixed);
    }

    /** Empty when the size of its box is not known yet. */
    Optional<Matrix> matrix() {
        double first = numbers[0];
        double second = numbers.length > 1 ? numbers[1] : 0;
        return switch (kind) {
            case MOVE ->
                numbers[2] == 0 && numbers[3] == 0
                        ? Optional.of(new Matrix(1, 0, 0, 1, first, second))
                        : Optional.empty();
            case SCALE -> Optional.of(new Matrix(first, 0, 0, second, 0, 0));
            case ROTATE -> Optional.of(Matrix.turn(first));
            case SKEW -> Optional.of(new Matrix(1, slope(second), slope(first), 1, 0, 0));
            case SKEW_X -> Optional.of(new Matrix(1, 0, slope(first), 1, 0, 0));
            case SKEW_Y -> Optional.of(new Matrix(1, slope(first), 0, 1, 0, 0));
            case TILT_X -> Optional.of(new Matrix(1, 0, 0, Math.cos(Math.toRadians(first)), 0, 0));
            case TILT_Y -> Optional.of(new Matrix(Math.cos(Math.toRadians(first)), 0, 0, 1, 0, 0));
            case MATRIX -> Optional.of(new Matrix(first, second, numbers[2], numbers[3], numbers[4], numbers[5]));
        };
    }

    private static double slope(double degrees) {
        return Math.tan(Math.toRadians(degrees));
    }

    /** As an attribute of SVG. */
    String text() {
        return switch (kind) {
            case ROTATE -> "rotate(" + Numbers.of(numbers).text() + ")";
            case SCALE -> "scale(" + Numbers.of(numbers).text() + ")";
            case MOVE ->
                numbers[2] == 0 && numbers[3] == 0
                        ? "translate(" + Numbers.of(numbers[0], numbers[1]).text() + ")"
                        : "translate(" + Numbers.of(numbers[0], numbers[1]).text() + ") translate("
                                + Numbers.of(numbers[2]).text() + "%,"
                                + Numbers.of(numbers[3]).text() + "%)";
            default -> matrixText(matrix().orElse(Matrix.NONE));
        };
    }

    private static String matrixText(Matrix m) {
        StringBuilder text = new StringBuilder("matrix(");
        for (double one : List.of(m.a(), m.b(), m.c(), m.d(), m.e(), m.f())) {
            text.append(text.charAt(text.length() - 1) == '(' ? "" : ",").append(Numbers.plain(one, DIGITS));
        }
        return text.append(')').toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Turn turn && turn.kind == kind && Arrays.equals(turn.numbers, numbers);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + Arrays.hashCode(numbers);
    }
}
