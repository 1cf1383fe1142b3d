package com.sothebais.auction.rules;

import com.sothebais.api.agent.HostEvent;
import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.identity.IdentityEvent;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.SettlementEvent;
import com.sothebais.api.social.PostId;
import com.sothebais.auction.rules.LotState.Fate;
import com.sothebais.auction.rules.LotState.Leading;
import com.sothebais.auction.rules.LotState.Status;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The saleroom: every campaign, every session and lot that is not over, and the bidders' money. Changes by facts alone, the same ones
 * live and when the log is read again. A decision costs the same however much was sold before: open lots and the money that lots keep
 * are indexed, and what is over is forgotten. Not thread-safe; one writer.
 */
public final class Floor {
    private final Overlay<CampaignId, CampaignState> campaigns;
    private final Overlay<SessionId, SessionState> sessions;
    private final Overlay<AuctionId, LotState> lots;
    /** Every lot that ever was, by its session: ids are never used again. */
    private final Overlay<AuctionId, SessionId> published;

    private final Purses purses;
    private final Index index;

    /** What is looked for often. The lists are replaced, never changed, so that drafts may share them. */
    private static final class Index {
        private List<AuctionId> open = List.of();
        private List<AuctionId> unpaid = List.of();
        private List<AuctionId> unsold = List.of();
        private Map<PostId, AuctionId> threads = Map.of();
        /** When the clock has something to do; null when that must be found out. */
        private Instant due;

        Index copy() {
            Index copy = new Index();
            copy.open = open;
            copy.unpaid = unpaid;
            copy.unsold = unsold;
            copy.threads = threads;
            copy.due = due;
            return copy;
        }
    }

    public Floor() {
        this(new Overlay<>(), new Overlay<>(), new Overlay<>(), new Overlay<>(), new Purses(), new Index());
    }

    private Floor(
            Overlay<CampaignId, CampaignState> campaigns,
            Overlay<SessionId, SessionState> sessions,
            Overlay<AuctionId, LotState> lots,
            Overlay<AuctionId, SessionId> published,
            Purses purses,
            Index index) {
        this.campaigns = campaigns;
        this.sessions = sessions;
        this.lots = lots;
        this.published = published;
        this.purses = purses;
        this.index = index;
    }

    /**
     * A floor to decide on, thrown away when the decisions cannot be recorded. When they are, the draft takes the place of this floor,
     * which must not be used any more: the next draft is made from it.
     */
    public Floor draft() {
        return new Floor(
                campaigns.draft(), sessions.draft(), lots.draft(), published.draft(), purses.draft(), index.copy());
    }

    /** The floor that {@link #state} was taken of. */
    public static Floor of(FloorState state) {
        Floor floor = new Floor();
        state.campaigns().forEach(floor::put);
        state.money().links().forEach(link -> floor.purses.link(link.account(), link.wallet()));
        state.money()
                .purses()
                .forEach(held -> floor.purses.put(held.wallet(), new Purses.Purse(held.units(), BigInteger.ZERO)));
        floor.index.unsold = state.unsold();
        state.published().forEach(known -> floor.published.put(known.auction(), known.session()));
        state.lots().forEach(lot -> floor.put(lot.restored()));
        state.sessions().forEach(floor::put);
        state.threads().forEach(thread -> floor.answers(thread.post(), thread.auction()));
        return floor;
    }

    /** Everything it knows; a copy. */
    public FloorState state() {
        FloorState.Money money = new FloorState.Money(
                purses.wallets().entrySet().stream()
                        .map(link -> new FloorState.Link(link.getKey(), link.getValue()))
                        .toList(),
                purses.all().entrySet().stream()
                        .map(purse -> new FloorState.Held(
                                purse.getKey(), purse.getValue().held()))
                        .toList());
        return new FloorState(
                campaigns.values(),
                sessions.values(),
                lots.values().stream().map(FloorState.Lot::of).toList(),
                published.entries().entrySet().stream()
                        .map(known -> new FloorState.Published(known.getKey(), known.getValue()))
                        .toList(),
                index.unsold,
                money,
                index.threads.entrySet().stream()
                        .map(thread -> new FloorState.Thread(thread.getKey(), thread.getValue()))
                        .toList());
    }

    /** Takes a fact of any subject; those that do not concern the saleroom change nothing. */
    public void apply(NewEvent fact) {
        Event event = fact.event();
        if (event instanceof AuctionEvent auction) {
            auction.fold(new FloorFold(this, fact.at()));
        } else if (event instanceof IdentityEvent.WalletLinked linked) {
            purses.link(linked.account().id(), linked.wallet());
        } else if (event instanceof IdentityEvent.WalletUnlinked unlinked) {
            purses.unlink(unlinked);
        } else if (event instanceof SettlementEvent.EscrowMoved moved) {
            purses.move(moved.chain(), moved.movement());
            if (moved.movement() instanceof EscrowMovement.Settled settled) {
                Settlements.paid(this, settled.settlement());
            }
        } else if (event instanceof SettlementEvent.SettlementRefused refused) {
            Settlements.refused(this, refused.auction());
        } else if (event instanceof HostEvent.Posted posted) {
            Threads.take(this, posted);
        }
    }

    public boolean knows(CampaignId campaign) {
        return campaigns.find(campaign).isPresent();
    }

    /** Whether a session has the id; one that is over and settled is forgotten. */
    public boolean knows(SessionId session) {
        return sessions.find(session).isPresent();
    }

    /** Whether a lot has or had the id, however long ago it was sold. */
    public boolean knows(AuctionId auction) {
        return published.find(auction).isPresent();
    }

    /** The ids of all lots that ever were; a copy. */
    public Set<AuctionId> published() {
        return Set.copyOf(published.keys());
    }

    public Optional<CampaignState> campaign(CampaignId id) {
        return campaigns.find(id);
    }

    /** The campaign that the lot is sold in. */
    Optional<CampaignState> campaignOf(LotState lot) {
        return sessions.find(lot.session())
                .flatMap(session -> campaigns.find(session.plan().campaign()));
    }

    public Optional<LotState> lot(AuctionId auction) {
        return lots.find(auction);
    }

    /** Lots of sessions that are not over, and older ones that are not paid, in order of publishing. */
    public Collection<LotState> lots() {
        return lots.values();
    }

    /** Sessions that are not over, in order of publishing. */
    public List<SessionState> runningSessions() {
        List<SessionState> running = new ArrayList<>(sessions.values());
        running.removeIf(session -> session.phase() == SessionPhase.ENDED);
        return running;
    }

    public Optional<SessionState> session(SessionId id) {
        return sessions.find(id);
    }

    /** Lots that are open, also while they are paused, in order of opening. */
    public List<LotState> openLots() {
        List<AuctionId> ids = index.open;
        if (ids.isEmpty()) {
            return List.of();
        }
        if (ids.size() == 1) {
            return List.of(known(ids.get(0)));
        }
        List<LotState> open = new ArrayList<>(ids.size());
        for (AuctionId id : ids) {
            open.add(known(id));
        }
        return open;
    }

    /** The lots of a session in order of sale. */
    public List<LotState> lotsOf(SessionState session) {
        List<LotState> all = new ArrayList<>(session.plan().lots().size());
        session.plan().lots().forEach(plan -> all.add(known(plan.auction())));
        return all;
    }

    /** Lots whose winner could not settle, and of which nobody has decided what follows. */
    public List<AuctionId> unpaid() {
        return index.unpaid;
    }

    /** Lots that were not sold and wait to be put up again. */
    public List<AuctionId> unsold() {
        return index.unsold;
    }

    /** The lot that an opening post of the host is about. */
    Optional<AuctionId> thread(PostId post) {
        return Optional.ofNullable(index.threads.get(post));
    }

    public Purses purses() {
        return purses;
    }

    /**
     * What a wallet may still bid on a lot: its escrow without what is locked behind its leading bids on other lots and without what
     * it won and has not paid. A new bid on the same lot replaces the old lock.
     */
    public Money free(WalletAddress wallet, LotState on) {
        Money free = purses.free(key(on, wallet));
        Optional<LotState> kept = lots.find(on.plan().auction());
        if (kept.isPresent()) {
            Optional<Leading> own = kept.get().claim();
            if (own.isPresent() && own.get().bidder().wallet().equals(wallet)) {
                return free.plus(own.get().amount());
            }
        }
        return free;
    }

    /** What the lot keeps of the wallet's money: the lock of the leader, or the unpaid price of the winner. */
    public Money claim(LotState lot, WalletAddress wallet) {
        return lot.claim()
                .filter(claim -> claim.bidder().wallet().equals(wallet))
                .map(Leading::amount)
                .orElse(Money.zero(lot.rules().currency()));
    }

    private static Purses.Key key(LotState lot, WalletAddress wallet) {
        return new Purses.Key(
                lot.plan().lot().token().chain(), wallet, lot.rules().currency());
    }

    /** When the clock has something to do; {@link Instant#MAX} when nothing is planned. */
    Instant due() {
        if (index.due == null) {
            index.due = Timekeeper.findDue(this);
        }
        return index.due;
    }

    void put(CampaignState campaign) {
        campaigns.put(campaign.agenda().campaign(), campaign);
    }

    void put(SessionState session) {
        index.due = null;
        sessions.put(session.plan().id(), session);
        if (session.phase() == SessionPhase.ENDED) {
            forgetIfOver(session);
        }
    }

    void put(LotState lot) {
        AuctionId id = lot.plan().auction();
        Optional<LotState> before = lots.find(id);
        lots.put(id, lot);
        if (before.isEmpty()) {
            published.put(id, lot.session());
        }
        Optional<Leading> released = before.flatMap(LotState::claim);
        Optional<Leading> claimed = lot.claim();
        if (released != claimed) {
            released.ifPresent(old ->
                    purses.release(key(lot, old.bidder().wallet()), old.amount().units()));
            claimed.ifPresent(now ->
                    purses.claim(key(lot, now.bidder().wallet()), now.amount().units()));
        }
        if (before.isEmpty()
                || before.get().clock() != lot.clock()
                || before.get().result() != lot.result()) {
            index.due = null;
            index.open = listed(index.open, id, lot.is(Status.OPEN));
            index.unpaid = listed(index.unpaid, id, lot.result().fate() == Fate.REFUSED);
            if (lot.is(Status.CLOSED)) {
                forgetThread(id);
                forgetIfOver(lot);
            }
        }
    }

    void awaitsRelisting(AuctionId auction, boolean waits) {
        index.unsold = listed(index.unsold, auction, waits);
        if (!waits) {
            lot(auction).ifPresent(this::forgetIfOver);
        }
    }

    void answers(PostId post, AuctionId auction) {
        Map<PostId, AuctionId> more = new LinkedHashMap<>(index.threads);
        more.put(post, auction);
        index.threads = more;
    }

    private void forgetThread(AuctionId auction) {
        if (index.threads.containsValue(auction)) {
            Map<PostId, AuctionId> fewer = new LinkedHashMap<>(index.threads);
            fewer.values().removeIf(auction::equals);
            index.threads = fewer;
        }
    }

    private void forgetIfOver(LotState lot) {
        sessions.find(lot.session())
                .filter(session -> session.phase() == SessionPhase.ENDED)
                .ifPresent(this::forgetIfOver);
    }

    /** A session that has ended is forgotten with its lots once nobody owes or waits for anything. */
    private void forgetIfOver(SessionState session) {
        for (LotState lot : lotsOf(session)) {
            Fate fate = lot.result().fate();
            if (fate == Fate.OWED
                    || fate == Fate.REFUSED
                    || index.unsold.contains(lot.plan().auction())) {
                return;
            }
        }
        sessions.remove(session.plan().id());
        session.plan().lots().forEach(lot -> lots.remove(lot.auction()));
    }

    private static List<AuctionId> listed(List<AuctionId> list, AuctionId id, boolean wanted) {
        if (list.contains(id) == wanted) {
            return list;
        }
        List<AuctionId> changed = new ArrayList<>(list);
        if (wanted) {
            changed.add(id);
        } else {
            changed.remove(id);
        }
        return List.copyOf(changed);
    }

    LotState known(AuctionId auction) {
        Optional<LotState> lot = lots.find(auction);
        if (lot.isEmpty()) {
            throw new IllegalStateException("the log speaks of unknown lot " + auction);
        }
        return lot.get();
    }
}
