package com.sothebais.stream.css;

import com.sothebais.stream.markup.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which elements a rule is for: compounds, and how they lie to each other, as Selectors Level 3 has it. Immutable. */
final class Selector {
    /** Compounds of one selector. */
    private static final int COMPOUNDS_MAX = 12;

    private static final String COMBINATORS = ">+~";

    private final List<Compound> compounds;
    private final List<Character> combinators;

    private Selector(List<Compound> compounds, List<Character> combinators) {
        this.compounds = compounds;
        this.combinators = combinators;
    }

    /** @return empty when it is damaged, or not understood */
    static Optional<Selector> of(String text) {
        List<Compound> compounds = new ArrayList<>();
        List<Character> combinators = new ArrayList<>();
        char combinator = ' ';
        int from = 0;
        while (from < text.length()) {
            int end = Cut.find(text, from, " \t\r\n\f" + COMBINATORS);
            if (end > from) {
                Optional<Compound> compound = Compound.of(text.substring(from, end));
                if (compound.isEmpty() || compounds.size() >= COMPOUNDS_MAX) {
                    return Optional.empty();
                }
                combinators.add(combinator);
                compounds.add(compound.get());
                combinator = ' ';
            }
            if (end < text.length() && COMBINATORS.indexOf(text.charAt(end)) >= 0) {
                if (combinator != ' ' || compounds.isEmpty()) {
                    return Optional.empty();
                }
                combinator = text.charAt(end);
            }
            from = end + 1;
        }
        return compounds.isEmpty() || combinator != ' '
                ? Optional.empty()
                : Optional.of(new Selector(compounds, combinators));
    }

    /** How strong it is; the stronger rule wins. */
    int weight() {
        return compounds.stream().mapToInt(Compound::weight).sum();
    }

    boolean matches(Element element, Budget budget) {
        return matches(compounds.size() - 1, element, budget);
    }

    private boolean matches(int last, Element element, Budget budget) {
        if (!compounds.get(last).matches(element, budget)) {
            return false;
        }
        if (last == 0) {
            return true;
        }
        switch (combinators.get(last)) {
            case '>':
                return element.parent().isPresent()
                        && matches(last - 1, element.parent().get(), budget);
            case '+', '~':
                List<Element> before = before(element, budget);
                int from = combinators.get(last) == '+' ? Math.max(0, before.size() - 1) : 0;
                return before.subList(from, before.size()).stream().anyMatch(one -> matches(last - 1, one, budget));
            default:
                Optional<Element> above = element.parent();
                while (above.isPresent()) {
                    if (matches(last - 1, above.get(), budget)) {
                        return true;
                    }
                    above = above.get().parent();
                }
                return false;
        }
    }

    private static List<Element> before(Element element, Budget budget) {
        List<Element> beside = element.parent().map(Element::children).orElse(List.of());
        budget.spend(beside.size());
        int index = beside.indexOf(element);
        return beside.subList(0, Math.max(0, index));
    }
}
