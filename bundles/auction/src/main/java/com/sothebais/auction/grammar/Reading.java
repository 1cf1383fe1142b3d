package com.sothebais.auction.grammar;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a post means.
 *
 * @param amount in units of {@code currency}, exact
 * @param currency code as understood: {@code gwei} and {@code Ξ} are ETH
 * @param flaw why it does not bind; empty when it does, or when it is plain talk
 * @param extras what was said besides
 */
public record Reading(
        Intent intent, Optional<BigDecimal> amount, Optional<String> currency, Optional<Flaw> flaw, Extras extras) {

    private static final Set<Intent> BIDS = EnumSet.of(Intent.BID, Intent.BID_MIN, Intent.RAISE);

    /** Most posts are talk: what says nothing but intent and flaw is made once. */
    private static final Reading[] PLAIN = new Reading[Intent.values().length];

    private static final Reading[][] FLAWED = new Reading[Intent.values().length][Flaw.values().length];

    static {
        for (Intent intent : Intent.values()) {
            PLAIN[intent.ordinal()] = made(intent, null);
            for (Flaw flaw : Flaw.values()) {
                FLAWED[intent.ordinal()][flaw.ordinal()] = made(intent, flaw);
            }
        }
    }

    /**
     * What was said besides the amount.
     *
     * @param lot the lot number that was named
     * @param defaultCurrency no currency was said, the lot's was assumed
     * @param name an ENS name that was mentioned: a claim, never a proof
     */
    public record Extras(Optional<Integer> lot, boolean defaultCurrency, Optional<String> name) {
        public static final Extras NONE = new Extras(Optional.empty(), false, Optional.empty());

        static final Extras ASSUMED = new Extras(Optional.empty(), true, Optional.empty());
    }

    public Reading {
        Objects.requireNonNull(intent, "intent");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(flaw, "flaw");
        Objects.requireNonNull(extras, "extras");
    }

    /** Whether the post is a bid that the rules may accept. */
    public boolean binds() {
        return BIDS.contains(intent) && flaw.isEmpty();
    }

    static Reading of(Intent intent) {
        return PLAIN[intent.ordinal()];
    }

    static Reading of(Intent intent, Flaw flaw) {
        return FLAWED[intent.ordinal()][flaw.ordinal()];
    }

    private static Reading made(Intent intent, Flaw flaw) {
        return new Reading(intent, Optional.empty(), Optional.empty(), Optional.ofNullable(flaw), Extras.NONE);
    }

    Reading in(Optional<String> code) {
        return code.isEmpty() && currency.isEmpty() ? this : new Reading(intent, amount, code, flaw, extras);
    }

    Reading with(Extras more) {
        return new Reading(intent, amount, currency, flaw, more);
    }
}
