package com.sothebais.stream.layout;

import java.util.List;
import java.util.function.Predicate;

/**
 * A colour that may depend on the show.
 *
 * @param color 0xAARRGGBB when no case holds
 * @param cases the first that holds counts
 */
public record Tint(int color, List<Case> cases) {

    /** @param color 0xAARRGGBB */
    public record Case(When when, int color) {}

    public Tint {
        cases = List.copyOf(cases);
    }

    public static Tint of(int color) {
        return new Tint(color, List.of());
    }

    /** The colour now, 0xAARRGGBB. */
    public int now(Predicate<Condition> facts) {
        for (Case one : cases) {
            if (one.when().holds(facts)) {
                return one.color();
            }
        }
        return color;
    }
}
