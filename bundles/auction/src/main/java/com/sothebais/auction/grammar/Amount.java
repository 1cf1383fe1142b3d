package com.sothebais.auction.grammar;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An amount as it stands in a post.
 *
 * @param from first token, its sign and currency included
 * @param to behind the last token
 * @param value in the unit's currency; null with a flaw
 * @param code the currency that was said, or null
 * @param flaw why it is no clear number, or null
 * @param sign how it was introduced
 */
record Amount(int from, int to, BigDecimal value, String code, Flaw flaw, Sign sign) {

    /** What stands before a number. */
    enum Sign {
        NONE,
        PLUS,
        /** Second end of a range. */
        RANGE,
        /** Behind it stands a percent sign. */
        PERCENT
    }

    /** The same money, said in the same way: "3 3" and "3 3 eth" may have lost a point. */
    boolean isSameAs(Amount other) {
        return value != null
                && other.value != null
                && value.compareTo(other.value) == 0
                && code != null
                && code.equals(other.code);
    }

    Optional<String> currency() {
        return Optional.ofNullable(code);
    }
}
