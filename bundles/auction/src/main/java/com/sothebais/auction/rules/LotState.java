package com.sothebais.auction.rules;

import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.AccountId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a lot stands. Immutable.
 *
 * @param plan id, lot, rules and planned times
 * @param chain the tail of its ledger
 */
public record LotState(PlannedLot plan, SessionId session, Clockwork clock, Lead lead, Chain chain) {

    /** A lot only ever moves to the next status. */
    public enum Status {
        PLANNED,
        OPEN,
        CLOSED
    }

    /**
     * @param opened when it opened, or is planned to
     * @param firstEnd the end it opened with; a hard stop counts from here
     * @param ends the end as it is now, exclusive
     * @param extensions how often the end has moved
     * @param closed when it was closed; the epoch before that
     */
    public record Clockwork(
            Status status, Instant opened, Instant firstEnd, Instant ends, int extensions, Instant closed) {}

    /**
     * @param bid the leading bid, if there is one
     * @param pending large bids that wait for their bidder's yes, by account
     */
    public record Lead(Optional<Leading> bid, Map<AccountId, Money> pending) {
        static final Lead NONE = new Lead(Optional.empty(), Map.of());

        public Lead {
            pending = Map.copyOf(pending);
        }

        Lead awaiting(AccountId account, Money amount) {
            Map<AccountId, Money> more = new HashMap<>(pending);
            more.put(account, amount);
            return new Lead(bid, more);
        }

        Lead settled(AccountId account) {
            Map<AccountId, Money> fewer = new HashMap<>(pending);
            fewer.remove(account);
            return new Lead(bid, fewer);
        }
    }

    /** Who leads with what. */
    public record Leading(Bidder bidder, Money amount) {}

    /** The tail of the ledger: the last hash and the number of entries. */
    public record Chain(Hash head, int entries) {
        static final Chain EMPTY = new Chain(Hash.GENESIS, 0);
    }

    static LotState planned(PlannedLot plan, SessionId session) {
        Clockwork clock = new Clockwork(Status.PLANNED, plan.opens(), plan.ends(), plan.ends(), 0, Instant.EPOCH);
        return new LotState(plan, session, clock, Lead.NONE, Chain.EMPTY);
    }

    public boolean is(Status status) {
        return clock.status() == status;
    }

    /** The leading bid, or the start price without one. */
    public Money price() {
        return lead.bid().map(Leading::amount).orElse(plan.rules().startPrice());
    }

    /** The least bid that counts now. */
    public Money nextMinimum() {
        return lead.bid()
                .map(bid -> bid.amount().plus(plan.rules().increment().at(bid.amount())))
                .orElse(plan.rules().startPrice());
    }

    LotState with(Clockwork other) {
        return new LotState(plan, session, other, lead, chain);
    }

    LotState with(Lead other) {
        return new LotState(plan, session, clock, other, chain);
    }

    LotState with(Chain other) {
        return new LotState(plan, session, clock, lead, other);
    }
}
