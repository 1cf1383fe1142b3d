package com.sothebais.simulation.oracle;

import com.sothebais.api.auction.Reason;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * What the author of a simulated post means, known from its writing and not from reading it.
 *
 * @param amount in whole units of the currency, for {@link Kind#BID} and {@link Kind#RAISE}
 * @param currency code as said; empty when the lot's is meant
 * @param lot the number that was said
 * @param refusals the reasons of which one must be given, for {@link Kind#UNCLEAR}
 */
public record Meaning(
        Kind kind,
        Optional<BigDecimal> amount,
        Optional<String> currency,
        Optional<Integer> lot,
        Set<Reason> refusals) {

    /** What is wanted. */
    public enum Kind {
        BID,
        /** The least that counts. */
        LEAST,
        /** So much more than the price. */
        RAISE,
        /** Speaks of a bid and never binds. */
        UNCLEAR,
        RETRACT,
        /** Yes, the large bid is meant. */
        YES,
        TALK
    }

    public static Meaning of(Kind kind) {
        return new Meaning(kind, Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }

    public static Meaning unclear(Reason... reasons) {
        return new Meaning(Kind.UNCLEAR, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(reasons));
    }

    /** Whether the author tries to bid, so that a verdict is due. */
    public boolean isMoney() {
        return kind != Kind.YES && kind != Kind.TALK;
    }

    public Meaning forLot(int number) {
        return new Meaning(kind, amount, currency, Optional.of(number), refusals);
    }
}
