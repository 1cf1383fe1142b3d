package com.sothebais.auction.rules;

import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.PostId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a lot stands. Immutable.
 *
 * @param plan id, lot, rules and planned times
 * @param chain the tail of its ledger
 * @param maxima what bidders told the engine and nobody else
 * @param result what became of it
 */
public record LotState(
        PlannedLot plan, SessionId session, Clockwork clock, Lead lead, Chain chain, Maxima maxima, Result result) {

    /** A lot only ever moves to the next status. */
    public enum Status {
        PLANNED,
        OPEN,
        CLOSED
    }

    /**
     * @param opened when it opened, or is planned to
     * @param end when it ends
     * @param closed when it was closed; the epoch before that
     * @param paused since when its clock stands still, if it does
     */
    public record Clockwork(Status status, Instant opened, End end, Instant closed, Optional<Instant> paused) {
        /** The end as it is now, exclusive. */
        public Instant ends() {
            return end.now();
        }

        /** The end it opened with. */
        public Instant firstEnd() {
            return end.first();
        }

        /** How often bids have moved the end. */
        public int extensions() {
            return end.count();
        }

        Clockwork with(End other) {
            return new Clockwork(status, opened, other, closed, paused);
        }

        Clockwork paused(Optional<Instant> since) {
            return new Clockwork(status, opened, end, closed, since);
        }
    }

    /**
     * @param first the end it opened with
     * @param now the end as it is now, exclusive; never moves back
     * @param limit beyond which bids do not move the end: the hard stop, moved on by pauses and by hand
     * @param count how often bids have moved the end
     */
    public record End(Instant first, Instant now, Instant limit, int count) {}

    /**
     * @param bid the leading bid, if there is one
     * @param pending large bids that wait for their bidder's yes, by account, the oldest first
     * @param trail accepted bids that still matter
     * @param accepted how many bids were ever accepted, with those that were voided
     */
    public record Lead(Optional<Leading> bid, Map<AccountId, Pending> pending, Trail trail, int accepted) {
        static final Lead NONE = new Lead(Optional.empty(), Map.of(), Trail.EMPTY, 0);

        /** The bid leads; what its bidder wanted to confirm is over. */
        Lead taken(Trail.Taken bid) {
            Leading leading = new Leading(bid.bidder(), bid.amount());
            Map<AccountId, Pending> left = without(bid.bidder().account().id());
            return new Lead(Optional.of(leading), left, trail.plus(bid), accepted + 1);
        }

        Lead awaiting(AccountId account, Pending wanted) {
            Map<AccountId, Pending> more = new LinkedHashMap<>(pending);
            // Taken out first, so that the order stays that of asking.
            more.remove(account);
            if (more.size() >= Pending.PER_LOT_MAX) {
                more.remove(more.keySet().iterator().next());
            }
            more.put(account, wanted);
            return with(more);
        }

        Lead settled(AccountId account) {
            return pending.containsKey(account) ? with(without(account)) : this;
        }

        private Map<AccountId, Pending> without(AccountId account) {
            if (!pending.containsKey(account)) {
                return pending;
            }
            Map<AccountId, Pending> fewer = new LinkedHashMap<>(pending);
            fewer.remove(account);
            return fewer;
        }

        Lead with(Map<AccountId, Pending> other) {
            return new Lead(bid, java.util.Collections.unmodifiableMap(other), trail, accepted);
        }
    }

    /** Who leads with what. */
    public record Leading(Bidder bidder, Money amount) {}

    /**
     * A large bid that counts once its bidder says yes.
     *
     * @param post of the bid
     * @param question with which the host asked, once it is on the network
     * @param asked when the bid was judged
     */
    public record Pending(PostId post, Optional<PostId> question, Money amount, Instant asked) {
        /** Most large bids that wait on a lot; the oldest is forgotten. */
        public static final int PER_LOT_MAX = 1_000;

        Pending askedBy(PostId host) {
            return new Pending(post, Optional.of(host), amount, asked);
        }
    }

    /** The tail of the ledger: the last hash and the number of entries. */
    public record Chain(Hash head, int entries) {
        static final Chain EMPTY = new Chain(Hash.GENESIS, 0);
    }

    /** What became of a lot. */
    public enum Fate {
        /** Not closed yet. */
        NONE,
        /** Closed without a sale. */
        UNSOLD,
        /** Ended by an admin without a sale. */
        CANCELLED,
        /** Sold; the winner has not paid yet. */
        OWED,
        /** The winner could not settle, and what follows is not decided yet. */
        REFUSED,
        /** Paid, or returned because nobody could. */
        DONE
    }

    /**
     * @param round 1 for the highest bidder, 2 for the first runner-up
     * @param failed winners who could not settle
     */
    public record Result(Fate fate, int round, Set<Bidder> failed) {
        static final Result NONE = new Result(Fate.NONE, 1, Set.of());

        public Result {
            failed = Set.copyOf(failed);
        }

        Result with(Fate other) {
            return new Result(other, round, failed);
        }
    }

    static LotState planned(PlannedLot plan, SessionId session) {
        End end = new End(plan.ends(), plan.ends(), plan.ends(), 0);
        Clockwork clock = new Clockwork(Status.PLANNED, plan.opens(), end, Instant.EPOCH, Optional.empty());
        return new LotState(plan, session, clock, Lead.NONE, Chain.EMPTY, Maxima.NONE, Result.NONE);
    }

    public boolean is(Status status) {
        return clock.status() == status;
    }

    public boolean isPaused() {
        return clock.paused().isPresent();
    }

    public Rules rules() {
        return plan.rules();
    }

    /** The leading bid, or the start price without one. */
    public Money price() {
        return lead.bid().isPresent() ? lead.bid().get().amount() : plan.rules().startPrice();
    }

    /** The least bid that counts now. */
    public Money nextMinimum() {
        return lead.bid().isPresent()
                ? after(lead.bid().get().amount())
                : plan.rules().startPrice();
    }

    /** The least bid that counts after one of that amount. */
    Money after(Money amount) {
        return amount.plus(plan.rules().increment().at(amount));
    }

    /** Until when a post must have been made, exclusive: the viewers see zero then. */
    public Instant zero() {
        return clock.ends().plus(plan.rules().viewerDelay());
    }

    /** When it closes: until then a post made before {@link #zero} may arrive. */
    public Instant closes() {
        return clock.ends().plus(plan.rules().lastCall());
    }

    boolean meetsReserve(Money amount) {
        return plan.rules().reserve().isEmpty()
                || !amount.isLessThan(plan.rules().reserve().get().amount());
    }

    /** How it ends when it closes now. */
    public Outcome outcome() {
        if (lead.bid().isEmpty()) {
            return new Outcome.Returned(Outcome.Cause.NO_BIDS);
        }
        Leading leading = lead.bid().get();
        return meetsReserve(leading.amount())
                ? new Outcome.Sold(leading.bidder(), leading.amount())
                : new Outcome.Returned(Outcome.Cause.RESERVE_NOT_MET);
    }

    /** Whose money it keeps and how much: the lock of the leader, or the unpaid price of the winner. */
    Optional<Leading> claim() {
        boolean keeps = clock.status() == Status.OPEN || result.fate() == Fate.OWED;
        return keeps ? lead.bid() : Optional.empty();
    }

    LotState with(PlannedLot other) {
        return new LotState(other, session, clock, lead, chain, maxima, result);
    }

    LotState with(Clockwork other) {
        return new LotState(plan, session, other, lead, chain, maxima, result);
    }

    LotState with(Lead other) {
        return new LotState(plan, session, clock, other, chain, maxima, result);
    }

    LotState with(Chain other) {
        return new LotState(plan, session, clock, lead, other, maxima, result);
    }

    LotState with(Maxima other) {
        return new LotState(plan, session, clock, lead, chain, other, result);
    }

    LotState with(Result other) {
        return new LotState(plan, session, clock, lead, chain, maxima, other);
    }

    /** One step instead of two where it counts. */
    LotState with(Lead leading, Chain chained) {
        return new LotState(plan, session, clock, leading, chained, maxima, result);
    }
}
