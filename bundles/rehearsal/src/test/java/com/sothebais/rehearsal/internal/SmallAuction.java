package com.sothebais.rehearsal.internal;

import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.CampaignPublished;
import com.sothebais.api.auction.AuctionEvent.PostHeard;
import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.AuctionEvent.SessionPlanned;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Auctions;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignException;
import com.sothebais.api.auction.Campaigns;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.MaximumAnswer;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.OverridePreview;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.auction.Tempo;
import com.sothebais.api.chain.SettlementId;
import com.sothebais.api.chain.SettlementOrder;
import com.sothebais.api.chain.SettlementResult;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.health.Latency;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.SettlementEvent;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.Inbox;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.contract.MemoryEventLog;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** An auctioneer just good enough to play a show against: reads plain bids, keeps a ledger, extends, closes and settles. */
final class SmallAuction implements Inbox, Campaigns, Auctions, SmallClock.Bell {
    private final MemoryEventLog log;
    private final SmallMoney money;
    private final SmallLedgers ledgers = new SmallLedgers();
    private final Map<Reason, Long> refused = new EnumMap<>(Reason.class);
    private final Set<PostId> seen = new HashSet<>();
    private final List<Campaign> published = new ArrayList<>();
    private final Set<String> leaders = new HashSet<>();
    private final List<Decree> decrees = new ArrayList<>();
    private Optional<SmallClock> clock = Optional.empty();
    private Optional<PlannedLot> open = Optional.empty();
    private Optional<Bidder> leader = Optional.empty();
    private Money price = Money.zero(Currency.ETH);
    private Instant ends = Instant.EPOCH;
    private int extensions;
    private long accepted;
    private long duplicates;

    SmallAuction(MemoryEventLog log, SmallMoney money) {
        this.log = log;
        this.money = money;
    }

    synchronized List<Campaign> published() {
        return List.copyOf(published);
    }

    /** Lot and handle of everybody who ever led. */
    synchronized Set<String> leaders() {
        return Set.copyOf(leaders);
    }

    @Override
    public List<SessionPlan> dryRun(Campaign campaign) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SessionPlan> publish(Campaign campaign) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized SessionPlan rehearse(Campaign campaign, Instant start, Tempo tempo) {
        if (published.stream().anyMatch(known -> known.id().equals(campaign.id()))) {
            throw new CampaignException(List.of("The id " + campaign.id() + " is taken."));
        }
        SessionPlan plan = SmallClock.plan(campaign, start, tempo);
        play(campaign, plan);
        return plan;
    }

    @Override
    public synchronized void rehearse(Campaign campaign, SessionPlan session) {
        play(campaign, session);
    }

    private void play(Campaign campaign, SessionPlan plan) {
        published.add(campaign);
        record("campaign/" + campaign.id(), new CampaignPublished(campaign));
        record("session/" + plan.id(), new SessionPlanned(plan));
        clock = Optional.of(SmallClock.play(plan, this));
    }

    /** A session that is planned and waits. */
    synchronized void plan(Campaign campaign, SessionPlan plan) {
        record("campaign/" + campaign.id(), new CampaignPublished(campaign));
        record("session/" + plan.id(), new SessionPlanned(plan));
    }

    /** The process is killed: the clock stands still, what is in the log stays. */
    synchronized void kill() {
        clock.ifPresent(SmallClock::stop);
    }

    synchronized List<Decree> decrees() {
        return List.copyOf(decrees);
    }

    @Override
    public synchronized void endRehearsal(SessionId session, Decree decree) {
        decrees.add(decree);
        clock.ifPresent(SmallClock::stop);
        open.ifPresent(lot -> record(
                "auction/" + lot.auction(),
                new AuctionClosed(
                        lot.auction(),
                        lot.lot(),
                        new Outcome.Returned(Outcome.Cause.CANCELLED),
                        ledgers.root(lot.auction()),
                        0)));
        open = Optional.empty();
        record("session/" + session, new SessionMoved(session, SessionPhase.POST, SessionPhase.ENDED));
    }

    @Override
    public synchronized Receipt receive(Post post) {
        if (!seen.add(post.id())) {
            duplicates++;
        } else {
            judge(post);
        }
        return new Receipt.Taken(CompletableFuture.completedFuture(null));
    }

    @Override
    public synchronized Optional<Ledger> ledger(AuctionId auction) {
        return ledgers.ledger(auction);
    }

    @Override
    public OverridePreview preview(AuctionId auction, LotOverride override) {
        throw new UnsupportedOperationException("nobody overrides here");
    }

    @Override
    public OverridePreview override(AuctionId auction, LotOverride override, Optional<String> basis, Decree decree) {
        throw new UnsupportedOperationException("nobody overrides here");
    }

    @Override
    public MaximumAnswer maximum(AuctionId auction, Account account, Optional<Money> maximum) {
        throw new UnsupportedOperationException("nobody sets a maximum here");
    }

    @Override
    public synchronized Tally tally() {
        return new Tally(seen.size(), accepted, refused, duplicates, new Latency(seen.size(), 1, 2, 3));
    }

    @Override
    public synchronized void move(SessionPlan plan, SessionPhase from, SessionPhase to) {
        record("session/" + plan.id(), new SessionMoved(plan.id(), from, to));
    }

    @Override
    public synchronized void open(SessionPlan plan, PlannedLot lot) {
        open = Optional.of(lot);
        leader = Optional.empty();
        price = lot.rules().startPrice();
        ends = now().plus(Duration.between(lot.opens(), lot.ends()));
        extensions = 0;
        ledgers.open(lot.auction());
        record("auction/" + lot.auction(), new AuctionOpened(lot.auction(), plan.id(), lot.lot(), lot.rules(), ends));
    }

    @Override
    public synchronized boolean closeIfOver() {
        if (now().isBefore(ends)) {
            return false;
        }
        PlannedLot lot = open.orElseThrow();
        open = Optional.empty();
        Money reserve = lot.rules().reserve().map(Reserve::amount).orElse(Money.zero(Currency.ETH));
        Optional<Bidder> winner = leader.filter(any -> !price.isLessThan(reserve));
        Hash root = ledgers.root(lot.auction());
        int entries = ledgers.size(lot.auction());
        Outcome outcome = winner.isPresent()
                ? new Outcome.Sold(winner.get(), price)
                : new Outcome.Returned(Outcome.Cause.RESERVE_NOT_MET);
        record("auction/" + lot.auction(), new AuctionClosed(lot.auction(), lot.lot(), outcome, root, entries));
        winner.ifPresent(sold -> settle(lot, sold, root));
        return true;
    }

    private void settle(PlannedLot lot, Bidder winner, Hash root) {
        SettlementOrder order = new SettlementOrder(
                new SettlementId(lot.auction().value()),
                lot.lot().token(),
                winner.wallet(),
                lot.lot().seller(),
                price,
                root);
        SettlementEvent event = money.settle(order) instanceof SettlementResult.Confirmed done
                ? new SettlementEvent.SettlementConfirmed(lot.auction(), done.tx(), done.block())
                : new SettlementEvent.SettlementRefused(lot.auction(), "the token does not move");
        record("settlement/" + lot.auction(), event);
    }

    private void judge(Post post) {
        SmallReading said = SmallReading.of(post);
        Optional<WalletAddress> wallet = money.walletOf(post.author().id());
        Optional<Reason> reason = reason(said, wallet);
        if (reason.isPresent()) {
            refuse(post, reason.get(), said.amount());
        } else if (said.isRepost() && said.amount().isPresent()) {
            // A repost carries the text of a bid and is none.
            record("mentions/sandbox", new PostHeard(post, false));
        } else if (said.amount().isPresent()) {
            accept(
                    post,
                    new Bidder(post.author(), wallet.orElseThrow()),
                    said.amount().get());
        } else {
            record("mentions/sandbox", new PostHeard(post, post.text().endsWith("?")));
        }
    }

    private Optional<Reason> reason(SmallReading said, Optional<WalletAddress> wallet) {
        if (said.flaw().isPresent() || said.isRepost() || said.amount().isEmpty()) {
            return said.flaw();
        } else if (open.isEmpty() || !now().isBefore(ends)) {
            return Optional.of(Reason.AUCTION_CLOSED);
        } else if (wallet.isEmpty()) {
            return Optional.of(Reason.NEEDS_WALLET);
        } else if (said.amount().get().isLessThan(minimum())) {
            return Optional.of(Reason.TOO_LOW);
        } else if (said.amount().get().isMoreThan(price.times(open.get().rules().confirmFactor()))) {
            return Optional.of(Reason.CONFIRM_LARGE);
        }
        return money.free(wallet.get()).isLessThan(said.amount().get())
                ? Optional.of(Reason.NEEDS_FUNDS)
                : Optional.empty();
    }

    private void accept(Post post, Bidder bidder, Money amount) {
        PlannedLot lot = open.orElseThrow();
        Optional<Bidder> displaced = leader;
        leader = Optional.of(bidder);
        price = amount;
        accepted++;
        leaders.add(lot.lot().number() + " " + bidder.account().handle());
        Hash entry = enter(lot, post, "ACCEPTED", Optional.of(amount));
        record(
                "auction/" + lot.auction(),
                new BidAccepted(lot.auction(), post, bidder, amount, minimum(), displaced, entry));
        Duration window = lot.rules().extension().window();
        if (Duration.between(now(), ends).compareTo(window) <= 0
                && extensions < lot.rules().extension().countMax()) {
            Instant from = ends;
            ends = now().plus(lot.rules().extension().length());
            extensions++;
            record("auction/" + lot.auction(), new AuctionExtended(lot.auction(), from, ends, extensions));
        }
    }

    private void refuse(Post post, Reason reason, Optional<Money> amount) {
        refused.merge(reason, 1L, Long::sum);
        Optional<Hash> entry = open.map(lot -> enter(lot, post, reason.name(), amount));
        record(
                open.map(lot -> "auction/" + lot.auction()).orElse("mentions/sandbox"),
                new BidRefused(open.map(PlannedLot::auction), post, reason, amount, open.map(lot -> minimum()), entry));
    }

    private Hash enter(PlannedLot lot, Post post, String verdict, Optional<Money> amount) {
        return ledgers.enter(lot.auction(), post, verdict, amount, now());
    }

    private Money minimum() {
        PlannedLot lot = open.orElseThrow();
        return leader.isEmpty() ? price : price.plus(lot.rules().increment().at(price));
    }

    private void record(String stream, Event event) {
        assert event instanceof AuctionEvent || event instanceof SettlementEvent;
        log.append(Append.of(List.of(new NewEvent(
                new StreamId(stream), event, "test", now(), new CorrelationId("test"), Optional.empty()))));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
