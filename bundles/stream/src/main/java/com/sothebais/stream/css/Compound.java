package com.sothebais.stream.css;

import com.sothebais.stream.markup.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a selector says of one element, as Selectors Level 3 has it: its type, id, classes, attributes and place.
 *
 * @param weight specificity: ids count {@value #ID}, classes and their like {@value #CLASS}, types 1
 */
record Compound(List<BiPredicate<Element, Budget>> tests, int weight) {
    private static final int ID = 1 << 20;
    private static final int CLASS = 1 << 10;

    /** Tests of one element. */
    private static final int TESTS_MAX = 30;

    private static final Pattern PART = Pattern.compile("\\*|([#.]?)([-_a-zA-Z0-9\\x{80}-\\x{FFFF}]+)"
            + "|\\[\\s*([-_a-zA-Z0-9:|]+)\\s*(?:([~^$*|]?=)\\s*(?:\"([^\"]*)\"|'([^']*)'|([-_a-zA-Z0-9]+))\\s*)?\\]"
            + "|::?([-a-zA-Z]+)(?:\\(([^()]*)\\))?");

    /** Nobody points at a picture of a stream, visits links in it or types into it. */
    private static final Set<String> NEVER = Set.of(
            "hover",
            "active",
            "focus",
            "focus-within",
            "focus-visible",
            "visited",
            "link",
            "any-link",
            "target",
            "checked",
            "disabled",
            "enabled",
            "before",
            "after",
            "selection",
            "empty");

    private static final Pattern NTH = Pattern.compile("(?:([-+]?\\d{0,6})n)?\\s*([-+]?\\s*\\d{1,6})?");

    /** @return empty when it is damaged, or not understood */
    static Optional<Compound> of(String text) {
        List<BiPredicate<Element, Budget>> tests = new ArrayList<>();
        int weight = 0;
        Matcher part = PART.matcher(text);
        int from = 0;
        while (from < text.length()) {
            if (!part.find(from) || part.start() != from || tests.size() >= TESTS_MAX) {
                return Optional.empty();
            }
            if (part.group(2) != null) {
                String name = part.group(2);
                boolean typed = part.group(1).isEmpty();
                if (typed && from > 0) {
                    return Optional.empty();
                }
                weight += typed ? 1 : part.group(1).equals("#") ? ID : CLASS;
                tests.add(named(part.group(1), name));
            } else if (part.group(3) != null) {
                weight += CLASS;
                tests.add(attribute(part));
            } else if (part.group(8) != null) {
                Optional<BiPredicate<Element, Budget>> place = place(
                        part.group(8).toLowerCase(Locale.ROOT),
                        Optional.ofNullable(part.group(9)).orElse(""));
                if (place.isEmpty()) {
                    return Optional.empty();
                }
                weight += CLASS;
                tests.add(place.get());
            }
            from = part.end();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(new Compound(List.copyOf(tests), weight));
    }

    boolean matches(Element element, Budget budget) {
        budget.spend(1);
        for (BiPredicate<Element, Budget> test : tests) {
            if (!test.test(element, budget)) {
                return false;
            }
        }
        return true;
    }

    private static BiPredicate<Element, Budget> named(String mark, String name) {
        return switch (mark) {
            case "#" -> (element, budget) -> element.attribute("id").equals(name);
            case "." -> (element, budget) -> hasWord(element.attribute("class"), name);
            default -> (element, budget) -> element.name().equals(name);
        };
    }

    private static boolean hasWord(String text, String word) {
        return text.equals(word) || Arrays.asList(text.split("\\s+")).contains(word);
    }

    private static BiPredicate<Element, Budget> attribute(Matcher part) {
        String name = part.group(3).replaceFirst("^.*[|:]", "");
        String how = Optional.ofNullable(part.group(4)).orElse("");
        String wanted = Optional.ofNullable(part.group(5))
                .or(() -> Optional.ofNullable(part.group(6)))
                .or(() -> Optional.ofNullable(part.group(7)))
                .orElse("");
        return (element, budget) -> {
            if (!element.attributes().containsKey(name)) {
                return false;
            }
            String value = element.attributes().get(name);
            return switch (how) {
                case "" -> true;
                case "=" -> value.equals(wanted);
                case "~=" -> !wanted.isEmpty() && hasWord(value, wanted);
                case "^=" -> !wanted.isEmpty() && value.startsWith(wanted);
                case "$=" -> !wanted.isEmpty() && value.endsWith(wanted);
                case "*=" -> !wanted.isEmpty() && value.contains(wanted);
                default -> value.equals(wanted) || value.startsWith(wanted + "-");
            };
        };
    }

    private static Optional<BiPredicate<Element, Budget>> place(String name, String argument) {
        if (NEVER.contains(name)) {
            return Optional.of((element, budget) -> false);
        }
        switch (name) {
            case "root":
                return Optional.of((element, budget) -> element.parent().isEmpty());
            case "not":
                return of(argument.strip()).map(inside -> (element, budget) -> !inside.matches(element, budget));
            case "first-child", "first-of-type":
                return nth("1", name.endsWith("type"), false);
            case "last-child", "last-of-type":
                return nth("1", name.endsWith("type"), true);
            case "nth-child", "nth-of-type":
                return nth(argument, name.endsWith("type"), false);
            case "nth-last-child", "nth-last-of-type":
                return nth(argument, name.endsWith("type"), true);
            default:
                return Optional.empty();
        }
    }

    private static Optional<BiPredicate<Element, Budget>> nth(String argument, boolean ofType, boolean last) {
        String text = argument.strip().toLowerCase(Locale.ROOT);
        text = text.equals("odd") ? "2n+1" : text.equals("even") ? "2n" : text;
        Matcher nth = NTH.matcher(text.replaceAll("\\s+", ""));
        if (text.isEmpty() || !nth.matches()) {
            return Optional.empty();
        }
        int step = nth.group(1) == null ? 0 : factor(nth.group(1));
        int first = nth.group(2) == null ? 0 : Integer.parseInt(nth.group(2));
        return Optional.of((element, budget) -> {
            int behind = number(element, ofType, last, budget) - first;
            return step == 0 ? behind == 0 : behind % step == 0 && behind / step >= 0;
        });
    }

    private static int factor(String text) {
        return switch (text) {
            case "", "+" -> 1;
            case "-" -> -1;
            default -> Integer.parseInt(text);
        };
    }

    /** Its number among those beside it, from 1. */
    private static int number(Element element, boolean ofType, boolean last, Budget budget) {
        int before = 0;
        int after = 0;
        boolean found = element.parent().isEmpty();
        for (Element beside : element.parent().map(Element::children).orElse(List.of())) {
            budget.spend(1);
            if (beside == element) {
                found = true;
            } else if (!ofType || beside.name().equals(element.name())) {
                before += found ? 0 : 1;
                after += found ? 1 : 0;
            }
        }
        return 1 + (last ? after : before);
    }
}
