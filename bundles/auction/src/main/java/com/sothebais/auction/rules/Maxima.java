package com.sothebais.auction.rules;

import com.sothebais.api.auction.Bidder;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The private maxima of a lot, the highest first, of equal ones the earlier first. Immutable. Never printed: nobody may learn them.
 *
 * @param list in that order
 */
public record Maxima(List<Maximum> list) {

    /** Most private maxima on a lot. */
    public static final int PER_LOT_MAX = 1_000;

    static final Maxima NONE = new Maxima(List.of());

    /** What a bidder goes up to. */
    public record Maximum(Bidder bidder, Money amount) {
        @Override
        public String toString() {
            return "a private maximum";
        }
    }

    public Maxima {
        list = List.copyOf(list);
    }

    Optional<Maximum> of(AccountId account) {
        for (Maximum maximum : list) {
            if (maximum.bidder().account().id().equals(account)) {
                return Optional.of(maximum);
            }
        }
        return Optional.empty();
    }

    /** A bidder has one maximum; setting the same amount again keeps its place, another amount goes behind its equals. */
    Maxima with(Bidder bidder, Optional<Money> amount) {
        AccountId account = bidder.account().id();
        boolean same = of(account).map(Maximum::amount).equals(amount);
        List<Maximum> changed = new ArrayList<>(list);
        if (same && amount.isPresent()) {
            changed.replaceAll(
                    old -> old.bidder().account().id().equals(account) ? new Maximum(bidder, old.amount()) : old);
            return new Maxima(changed);
        }
        changed.removeIf(maximum -> maximum.bidder().account().id().equals(account));
        amount.ifPresent(money -> {
            int place = 0;
            while (place < changed.size() && !changed.get(place).amount().isLessThan(money)) {
                place++;
            }
            changed.add(place, new Maximum(bidder, money));
        });
        return new Maxima(changed);
    }

    @Override
    public String toString() {
        return list.isEmpty() ? "no private maxima" : "private maxima";
    }
}
