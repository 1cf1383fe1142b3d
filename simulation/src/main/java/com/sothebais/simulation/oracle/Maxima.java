package com.sothebais.simulation.oracle;

import static com.sothebais.simulation.oracle.Violation.require;

import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.MaximumSet;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.AccountId;
import com.sothebais.simulation.oracle.LotBook.Maximum;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Private maxima: who wished for what, and what must be bid for them. */
public final class Maxima {
    /** What a bidder asked for; without an amount the maximum is withdrawn. */
    public record Wish(AuctionId auction, AccountId account, Optional<Money> maximum) {}

    /** A bid of the engine. */
    private record Answer(AccountId account, WalletAddress wallet, BigInteger units) {}

    /** What may come next on a lot, after something that was made at an instant. */
    private record Due(LotBook lot, Set<Optional<Answer>> answers, Instant made) {}

    /** How far the money of a maximum reaches. */
    private record Reach(Maximum maximum, WalletAddress wallet, BigInteger units) {}

    private final Oracle oracle;
    private final Set<Wish> wishes = new HashSet<>();
    private final Set<Wish> done = new HashSet<>();
    private Optional<Due> due = Optional.empty();
    private int numbers;

    Maxima(Oracle oracle) {
        this.oracle = oracle;
    }

    void wished(Wish wish) {
        wishes.add(wish);
    }

    boolean isDone(Wish wish) {
        return done.contains(wish);
    }

    void set(MaximumSet event, LotBook lot, Instant at, List<Knowledge> possible) {
        Wish wish = new Wish(lot.id(), event.bidder().account().id(), event.maximum());
        require(wishes.contains(wish), Invariant.INVENTED, "nobody wished for %s on %s", event.maximum(), lot.id());
        done.add(wish);
        List<String> objections = new ArrayList<>();
        for (Knowledge knowledge : possible) {
            boolean own = event.maximum().isEmpty()
                    || knowledge
                            .walletOf(wish.account())
                            .filter(event.bidder().wallet()::equals)
                            .isPresent();
            objections.add(own ? objection(wish, lot, at, knowledge) : "another wallet");
        }
        require(
                objections.contains(""),
                Invariant.VERDICT,
                "the maximum %s of %s was taken on %s, but %s",
                event.maximum(),
                wish.account(),
                lot.id(),
                objections);
        if (event.maximum().isEmpty()) {
            lot.maxima.remove(wish.account());
        } else {
            Maximum before = lot.maxima.get(wish.account());
            boolean same =
                    before != null && before.amount().equals(event.maximum().get());
            int number = same ? before.number() : ++numbers;
            lot.maxima.put(
                    wish.account(), new Maximum(event.bidder(), event.maximum().get(), number));
        }
        expect(lot, at, possible, false);
    }

    /** What speaks against a wish at an instant; empty when nothing does. */
    String objection(Wish wish, LotBook lot, Instant at, Knowledge knowledge) {
        if (wish.maximum().isEmpty()) {
            return lot.maxima.containsKey(wish.account()) ? "" : "there is no maximum";
        }
        Money maximum = wish.maximum().get();
        boolean shown = oracle.phases.get(lot.session) != SessionPhase.PLANNED;
        boolean over = lot.isClosed() || lot.isOpen() && !lot.isPaused() && !at.isBefore(lot.zero());
        if (!shown || over) {
            return shown ? "the lot is over" : "the session is not shown yet";
        }
        Optional<WalletAddress> wallet = knowledge.walletOf(wish.account());
        if (wallet.isEmpty()) {
            return "no wallet";
        }
        Money least = lot.isLedBy(wish.account()) ? lot.price() : lot.least();
        if (maximum.units().compareTo(least.units()) < 0) {
            return "at least " + least;
        }
        BigInteger free = new Justice(oracle.lots.values(), knowledge).free(lot, wallet.get());
        return maximum.units().compareTo(free) > 0 ? "only " + free + " are free" : "";
    }

    /**
     * Something happened to which maxima answer.
     *
     * @param optional whether the rules leave it open
     */
    void expect(LotBook lot, Instant made, List<Knowledge> possible, boolean optional) {
        Set<Optional<Answer>> answers = new LinkedHashSet<>();
        possible.forEach(knowledge -> answers.add(answer(lot, knowledge)));
        if (optional) {
            answers.add(Optional.empty());
        }
        due = Optional.of(new Due(lot, answers, made));
    }

    /** Nothing was bid. */
    void silent() {
        require(
                due.isEmpty() || due.get().answers().contains(Optional.empty()),
                Invariant.VERDICT,
                "nothing was bid for the maxima, due was %s",
                due.map(Due::answers));
        due = Optional.empty();
    }

    /** When that was made to which the bid answers. */
    Instant bid(BidAccepted event, LotBook lot) {
        Answer bid = new Answer(
                event.bidder().account().id(),
                event.bidder().wallet(),
                event.amount().units());
        boolean right = due.filter(one -> one.lot() == lot && one.answers().contains(Optional.of(bid)))
                .isPresent();
        require(right, Invariant.VERDICT, "%s was bid for a maximum, due was %s", bid, due.map(Due::answers));
        Verdicts.says(event, lot);
        Instant made = due.get().made();
        due = Optional.empty();
        return made;
    }

    /** The highest wins, of equal ones the higher maximum, then the earlier; it pays one raise over the next, or the reserve. */
    private Optional<Answer> answer(LotBook lot, Knowledge knowledge) {
        if (!lot.isOpen() || lot.isPaused() || lot.maxima.isEmpty()) {
            return Optional.empty();
        }
        BigInteger least = lot.least().units();
        List<Reach> reaches = reaches(lot, knowledge);
        reaches.removeIf(reach -> reach.units().compareTo(least) < 0);
        if (reaches.isEmpty()) {
            return Optional.empty();
        }
        Reach best = reaches.get(0);
        Optional<BigInteger> reserve = lot.rules
                .reserve()
                .map(known -> known.amount().units())
                .filter(units -> units.compareTo(best.units()) <= 0);
        boolean met = lot.lead.isPresent() && lot.meetsReserve(lot.price());
        AccountId account = best.maximum().bidder().account().id();
        if (reaches.size() == 1 && lot.isLedBy(account) && (met || reserve.isEmpty())) {
            return Optional.empty();
        }
        BigInteger price = least;
        if (reaches.size() > 1) {
            Money next = new Money(reaches.get(1).units(), lot.rules.currency());
            price = price.max(next.plus(lot.raise(next)).units().min(best.units()));
        }
        return Optional.of(new Answer(account, best.wallet(), price.max(reserve.orElse(price))));
    }

    private List<Reach> reaches(LotBook lot, Knowledge knowledge) {
        Justice justice = new Justice(oracle.lots.values(), knowledge);
        List<Reach> reaches = new ArrayList<>();
        for (Maximum maximum : lot.maxima.values()) {
            knowledge.walletOf(maximum.bidder().account().id()).ifPresent(wallet -> {
                BigInteger units = maximum.amount().units().min(justice.free(lot, wallet));
                reaches.add(new Reach(maximum, wallet, units));
            });
        }
        reaches.sort(Comparator.comparing(Reach::units)
                .thenComparing(reach -> reach.maximum().amount().units())
                .reversed()
                .thenComparing(reach -> reach.maximum().number()));
        return reaches;
    }
}
