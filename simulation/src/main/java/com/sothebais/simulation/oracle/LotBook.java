package com.sothebais.simulation.oracle;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.PostId;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the oracle knows of one lot, taken from the facts and from nothing else. */
public final class LotBook {
    /** Where a lot stands. */
    public enum Status {
        PLANNED,
        OPEN,
        CLOSED
    }

    /** An accepted bid. */
    public record Bid(PostId post, Bidder bidder, Money amount, boolean voided) {
        Bid takenBack() {
            return new Bid(post, bidder, amount, true);
        }
    }

    /** A large bid that waits for a yes since then. */
    record Large(Money amount, Instant asked) {
        private static final Duration WAITS = Duration.ofMinutes(5);

        boolean isOver(Instant now) {
            return !now.isBefore(asked.plus(WAITS));
        }
    }

    /** A private maximum; of equal ones the one with the lower number is the earlier. */
    record Maximum(Bidder bidder, Money amount, int number) {}

    final PlannedLot plan;
    final SessionId session;
    final List<Bid> bids = new ArrayList<>();
    final Map<AccountId, Large> pending = new HashMap<>();
    final Map<AccountId, Maximum> maxima = new LinkedHashMap<>();
    final Set<Bidder> failed = new LinkedHashSet<>();
    Rules rules;
    Status status = Status.PLANNED;
    Instant opened = Instant.MAX;
    Instant firstEnd = Instant.MAX;
    Instant ends = Instant.MAX;
    /** No bid moves the end beyond it. */
    Instant hardStop = Instant.MAX;

    Optional<Instant> paused = Optional.empty();
    int extensions;
    Hash head = Hash.GENESIS;
    int entries;
    Optional<Outcome> outcome = Optional.empty();
    int round = 1;
    /** The leading bid, which a void sets back. */
    Optional<Bid> lead = Optional.empty();
    /** How many facts there were of it. */
    int version;

    LotBook(PlannedLot plan, SessionId session) {
        this.plan = plan;
        this.session = session;
        this.rules = plan.rules();
    }

    public AuctionId id() {
        return plan.auction();
    }

    public PlannedLot plan() {
        return plan;
    }

    public Rules rules() {
        return rules;
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    public boolean isPaused() {
        return paused.isPresent();
    }

    public boolean isClosed() {
        return status == Status.CLOSED;
    }

    public Instant ends() {
        return ends;
    }

    public Optional<Outcome> outcome() {
        return outcome;
    }

    public int round() {
        return round;
    }

    public List<Bid> bids() {
        return List.copyOf(bids);
    }

    public boolean awaitsYes(AccountId account) {
        return pending.containsKey(account);
    }

    boolean awaitsYes(AccountId account, Instant now) {
        return isOpen() && pending.containsKey(account) && !pending.get(account).isOver(now);
    }

    boolean isLedBy(AccountId account) {
        return lead.filter(bid -> bid.bidder().account().id().equals(account)).isPresent();
    }

    public boolean hasMaximum(AccountId account) {
        return maxima.containsKey(account);
    }

    /** Changes with every fact of the lot. */
    public int version() {
        return version;
    }

    boolean meetsReserve(Money amount) {
        return rules.reserve().isEmpty()
                || amount.units().compareTo(rules.reserve().get().amount().units()) >= 0;
    }

    /** The leading bid, or the start price without one. */
    public Money price() {
        return lead.map(Bid::amount).orElse(rules.startPrice());
    }

    /** The least that leads. */
    public Money least() {
        return lead.map(bid -> bid.amount().plus(raise(bid.amount()))).orElse(rules.startPrice());
    }

    /** From then on a post is too late: the viewers see zero. */
    Instant zero() {
        return ends.equals(Instant.MAX) ? ends : ends.plus(rules.viewerDelay());
    }

    /** Until then a post that was made in time may arrive. */
    Instant lastCall() {
        return ends.equals(Instant.MAX) ? ends : zero().plus(rules.grace());
    }

    Duration planned() {
        return Duration.between(plan.opens(), plan.ends());
    }

    /** The least raise at a price, as the documentation of the increments says. */
    Money raise(Money price) {
        Increment increment = rules.increment();
        if (increment instanceof Increment.Absolute absolute) {
            return absolute.step();
        }
        if (increment instanceof Increment.Percent percent) {
            BigInteger tenThousand = BigInteger.valueOf(10_000);
            BigInteger units = price.units()
                    .multiply(BigInteger.valueOf(percent.basisPoints()))
                    .add(tenThousand.subtract(BigInteger.ONE))
                    .divide(tenThousand);
            return new Money(units.max(percent.floor().units()), price.currency());
        }
        List<Increment.Tier> tiers = ((Increment.Tiers) increment).tiers();
        Increment.Tier tier = tiers.get(0);
        for (Increment.Tier higher : tiers) {
            if (higher.from().units().compareTo(price.units()) <= 0) {
                tier = higher;
            }
        }
        return tier.step();
    }

    /** Where an accepted bid that was made at that instant moves the end, if it does; its bidder saw the picture of before. */
    Optional<Instant> extension(Instant made) {
        Instant seen = made.minus(rules.viewerDelay());
        boolean close = Duration.between(seen, ends).compareTo(rules.extension().window()) <= 0 && seen.isBefore(ends);
        Instant wanted = seen.plus(rules.extension().length());
        Instant end = wanted.isBefore(hardStop) ? wanted : hardStop;
        boolean moves = close && extensions < rules.extension().countMax() && end.isAfter(ends);
        return moves ? Optional.of(end) : Optional.empty();
    }

    /** What the lot keeps of somebody's money while it is open, or until its sale is paid. */
    Optional<Bid> keeps(Knowledge knowledge) {
        if (isOpen()) {
            return lead;
        }
        if (isClosed() && outcome.isPresent() && outcome.get() instanceof Outcome.Sold sold) {
            boolean over =
                    knowledge.isPaid(id().settlement(round).value()) || knowledge.refusals(id().value()) >= round;
            return over
                    ? Optional.empty()
                    : Optional.of(new Bid(new PostId("none", "none"), sold.winner(), sold.price(), false));
        }
        return Optional.empty();
    }
}
