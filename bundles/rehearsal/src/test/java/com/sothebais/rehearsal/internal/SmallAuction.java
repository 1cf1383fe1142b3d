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
import com.sothebais.api.ledger.LedgerEntry;
import com.sothebais.api.ledger.LedgerLine;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.SettlementEvent;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.Inbox;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.contract.MemoryEventLog;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An auctioneer just good enough to play a show against: reads plain bids, keeps a ledger, extends, closes and settles. */
final class SmallAuction implements Inbox, Campaigns, Auctions {
    private static final Pattern BID = Pattern.compile(
            "(?i)(?:bid:?|i'?ll go|in at|offer|biete|pujo|mise|offro) (\\d+(?:[.,]\\d{1,2})?) ?(?:eth|Ξ)");

    private final MemoryEventLog log;
    private final SmallMoney money;
    private final Map<AuctionId, List<LedgerEntry>> ledgers = new HashMap<>();
    private final Map<Reason, Long> refused = new EnumMap<>(Reason.class);
    private final Set<PostId> seen = new HashSet<>();
    private final List<Campaign> published = new ArrayList<>();
    private final Set<String> leaders = new HashSet<>();
    private final List<Decree> decrees = new ArrayList<>();
    private Thread clock = new Thread();
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
        SessionPlan plan = plan(campaign, start, tempo);
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
        clock = new Thread(() -> play(plan), "small-auction");
        clock.setDaemon(true);
        clock.start();
    }

    /** A session that is planned and waits. */
    synchronized void plan(Campaign campaign, SessionPlan plan) {
        record("campaign/" + campaign.id(), new CampaignPublished(campaign));
        record("session/" + plan.id(), new SessionPlanned(plan));
    }

    /** The process is killed: the clock stands still, what is in the log stays. */
    synchronized void kill() {
        clock.interrupt();
    }

    synchronized List<Decree> decrees() {
        return List.copyOf(decrees);
    }

    @Override
    public synchronized void endRehearsal(SessionId session, Decree decree) {
        decrees.add(decree);
        clock.interrupt();
        open.ifPresent(lot -> record(
                "auction/" + lot.auction(),
                new AuctionClosed(
                        lot.auction(),
                        lot.lot(),
                        new Outcome.Returned(Outcome.Cause.CANCELLED),
                        ledger(lot.auction()).orElseThrow().root(),
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
        return Optional.ofNullable(ledgers.get(auction)).map(entries -> new Ledger(auction.value(), entries));
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

    private static SessionPlan plan(Campaign campaign, Instant start, Tempo tempo) {
        Instant opens = start.plus(tempo.pre());
        List<PlannedLot> lots = new ArrayList<>();
        for (var lot : campaign.lots().subList(0, campaign.schedule().lotsPerDay())) {
            Instant end = opens.plus(tempo.lot());
            lots.add(new PlannedLot(
                    new AuctionId(campaign.id() + "-" + lot.number()), lot, campaign.rules(), opens, end));
            opens = end.plus(tempo.pause());
        }
        Instant post = lots.get(lots.size() - 1).ends();
        SessionPlan.Times times = new SessionPlan.Times(start, start.plus(tempo.pre()), post, post.plus(tempo.post()));
        return new SessionPlan(new SessionId(campaign.id() + "-s"), campaign.id(), ZoneOffset.UTC, times, lots);
    }

    private void play(SessionPlan plan) {
        try {
            SessionPlan.Times times = plan.times();
            sleepUntil(times.pre());
            move(plan, SessionPhase.PLANNED, SessionPhase.PRE);
            sleepUntil(times.live());
            move(plan, SessionPhase.PRE, SessionPhase.LIVE);
            for (int i = 0; i < plan.lots().size(); i++) {
                PlannedLot lot = plan.lots().get(i);
                open(plan, lot);
                while (!closeIfOver()) {
                    Thread.sleep(5);
                }
                if (i + 1 < plan.lots().size()) {
                    Thread.sleep(
                            Duration.between(lot.ends(), plan.lots().get(i + 1).opens())
                                    .toMillis());
                }
            }
            move(plan, SessionPhase.LIVE, SessionPhase.POST);
            Thread.sleep(Duration.between(times.post(), times.end()).toMillis());
            move(plan, SessionPhase.POST, SessionPhase.ENDED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleepUntil(Instant instant) throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.between(now(), instant).toMillis()));
    }

    private synchronized void move(SessionPlan plan, SessionPhase from, SessionPhase to) {
        record("session/" + plan.id(), new SessionMoved(plan.id(), from, to));
    }

    private synchronized void open(SessionPlan plan, PlannedLot lot) {
        open = Optional.of(lot);
        leader = Optional.empty();
        price = lot.rules().startPrice();
        ends = now().plus(Duration.between(lot.opens(), lot.ends()));
        extensions = 0;
        ledgers.put(lot.auction(), new ArrayList<>());
        record("auction/" + lot.auction(), new AuctionOpened(lot.auction(), plan.id(), lot.lot(), lot.rules(), ends));
    }

    private synchronized boolean closeIfOver() {
        if (now().isBefore(ends)) {
            return false;
        }
        PlannedLot lot = open.orElseThrow();
        open = Optional.empty();
        Money reserve = lot.rules().reserve().map(Reserve::amount).orElse(Money.zero(Currency.ETH));
        Optional<Bidder> winner = leader.filter(any -> !price.isLessThan(reserve));
        Hash root = ledger(lot.auction()).orElseThrow().root();
        int entries = ledgers.get(lot.auction()).size();
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
        Matcher bid = BID.matcher(post.text());
        boolean hasBid = bid.find();
        Optional<Money> amount =
                hasBid ? Optional.of(Money.of(bid.group(1).replace(',', '.'), Currency.ETH)) : Optional.empty();
        Optional<WalletAddress> wallet = money.walletOf(post.author().id());
        Optional<Reason> reason = reason(post, amount, wallet);
        if (reason.isPresent()) {
            refuse(post, reason.get(), amount);
        } else if (amount.isPresent()) {
            accept(post, new Bidder(post.author(), wallet.orElseThrow()), amount.get());
        } else {
            record("mentions/sandbox", new PostHeard(post, post.text().endsWith("?")));
        }
    }

    private Optional<Reason> reason(Post post, Optional<Money> amount, Optional<WalletAddress> wallet) {
        if (post.relation().kind() == Relation.Kind.EDIT) {
            return Optional.of(Reason.EDITED);
        } else if (post.relation().kind() == Relation.Kind.REPOST) {
            return Optional.empty();
        } else if (post.text().contains("max bid")) {
            return Optional.of(Reason.MAX_BID_IN_PUBLIC);
        } else if (post.text().contains("retract")) {
            return Optional.of(Reason.RETRACTION);
        } else if (post.text().matches(".*(1,000|2-3|2 or 3|3 eth\\?).*")) {
            return Optional.of(Reason.AMBIGUOUS);
        } else if (post.text().contains("bid two")) {
            return Optional.of(Reason.CONFIRM_WORDS);
        } else if (amount.isEmpty()) {
            return Optional.empty();
        } else if (open.isEmpty() || !now().isBefore(ends)) {
            return Optional.of(Reason.AUCTION_CLOSED);
        } else if (wallet.isEmpty()) {
            return Optional.of(Reason.NEEDS_WALLET);
        } else if (amount.get().isLessThan(minimum())) {
            return Optional.of(Reason.TOO_LOW);
        } else if (amount.get().isMoreThan(price.times(open.get().rules().confirmFactor()))) {
            return Optional.of(Reason.CONFIRM_LARGE);
        }
        return money.free(wallet.get()).isLessThan(amount.get()) ? Optional.of(Reason.NEEDS_FUNDS) : Optional.empty();
    }

    private void accept(Post post, Bidder bidder, Money amount) {
        // A repost carries the text of a bid and is none.
        if (post.relation().kind() == Relation.Kind.REPOST) {
            record("mentions/sandbox", new PostHeard(post, false));
            return;
        }
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
        List<LedgerEntry> entries = ledgers.get(lot.auction());
        LedgerLine line = new LedgerLine(
                lot.auction().value(),
                now(),
                post.id().toString(),
                post.author().id().toString(),
                verdict,
                amount.map(money -> money.units().toString()).orElse(""),
                "ETH");
        LedgerEntry entry =
                LedgerEntry.chain(entries.size(), new Ledger(lot.auction().value(), entries).root(), line);
        entries.add(entry);
        return entry.hash();
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
