package com.sothebais.stream.layout;

import java.util.List;
import java.util.function.Predicate;

/** Conditions that must all hold; without any it always does. */
public record When(List<Term> terms) {

    /** Under any condition. */
    public static final When ALWAYS = new When(List.of());

    /** @param not true when the condition must not hold */
    public record Term(Condition condition, boolean not) {}

    public When {
        terms = List.copyOf(terms);
    }

    public boolean holds(Predicate<Condition> facts) {
        for (Term term : terms) {
            if (facts.test(term.condition()) == term.not()) {
                return false;
            }
        }
        return true;
    }
}
