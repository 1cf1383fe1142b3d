package com.sothebais.stream.css;

import com.sothebais.stream.css.Sheet.Rule;
import com.sothebais.stream.markup.Element;
import com.sothebais.stream.markup.UnplayedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What style sheets and style attributes say of each element, as CSS Cascading and Inheritance Level 4 and CSS Custom Properties Level 1 have
 * it. Elements are asked for from the outermost inwards, since custom properties are inherited. One thread.
 */
final class Cascade {
    /** Variables inside each other. */
    private static final int DEPTH_MAX = 10;

    private static final int CHARS_PER_STEP = 16;

    private static final String VARIABLE = "var(";

    /** Declarations kept of all elements together; long ones count for more. */
    static final int KEPT_MAX = 500_000;

    private static final int CHARS_PER_KEPT = 64;

    private final Sheet sheet;
    private int kept;
    private final Budget budget = new Budget();
    private final Map<Element, Map<String, String>> customs = new HashMap<>();

    Cascade(Sheet sheet) {
        this.sheet = sheet;
    }

    /** @return by property, in the order they are to be written */
    Map<String, Declaration> of(Element element) {
        List<Rule> matching = new ArrayList<>();
        for (Rule rule : sheet.rules()) {
            if (rule.selector().matches(element, budget)) {
                budget.spend(rule.declarations().size());
                matching.add(rule);
            }
        }
        matching.sort(
                Comparator.<Rule>comparingInt(rule -> rule.selector().weight()).thenComparingInt(Rule::order));
        List<Declaration> all = new ArrayList<>();
        matching.forEach(rule -> all.addAll(rule.declarations()));
        all.addAll(Declaration.list(Cut.plain(element.attribute("style"))));
        for (Declaration one : all) {
            budget.spend(1 + one.value().length() / CHARS_PER_STEP);
        }
        customs(element, all);
        Map<String, Declaration> won = new LinkedHashMap<>();
        for (Declaration one : all) {
            if (!one.isCustom()) {
                substitute(element, one.value())
                        .ifPresent(value -> put(won, new Declaration(one.property(), value, one.important())));
            }
        }
        won.values().forEach(one -> keep(1 + one.value().length() / CHARS_PER_KEPT));
        return won;
    }

    private void keep(int declarations) {
        kept += declarations;
        if (kept > KEPT_MAX) {
            throw new UnplayedException("its style sheets say too much of all elements together; simplify them");
        }
    }

    private static void put(Map<String, Declaration> won, Declaration one) {
        if (one.property().equals(Animations.SHORTHAND)) {
            Animations.longhands(one.value())
                    .forEach((name, value) -> put(won, new Declaration(name, value, one.important())));
            return;
        }
        Declaration before = won.get(one.property());
        if (before == null || one.important() || !before.important()) {
            won.remove(one.property());
            won.put(one.property(), one);
        }
    }

    private void customs(Element element, List<Declaration> all) {
        Map<String, String> above = element.parent()
                .map(parent -> customs.getOrDefault(parent, Map.of()))
                .orElse(Map.of());
        Map<String, Declaration> own = new LinkedHashMap<>();
        for (Declaration one : all) {
            if (one.isCustom()) {
                put(own, one);
            }
        }
        if (own.isEmpty()) {
            // Shared with everything below, so that nothing is multiplied.
            customs.put(element, above);
            return;
        }
        Map<String, String> known = new HashMap<>(above);
        own.forEach((name, one) -> known.put(name, one.value()));
        keep(known.size());
        customs.put(element, known);
    }

    /** The text with its variables replaced; empty when one is not known, and what is written then does not count. */
    Optional<String> substitute(Element element, String text) {
        return text.contains(VARIABLE)
                ? substitute(customs.getOrDefault(element, Map.of()), text, 0)
                : Optional.of(text);
    }

    private Optional<String> substitute(Map<String, String> known, String text, int depth) {
        if (depth > DEPTH_MAX) {
            return Optional.empty();
        }
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(VARIABLE); at >= 0; at = text.indexOf(VARIABLE, from)) {
            int end = Cut.find(text, at + VARIABLE.length(), ")");
            budget.spend(1 + (end - at) / CHARS_PER_STEP);
            String inside = text.substring(at + VARIABLE.length(), end);
            int comma = Cut.find(inside, 0, ",");
            Optional<String> value = Optional.ofNullable(
                            known.get(inside.substring(0, comma).strip()))
                    .flatMap(one -> substitute(known, one, depth + 1));
            if (value.isEmpty() && comma < inside.length()) {
                value = substitute(known, inside.substring(comma + 1).strip(), depth + 1);
            }
            if (value.isEmpty()) {
                return value;
            }
            result.append(text, from, at).append(value.get());
            from = Math.min(end + 1, text.length());
            if (result.length() > Declaration.VALUE_MAX_CHARS) {
                return Optional.empty();
            }
        }
        return Optional.of(result.append(text, from, text.length()).toString());
    }
}
