package com.sothebais.rehearsal.shadow;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.show.LotView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What somebody should look at before the real session, one sentence each. */
public final class Problems {
    /** With more raises than that from the start price to the reserve, an ordinary session does not get there. */
    static final int RAISES_MAX = 100;

    private Problems() {}

    /**
     * What can be seen before anybody bids.
     *
     * @param pictures whether there is such a picture
     * @param simulated the currency that is rehearsed in
     */
    public static List<String> before(Original original, Predicate<AssetId> pictures, Currency simulated) {
        List<String> problems = new ArrayList<>();
        for (PlannedLot lot : original.lots()) {
            words(lot.lot(), problems);
            if (!pictures.test(lot.lot().artwork())) {
                problems.add(name(lot.lot()) + " has no artwork: there is no picture "
                        + lot.lot().artwork().value().substring(0, 12) + "... among the assets; upload it.");
            }
            reserve(lot.lot(), lot.rules()).ifPresent(problems::add);
            window(lot).ifPresent(problems::add);
        }
        Currency real = original.lots().get(0).rules().currency();
        if (!real.equals(simulated)) {
            problems.add("The session is sold in " + real.code() + " and was rehearsed with the same figures in "
                    + simulated.code() + ".");
        }
        return problems;
    }

    private static void words(Lot lot, List<String> problems) {
        if (lot.title().isBlank() || lot.artist().isBlank()) {
            problems.add(name(lot) + " has no title or no artist, so the host cannot present it.");
        }
        if (lot.story().isBlank()) {
            problems.add(name(lot) + " has no story, so the host has nothing to tell of it.");
        }
    }

    private static Optional<String> reserve(Lot lot, Rules rules) {
        Optional<Money> reserve = rules.reserve().map(Reserve::amount);
        if (reserve.isEmpty()) {
            return Optional.empty();
        }
        Money price = rules.startPrice();
        int raises = 0;
        while (price.isLessThan(reserve.get()) && raises <= RAISES_MAX) {
            price = price.plus(rules.increment().at(price));
            raises++;
        }
        return raises <= RAISES_MAX
                ? Optional.empty()
                : Optional.of(name(lot) + " does not reach its reserve of " + reserve.get() + " with " + RAISES_MAX
                        + " raises from " + rules.startPrice() + " (they end at " + price
                        + "); raise the increment or lower the reserve.");
    }

    private static Optional<String> window(PlannedLot lot) {
        Duration open = Duration.between(lot.opens(), lot.ends());
        Duration window = lot.rules().extension().window();
        return window.compareTo(open) < 0
                ? Optional.empty()
                : Optional.of(name(lot.lot()) + " is open for " + open.toSeconds() + " s and its extension window is "
                        + window.toSeconds() + " s, so every bid moves its end.");
    }

    /** What came out of a lot. */
    public static List<String> after(LotView lot) {
        List<String> problems = new ArrayList<>();
        Optional<Outcome> outcome = lot.result().outcome();
        if (outcome.isPresent() && outcome.get() instanceof Outcome.Returned returned) {
            problems.add(name(lot.lot()) + " was not sold (" + returned.cause() + "), the best bid was "
                    + lot.bidding()
                            .leader()
                            .map(any -> lot.bidding().price().toString())
                            .orElse("none")
                    + lot.rules()
                            .reserve()
                            .map(known -> " and the reserve " + known.amount())
                            .orElse("") + ".");
        }
        int most = lot.rules().extension().countMax();
        if (most > 0 && lot.times().extensions() >= most) {
            problems.add(name(lot.lot()) + " used all of its " + most + " extensions.");
        }
        lot.result()
                .trouble()
                .ifPresent(trouble -> problems.add(name(lot.lot()) + " could not be settled: " + trouble + "."));
        return problems;
    }

    private static String name(Lot lot) {
        return "Lot " + lot.number();
    }
}
