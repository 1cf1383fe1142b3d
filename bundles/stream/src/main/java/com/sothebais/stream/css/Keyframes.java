package com.sothebais.stream.css;

import com.sothebais.stream.markup.UnplayedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What {@code @keyframes} says, in the order of the file. */
record Keyframes(List<Frame> frames) {
    /** Keyframes of one animation. */
    static final int FRAMES_MAX = 500;

    private static final String TIMING = "animation-timing-function";

    /**
     * One keyframe.
     *
     * @param offset 0 to 1
     * @param easing how the way from here goes; empty for that of the animation
     */
    record Frame(double offset, List<Declaration> declarations, String easing) {}

    Keyframes {
        frames = List.copyOf(frames);
    }

    /** @throws UnplayedException when it has more than is played */
    static Keyframes of(String block) {
        List<Frame> frames = new ArrayList<>();
        int from = 0;
        while (from < block.length()) {
            int open = Cut.find(block, from, "{");
            int close = Cut.find(block, Math.min(open + 1, block.length()), "}");
            if (open >= block.length()) {
                break;
            }
            List<Declaration> all = Declaration.list(block.substring(open + 1, close));
            String easing = all.stream()
                    .filter(one -> one.property().equals(TIMING))
                    .reduce("", (before, one) -> one.value(), (first, second) -> second);
            // As the specification has it: what is important is left out here.
            List<Declaration> declared = all.stream()
                    .filter(one -> !one.important() && !one.property().equals(TIMING))
                    .toList();
            for (String selector : Cut.split(block.substring(from, open), ',')) {
                offset(selector).ifPresent(offset -> frames.add(new Frame(offset, declared, easing)));
            }
            if (frames.size() > FRAMES_MAX) {
                throw new UnplayedException("an animation has more than " + FRAMES_MAX + " keyframes; simplify it");
            }
            from = close + 1;
        }
        return new Keyframes(frames);
    }

    private static OptionalDouble offset(String selector) {
        switch (selector.toLowerCase(Locale.ROOT)) {
            case "from":
                return OptionalDouble.of(0);
            case "to":
                return OptionalDouble.of(1);
            default:
                return Quantity.of(selector)
                        .filter(one -> selector.endsWith("%") && one.percent() >= 0 && one.percent() <= 100)
                        .map(one -> OptionalDouble.of(one.percent() / 100))
                        .orElse(OptionalDouble.empty());
        }
    }
}
