package com.sothebais.auction.rules;

import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.identity.IdentityEvent;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.SettlementEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The saleroom: every campaign, session and lot that is not over, and the bidders' money. Changes by facts alone, the same ones live
 * and when the log is read again. Not thread-safe; one writer. A {@link #draft} shares the purses and has its own lots.
 */
public final class Floor {
    private final Set<CampaignId> campaigns;
    private final Map<SessionId, SessionState> sessions;
    private final Map<AuctionId, LotState> lots;
    private final Purses purses;

    public Floor() {
        this(new HashSet<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new Purses());
    }

    private Floor(
            Set<CampaignId> campaigns,
            Map<SessionId, SessionState> sessions,
            Map<AuctionId, LotState> lots,
            Purses purses) {
        this.campaigns = campaigns;
        this.sessions = sessions;
        this.lots = lots;
        this.purses = purses;
    }

    /** A copy to decide on, thrown away when the decisions cannot be recorded. */
    public Floor draft() {
        return new Floor(new HashSet<>(campaigns), new LinkedHashMap<>(sessions), new LinkedHashMap<>(lots), purses);
    }

    /** Takes a fact of any subject; those that do not concern the saleroom change nothing. */
    public void apply(NewEvent fact) {
        Event event = fact.event();
        if (event instanceof AuctionEvent auction) {
            auction.fold(new FloorFold(this, fact.at()));
        } else if (event instanceof IdentityEvent.WalletLinked linked) {
            purses.link(linked);
        } else if (event instanceof IdentityEvent.WalletUnlinked unlinked) {
            purses.unlink(unlinked);
        } else if (event instanceof SettlementEvent.EscrowMoved moved) {
            purses.move(moved.chain(), moved.movement());
        } else if (event instanceof SettlementEvent.SettlementRefused refused) {
            purses.forgive(refused.auction().value());
        }
    }

    public boolean knows(CampaignId campaign) {
        return campaigns.contains(campaign);
    }

    /** Whether an id is used by any session or lot. */
    public boolean knows(SessionId session) {
        return sessions.containsKey(session);
    }

    public Optional<LotState> lot(AuctionId auction) {
        return Optional.ofNullable(lots.get(auction));
    }

    public Collection<LotState> lots() {
        return List.copyOf(lots.values());
    }

    /** Sessions that are not over, in order of publishing. */
    public List<SessionState> runningSessions() {
        return sessions.values().stream()
                .filter(session -> session.phase() != SessionPhase.ENDED)
                .toList();
    }

    public Optional<SessionState> session(SessionId id) {
        return Optional.ofNullable(sessions.get(id));
    }

    public List<LotState> openLots() {
        return lots.values().stream()
                .filter(lot -> lot.is(LotState.Status.OPEN))
                .toList();
    }

    /** The lots of a session in order of sale. */
    public List<LotState> lotsOf(SessionState session) {
        return session.plan().lots().stream()
                .map(plan -> lots.get(plan.auction()))
                .toList();
    }

    public Purses purses() {
        return purses;
    }

    /**
     * What a wallet may still bid on a lot: its escrow without what is locked behind its leading bids on other lots and without what
     * it won and has not paid. A new bid on the same lot replaces the old lock.
     */
    public Money free(WalletAddress wallet, LotState on) {
        ChainId chain = on.plan().lot().token().chain();
        Currency currency = on.plan().rules().currency();
        Money free = purses.held(chain, wallet, currency);
        for (LotState lot : lots.values()) {
            boolean other = !lot.plan().auction().equals(on.plan().auction());
            boolean same = lot.plan().lot().token().chain().equals(chain)
                    && lot.plan().rules().currency().equals(currency);
            if (other && same) {
                free = free.minus(claim(lot, wallet));
            }
        }
        return free;
    }

    /** What the lot keeps of the wallet's money: the lock of the leader, or the unpaid price of the winner. */
    public Money claim(LotState lot, WalletAddress wallet) {
        boolean over = lot.is(LotState.Status.CLOSED)
                && purses.isOver(lot.plan().auction().value());
        return lot.lead()
                .bid()
                .filter(bid -> !over && bid.bidder().wallet().equals(wallet))
                .map(LotState.Leading::amount)
                .orElse(Money.zero(lot.plan().rules().currency()));
    }

    void add(CampaignId campaign) {
        campaigns.add(campaign);
    }

    void put(SessionState session) {
        sessions.put(session.plan().id(), session);
    }

    void put(LotState lot) {
        lots.put(lot.plan().auction(), lot);
    }

    LotState known(AuctionId auction) {
        return lot(auction).orElseThrow(() -> new IllegalStateException("the log speaks of unknown lot " + auction));
    }
}
