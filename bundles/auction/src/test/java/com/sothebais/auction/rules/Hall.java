package com.sothebais.auction.rules;

import static com.sothebais.auction.rules.Sample.id;
import static com.sothebais.auction.rules.Sample.rules;
import static com.sothebais.auction.testing.Samples.account;
import static com.sothebais.auction.testing.Samples.eth;
import static com.sothebais.auction.testing.Samples.wallet;

import com.sothebais.api.agent.HostEvent;
import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.CampaignPublished;
import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.AuctionEvent.SessionPlanned;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.MaximumAnswer;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.SettlementId;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.identity.IdentityEvent.WalletLinked;
import com.sothebais.api.ledger.LedgerEntry;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.SettlementEvent.EscrowMoved;
import com.sothebais.api.settlement.SettlementEvent.SettlementRefused;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.auction.calendar.Calendar;
import com.sothebais.auction.grammar.BidGrammar;
import com.sothebais.auction.grammar.Context;
import com.sothebais.auction.grammar.Intent;
import com.sothebais.auction.grammar.Reading;
import com.sothebais.auction.rules.Timekeeper.CloseLot;
import com.sothebais.auction.rules.Timekeeper.Move;
import com.sothebais.auction.rules.Timekeeper.MoveSession;
import com.sothebais.auction.rules.Timekeeper.OpenLot;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The rules at work without an engine: facts go straight from a decision to the floor, and all of them are kept. */
final class Hall {
    static final ChainId CHAIN = new ChainId("sim:1");
    static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    /** LIVE is from 14:00 to 16:00 of this day in UTC. */
    static final Instant LIVE = Instant.parse("2026-06-01T14:00:00Z");

    final List<NewEvent> facts = new ArrayList<>();
    Floor floor = new Floor();
    Instant now = LIVE.minus(Duration.ofDays(1));
    private int posts;

    /** A campaign of one week; what differs is set before {@link #publish}. */
    int lots = 2;

    int lotsPerDay = 2;
    Duration pause = Duration.ofMinutes(10);
    Schedule.Course course = Schedule.Course.SEQUENTIAL;
    Campaign.Policy policy = Campaign.Policy.RETURN;
    Rules rules = rules("1", "0.1");

    Hall publish() {
        Schedule schedule = new Schedule(
                ZoneOffset.UTC,
                new Schedule.Days(DAY, DAY.plusDays(6), Set.of()),
                Schedule.Daily.DEFAULT,
                new Schedule.Sale(lotsPerDay, pause, course));
        List<Lot> all = IntStream.rangeClosed(1, lots).mapToObj(Sample::lotOf).toList();
        Campaign campaign = new Campaign(new CampaignId("c"), "C", "P", "P", schedule, all, rules, policy);
        record(new CampaignPublished(campaign));
        Calendar.plan(campaign).forEach(session -> record(new SessionPlanned(session)));
        return this;
    }

    /** Published, at the start of LIVE. */
    Hall live() {
        publish();
        at(Duration.ZERO);
        return this;
    }

    LotState lot(int number) {
        return floor.lot(id(number)).orElseThrow();
    }

    /** Links the bidder's wallet and deposits. */
    void fund(int bidder, String amount) {
        record(new WalletLinked(account(bidder), wallet(bidder)));
        record(new EscrowMoved(CHAIN, new EscrowMovement.Deposited(1, tx(), wallet(bidder), eth(amount))));
    }

    void withdraw(int bidder, String amount) {
        record(new EscrowMoved(CHAIN, new EscrowMovement.Withdrawn(1, tx(), wallet(bidder), eth(amount))));
    }

    void paid(int bidder, String amount, SettlementId id) {
        record(new EscrowMoved(CHAIN, new EscrowMovement.Settled(1, tx(), wallet(bidder), eth(amount), id)));
    }

    void unpaid(int lot) {
        record(new SettlementRefused(id(lot), "no money"));
        aftermath();
    }

    private TxHash tx() {
        return new TxHash(String.format("0x%064x", facts.size() + 1));
    }

    Money free(int bidder, int lot) {
        return floor.free(wallet(bidder), lot(lot));
    }

    void record(Event event) {
        record(event, now);
    }

    void record(Event event, Instant at) {
        NewEvent fact =
                new NewEvent(new StreamId("test"), event, "test", at, new CorrelationId("test"), Optional.empty());
        facts.add(fact);
        floor.apply(fact);
    }

    /** Lets the clock run, stopping wherever something is due. */
    void at(Duration sinceLive) {
        Instant until = LIVE.plus(sinceLive);
        while (!Timekeeper.due(floor).isAfter(until)) {
            now = now.isAfter(Timekeeper.due(floor)) ? now : Timekeeper.due(floor);
            advance();
        }
        now = until;
    }

    void atSeconds(long sinceLive) {
        at(Duration.ofSeconds(sinceLive));
    }

    /** The system was down until then: only now the clock is looked at. */
    void wakeAt(Duration sinceLive) {
        now = LIVE.plus(sinceLive);
        advance();
    }

    private void advance() {
        Optional<Move> next = Timekeeper.next(floor, now);
        while (next.isPresent() && !next.get().at().isAfter(now)) {
            make(next.get());
            aftermath();
            next = Timekeeper.next(floor, now);
        }
    }

    private void make(Move move) {
        Instant at = Timekeeper.happened(move, now);
        if (move instanceof MoveSession session) {
            record(new SessionMoved(session.session(), session.from(), session.to()), at);
        } else if (move instanceof OpenLot open) {
            LotState lot = open.lot();
            record(
                    new AuctionOpened(
                            lot.plan().auction(), lot.session(), lot.plan().lot(), lot.rules(), open.ends(at)),
                    at);
            respond(lot.plan().auction());
        } else if (move instanceof CloseLot close) {
            LotState lot = close.lot();
            record(
                    new AuctionClosed(
                            lot.plan().auction(),
                            lot.plan().lot(),
                            lot.outcome(),
                            lot.chain().head(),
                            lot.chain().entries()),
                    at);
        }
    }

    void aftermath() {
        List<AuctionEvent> due = Aftermath.due(floor, now);
        while (!due.isEmpty()) {
            due.forEach(this::record);
            due = Aftermath.due(floor, now);
        }
    }

    Post post(int bidder, Instant at) {
        return new Post(new PostId("sim", "post-" + ++posts), account(bidder), "", at, Relation.ORIGINAL, true);
    }

    Post reply(int bidder, PostId to) {
        Post post = post(bidder, now);
        Relation relation = Relation.to(Relation.Kind.REPLY, to, new AccountId("sim", "host"));
        return new Post(post.id(), post.author(), "", now, relation, true);
    }

    static Reading read(String text) {
        return BidGrammar.read(text, new Context(List.of(Currency.ETH), Optional.empty(), true, Set.of("sothebais")));
    }

    /** Bids now on the lot; the verdict is recorded, and the maxima answer. */
    Verdict bid(int bidder, int lot, String amount) {
        return bid(post(bidder, now), lot, amount);
    }

    Verdict bid(Post post, int lot, String amount) {
        Reading.Extras extras = new Reading.Extras(Optional.of(lot), false, Optional.empty());
        return judge(
                post,
                new Reading(
                        Intent.BID, Optional.of(new BigDecimal(amount)), Optional.of("ETH"), Optional.empty(), extras));
    }

    Verdict judge(Post post, Reading reading) {
        Verdict verdict = new Referee(floor).judge(post, reading, now);
        record(post, verdict);
        return verdict;
    }

    Optional<Verdict> yes(Post post, String text) {
        Reading reading = read(text);
        if (reading.intent() != Intent.CONFIRM) {
            throw new IllegalArgumentException("not a yes: " + text);
        }
        return confirm(post, reading);
    }

    Optional<Verdict> confirm(Post post, Reading reading) {
        Optional<Verdict> verdict = new Referee(floor).confirm(post, reading, now);
        verdict.ifPresent(known -> record(post, known));
        return verdict;
    }

    private void record(Post post, Verdict verdict) {
        if (verdict instanceof Verdict.Accepted accepted) {
            accept(post, accepted);
            respond(accepted.auction(), Proxies.respond(floor, lotOf(accepted.auction()), post, now));
        } else if (verdict instanceof Verdict.Refused refused) {
            Optional<LedgerEntry> entry = refused.auction()
                    .flatMap(floor::lot)
                    .filter(lot -> lot.is(LotState.Status.OPEN))
                    .map(lot -> entry(lot, post, refused.reason().name(), refused.amount()));
            record(new BidRefused(
                    refused.auction(),
                    post,
                    refused.reason(),
                    refused.amount(),
                    refused.nextMinimum(),
                    entry.map(LedgerEntry::hash)));
        }
    }

    private LotState lotOf(AuctionId id) {
        return floor.lot(id).orElseThrow();
    }

    private void accept(Post post, Verdict.Accepted accepted) {
        LotState lot = lotOf(accepted.auction());
        record(new BidAccepted(
                accepted.auction(),
                post,
                accepted.bidder(),
                accepted.amount(),
                accepted.nextMinimum(),
                accepted.displaced(),
                entry(lot, post, Entries.ACCEPTED, Optional.of(accepted.amount()))
                        .hash()));
        accepted.extended()
                .ifPresent(end -> record(new AuctionExtended(
                        accepted.auction(), lot.clock().ends(), end, lot.clock().extensions() + 1)));
    }

    private LedgerEntry entry(LotState lot, Post post, String verdict, Optional<Money> amount) {
        return Entries.next(lot, new Entries.Source(post.id(), post.author().id()), verdict, amount, now);
    }

    private void respond(AuctionId auction) {
        respond(auction, Proxies.respond(floor, lotOf(auction), now));
    }

    /** The engine's bid, and a look that it left nothing to answer. */
    private void respond(AuctionId auction, Optional<Proxies.Answer> answer) {
        answer.ifPresent(bid -> {
            accept(bid.post(), bid.accepted());
            if (Proxies.respond(floor, lotOf(auction), now).isPresent()) {
                throw new AssertionError("a second engine bid follows from the first");
            }
        });
    }

    MaximumAnswer maximum(int bidder, int lot, String amount) {
        return maximum(new ProxyDesk.Wish(id(lot), account(bidder), Optional.of(eth(amount))));
    }

    MaximumAnswer withdrawMaximum(int bidder, int lot) {
        return maximum(new ProxyDesk.Wish(id(lot), account(bidder), Optional.empty()));
    }

    private MaximumAnswer maximum(ProxyDesk.Wish wish) {
        ProxyDesk.Decision decision = ProxyDesk.decide(floor, wish, now);
        if (decision.refusal().isPresent()) {
            return decision.refusal().get();
        }
        decision.fact().ifPresent(fact -> {
            record(fact);
            respond(wish.auction());
        });
        return ProxyDesk.standing(floor, wish);
    }

    List<String> override(int lot, LotOverride override) {
        List<String> effects = Effects.preview(floor, id(lot), override, now).effects();
        Overrides.decide(floor, id(lot), override, now).forEach(decided -> record(decided.fact()));
        respond(id(lot));
        return effects;
    }

    void posted(String key, String post, Optional<PostId> replyTo) {
        record(new HostEvent.Posted(key, new PostId("sim", post), replyTo, "text"));
    }

    String leader(int lot) {
        return lot(lot).lead()
                .bid()
                .map(lead ->
                        lead.bidder().account().handle() + " " + lead.amount().decimal())
                .orElse("nobody");
    }

    static Reason reason(Verdict verdict) {
        return ((Verdict.Refused) verdict).reason();
    }

    <E extends Event> List<E> all(Class<E> type) {
        return facts.stream()
                .map(NewEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    Floor replayed() {
        Floor again = new Floor();
        facts.forEach(again::apply);
        return again;
    }

    SessionPlan planned(String id) {
        return all(SessionPlanned.class).stream()
                .map(SessionPlanned::session)
                .filter(session -> session.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
