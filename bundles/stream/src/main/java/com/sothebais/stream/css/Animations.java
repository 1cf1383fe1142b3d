package com.sothebais.stream.css;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The animation properties of one element, as CSS Animations Level 1 has them: several, each with its values in turn. */
record Animations(List<One> all) {
    /** The shorthand for all of them. */
    static final String SHORTHAND = "animation";

    private static final String PREFIX = SHORTHAND + "-";
    private static final String NAME = "name";
    private static final String DURATION = "duration";
    private static final String DELAY = "delay";
    private static final String TIMING = "timing-function";
    private static final String COUNT = "iteration-count";
    private static final String DIRECTION = "direction";
    private static final String FILL = "fill-mode";
    private static final String STATE = "play-state";

    private static final Map<String, String> INITIAL = Map.of(
            NAME, "none",
            DURATION, "0s",
            DELAY, "0s",
            TIMING, "ease",
            COUNT, "1",
            DIRECTION, "normal",
            FILL, "none",
            STATE, "running");
    private static final Set<String> DIRECTIONS = Set.of("normal", "reverse", "alternate", "alternate-reverse");
    private static final Set<String> FILLS = Set.of("none", "forwards", "backwards", "both");
    private static final Set<String> STATES = Set.of("running", "paused");

    /** One animation of the element. @param easing of keyframes that say nothing of it */
    record One(String name, Run run, Ease easing) {}

    /** What the shorthand stands for, by the names of the longhands. */
    static Map<String, String> longhands(String shorthand) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        INITIAL.keySet().forEach(part -> columns.put(part, new ArrayList<>()));
        for (String layer : Cut.split(shorthand, ',')) {
            Map<String, String> one = layer(layer);
            columns.forEach((part, values) -> values.add(one.getOrDefault(part, INITIAL.get(part))));
        }
        Map<String, String> longhands = new LinkedHashMap<>();
        columns.forEach((part, values) -> longhands.put(PREFIX + part, String.join(",", values)));
        return longhands;
    }

    /** A word is what it can be first, and a name when it can be nothing else any more. */
    private static Map<String, String> layer(String layer) {
        Map<String, String> one = new LinkedHashMap<>();
        for (String word : Cut.words(layer)) {
            String small = word.toLowerCase(Locale.ROOT);
            List<String> parts = new ArrayList<>();
            if (Quantity.millis(small).isPresent()) {
                parts.addAll(List.of(DURATION, DELAY));
            } else if (rounds(small).isPresent()) {
                parts.add(COUNT);
            } else if (Ease.of(small).isPresent()) {
                parts.add(TIMING);
            }
            addIf(parts, DIRECTIONS.contains(small), DIRECTION);
            addIf(parts, FILLS.contains(small), FILL);
            addIf(parts, STATES.contains(small), STATE);
            parts.add(NAME);
            parts.stream()
                    .filter(part -> !one.containsKey(part))
                    .findFirst()
                    .ifPresent(part -> one.put(part, part.equals(NAME) ? word : small));
        }
        return one;
    }

    private static void addIf(List<String> parts, boolean is, String part) {
        if (is) {
            parts.add(part);
        }
    }

    private static OptionalDouble rounds(String text) {
        OptionalDouble count =
                text.equals("infinite") ? OptionalDouble.of(Double.POSITIVE_INFINITY) : Quantity.number(text);
        return count.isPresent() && count.getAsDouble() >= 0 ? count : OptionalDouble.empty();
    }

    /** @param declared what the cascade says of the element */
    static Animations of(Map<String, Declaration> declared) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        INITIAL.forEach((part, initial) -> columns.put(
                part,
                Optional.ofNullable(declared.get(PREFIX + part))
                        .map(one -> Cut.split(one.value(), ','))
                        .orElse(List.of(initial))));
        List<One> all = new ArrayList<>();
        for (int i = 0; i < columns.get(NAME).size(); i++) {
            String name = columns.get(NAME).get(i).replaceAll("^[\"']|[\"']$", "");
            Map<String, String> one = new LinkedHashMap<>();
            for (Map.Entry<String, List<String>> column : columns.entrySet()) {
                List<String> values = column.getValue();
                one.put(column.getKey(), values.get(i % values.size()).toLowerCase(Locale.ROOT));
            }
            all.add(new One(name, run(one), Ease.of(one.get(TIMING)).orElse(Ease.EASE)));
        }
        return new Animations(all);
    }

    private static Run run(Map<String, String> one) {
        String direction = one.get(DIRECTION);
        String fill = one.get(FILL);
        return new Run(
                Math.max(0, Quantity.millis(one.get(DURATION)).orElse(0)),
                Quantity.millis(one.get(DELAY)).orElse(0),
                rounds(one.get(COUNT)).orElse(1),
                direction.endsWith("reverse"),
                direction.startsWith("alternate"),
                fill.equals("backwards") || fill.equals("both"),
                fill.equals("forwards") || fill.equals("both"),
                one.get(STATE).equals("paused"));
    }
}
