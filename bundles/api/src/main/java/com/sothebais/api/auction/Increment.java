package com.sothebais.api.auction;

import com.sothebais.api.money.Money;
import java.util.List;

/** How much more than the price a bid must be. */
public sealed interface Increment {

    /** The least raise at the given price; always positive. */
    Money at(Money price);

    /** Always the same raise. */
    record Absolute(Money step) implements Increment {
        public Absolute {
            positive(step);
        }

        @Override
        public Money at(Money price) {
            return step;
        }
    }

    /**
     * A share of the price, rounded up to the smallest unit, but at least {@code floor}.
     *
     * @param basisPoints hundredths of a percent, 1 to 10,000
     */
    record Percent(int basisPoints, Money floor) implements Increment {
        public Percent {
            positive(floor);
            if (basisPoints < 1 || basisPoints > 10_000) {
                throw new IllegalArgumentException("expected 1..10000 basis points, got " + basisPoints);
            }
        }

        @Override
        public Money at(Money price) {
            Money share = price.share(basisPoints);
            return share.isLessThan(floor) ? floor : share;
        }
    }

    /** The step of the highest tier whose {@code from} is not above the price; tiers ascend and the first starts at zero. */
    record Tiers(List<Tier> tiers) implements Increment {
        public Tiers {
            tiers = List.copyOf(tiers);
            if (tiers.isEmpty() || !tiers.get(0).from().isZero()) {
                throw new IllegalArgumentException("tiers must start at zero");
            }
            for (int i = 1; i < tiers.size(); i++) {
                if (!tiers.get(i).from().isMoreThan(tiers.get(i - 1).from())) {
                    throw new IllegalArgumentException("tiers must ascend, tier " + i + " does not");
                }
            }
        }

        @Override
        public Money at(Money price) {
            Money step = tiers.get(0).step();
            for (Tier tier : tiers) {
                if (!price.isLessThan(tier.from())) {
                    step = tier.step();
                }
            }
            return step;
        }
    }

    /** From this price on, this step. */
    record Tier(Money from, Money step) {
        public Tier {
            positive(step);
        }
    }

    private static void positive(Money step) {
        if (!step.isPositive()) {
            throw new IllegalArgumentException("an increment must be positive, got " + step);
        }
    }
}
