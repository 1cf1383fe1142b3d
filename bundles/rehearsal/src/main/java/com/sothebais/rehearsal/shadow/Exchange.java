package com.sothebais.rehearsal.shadow;

import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;

/** Simulated money for real: the same figures in another currency. */
record Exchange(Currency currency) {

    /** @throws IllegalArgumentException when the currency has too few decimals for it */
    Rules of(Rules rules) {
        if (rules.currency().equals(currency)) {
            return rules;
        }
        return new Rules(
                of(rules.startPrice()),
                rules.reserve().map(reserve -> new Reserve(of(reserve.amount()), reserve.hidden())),
                of(rules.increment()),
                rules.extension(),
                rules.confirmFactor(),
                rules.grace(),
                rules.viewerDelay());
    }

    private Money of(Money money) {
        return Money.of(money.decimal(), currency);
    }

    private Increment of(Increment increment) {
        if (increment instanceof Increment.Absolute absolute) {
            return new Increment.Absolute(of(absolute.step()));
        }
        if (increment instanceof Increment.Percent percent) {
            return new Increment.Percent(percent.basisPoints(), of(percent.floor()));
        }
        if (increment instanceof Increment.Tiers tiers) {
            return new Increment.Tiers(tiers.tiers().stream()
                    .map(tier -> new Increment.Tier(of(tier.from()), of(tier.step())))
                    .toList());
        }
        throw new IllegalStateException("no exchange for " + increment);
    }
}
