package com.sothebais.stream.css;

import com.sothebais.stream.easing.Easing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** How the way between two keyframes goes, as CSS Easing Functions Level 1 has it. */
interface Ease {
    Ease LINEAR = share -> share;
    Ease EASE = new Easing(0.25, 0.1, 0.25, 1)::share;

    /** Steps of one way. */
    int STEPS_MAX = 100_000;

    /** How much of the way is gone, below 0 or over 1 where it swings. @param share of the time that has passed, 0 to 1 */
    double at(double share);

    static Optional<Ease> of(String text) {
        String small = text.strip().toLowerCase(Locale.ROOT);
        switch (small) {
            case "linear":
                return Optional.of(LINEAR);
            case "ease":
                return Optional.of(EASE);
            case "ease-in":
                return Optional.of(new Easing(0.42, 0, 1, 1)::share);
            case "ease-out":
                return Optional.of(new Easing(0, 0, 0.58, 1)::share);
            case "ease-in-out":
                return Optional.of(new Easing(0.42, 0, 0.58, 1)::share);
            case "step-start":
                return steps(List.of("1", "start"));
            case "step-end":
                return steps(List.of("1", "end"));
            default:
                break;
        }
        int open = small.indexOf('(');
        if (open < 0 || !small.endsWith(")")) {
            return Optional.empty();
        }
        List<String> arguments = Cut.split(small.substring(open + 1, small.length() - 1), ',');
        return switch (small.substring(0, open)) {
            case "cubic-bezier" -> bezier(arguments);
            case "steps" -> steps(arguments);
            default -> Optional.empty();
        };
    }

    private static Optional<Ease> bezier(List<String> arguments) {
        List<OptionalDouble> numbers = arguments.stream().map(Quantity::number).toList();
        if (numbers.size() != 4 || numbers.stream().anyMatch(OptionalDouble::isEmpty)) {
            return Optional.empty();
        }
        Easing bend = new Easing(
                numbers.get(0).getAsDouble(),
                numbers.get(1).getAsDouble(),
                numbers.get(2).getAsDouble(),
                numbers.get(3).getAsDouble());
        boolean timely = bend.x1() >= 0 && bend.x1() <= 1 && bend.x2() >= 0 && bend.x2() <= 1;
        return timely ? Optional.of(bend::share) : Optional.empty();
    }

    private static Optional<Ease> steps(List<String> arguments) {
        OptionalDouble count = Quantity.number(arguments.get(0));
        String jump = arguments.size() > 1 ? arguments.get(1) : "end";
        int more =
                switch (jump) {
                    case "end", "jump-end", "start", "jump-start" -> 0;
                    case "jump-both" -> 1;
                    case "jump-none" -> -1;
                    default -> Integer.MIN_VALUE;
                };
        boolean whole = count.isPresent() && count.getAsDouble() == Math.rint(count.getAsDouble());
        if (!whole || more == Integer.MIN_VALUE || count.getAsDouble() > STEPS_MAX) {
            return Optional.empty();
        }
        int steps = (int) count.getAsDouble();
        int jumps = steps + more;
        boolean begins = jump.endsWith("start") || jump.equals("jump-both");
        return steps < 1 || jumps < 1
                ? Optional.empty()
                : Optional.of(share -> {
                    double step = Math.floor(share * steps) + (begins ? 1 : 0);
                    return Math.min(step, jumps) / jumps;
                });
    }
}
