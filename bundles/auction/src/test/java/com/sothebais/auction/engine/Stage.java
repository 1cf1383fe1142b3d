package com.sothebais.auction.engine;

import static com.sothebais.auction.testing.Samples.account;
import static com.sothebais.auction.testing.Samples.eth;
import static com.sothebais.auction.testing.Samples.wallet;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.MaximumAnswer;
import com.sothebais.api.auction.OverridePreview;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.Tempo;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.identity.IdentityEvent.WalletLinked;
import com.sothebais.api.settlement.SettlementEvent.EscrowMoved;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Inbox;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.contract.MemoryEventLog;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A saleroom on a clock that is moved by hand, with a log in memory if no other is given; {@link #restart} keeps the log alone. */
final class Stage {
    static final Instant START = Instant.parse("2026-11-21T19:00:00Z");
    static final Account HOST = new Account(new AccountId("sim", "host"), "sothebais", "Host");
    static final ChainId CHAIN = new ChainId("sim:1");
    static final Tempo TEMPO =
            new Tempo(Duration.ofSeconds(20), Duration.ofSeconds(45), Duration.ofSeconds(5), Duration.ofSeconds(20));
    static final AuctionId LOT_1 = new AuctionId("demo-lot-1");
    static final AuctionId LOT_2 = new AuctionId("demo-lot-2");

    final FaultyLog log;
    private static final int STEPS_MAX = 500;
    private static final Duration STEP_WAIT = Duration.ofMillis(20);

    final Settings settings;
    final Snapshots snapshots;
    Instant now = START;
    /** Happens once, while somebody looks at the clock. */
    Runnable meanwhile = () -> {};

    SaleRoom room;
    /** What the log said when it failed. */
    final List<String> failures = new ArrayList<>();

    private int posts;

    Stage() {
        this(Settings.DEFAULT);
    }

    Stage(Settings settings) {
        this(settings, Snapshots.NONE);
    }

    Stage(Settings settings, Snapshots snapshots) {
        this(settings, snapshots, new MemoryEventLog());
    }

    /** @param log a real one, for example */
    Stage(Settings settings, Snapshots snapshots, EventLog log) {
        this.log = new FaultyLog(log);
        this.settings = settings;
        this.snapshots = snapshots;
        restart();
    }

    /** A new process on the same log. The first step reads it. */
    void restart() {
        InstantSource clock = () -> {
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
            return now;
        };
        Surroundings around = new Surroundings(
                log, clock, network -> network.equals("sim") ? Optional.of(HOST) : Optional.empty(), snapshots);
        room = new SaleRoom(around, settings);
        log.subscribe(room);
        room.auctioneer().step();
    }

    /** Lets the time pass, stopping wherever something is due. */
    Instant at(Duration sinceStart) {
        Instant until = START.plus(sinceStart);
        Instant due = room.auctioneer().step();
        while (due.isAfter(now) && !due.isAfter(until)) {
            now = due;
            due = room.auctioneer().step();
        }
        return jump(sinceStart);
    }

    /** Sets the clock without anything in between, as if the process had slept. */
    Instant jump(Duration sinceStart) {
        now = START.plus(sinceStart);
        return room.auctioneer().step();
    }

    Instant at(double seconds) {
        return at(Duration.ofNanos((long) (seconds * 1e9)));
    }

    SessionPlan rehearse(Rules rules) {
        return rehearse(campaign(rules));
    }

    SessionPlan rehearse(Campaign campaign) {
        SessionPlan plan = com.sothebais.auction.calendar.Calendar.rehearse(campaign, START, TEMPO);
        CompletableFuture<Void> done = new CompletableFuture<>();
        room.queue().offer(at -> new Work.Publication(campaign, List.of(plan), at, done));
        room.auctioneer().step();
        done.join();
        return plan;
    }

    /** Publishes that session. */
    CompletableFuture<Void> publish(Campaign campaign, SessionPlan plan) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        room.queue().offer(at -> new Work.Publication(campaign, List.of(plan), at, done));
        return done;
    }

    /** Asks for what an override would do, and does it when somebody decreed it; once the auctioneer steps. */
    CompletableFuture<OverridePreview> order(LotOverride override, Optional<String> basis, Optional<Decree> decree) {
        CompletableFuture<OverridePreview> done = new CompletableFuture<>();
        room.queue().offer(at -> new Work.Overriding(LOT_1, override, basis, decree, at, done));
        return done;
    }

    /** Sets a private maximum on the first lot, once the auctioneer steps. */
    CompletableFuture<MaximumAnswer> maximum(int bidder, String amount) {
        CompletableFuture<MaximumAnswer> done = new CompletableFuture<>();
        room.queue().offer(at -> new Work.Maximum(LOT_1, account(bidder), Optional.of(eth(amount)), at, done));
        return done;
    }

    /** What followed a command. */
    <T> T settled(CompletableFuture<T> asked) {
        room.auctioneer().step();
        return asked.join();
    }

    /** Steps until it is done, over failures of the log. */
    void stepUntilDone(CompletableFuture<?>... asked) throws InterruptedException {
        CompletableFuture<Void> all = CompletableFuture.allOf(asked);
        for (int i = 0; i < STEPS_MAX && !all.isDone(); i++) {
            try {
                room.auctioneer().step();
            } catch (EventLogException e) {
                failures.add(e.getMessage());
            }
            // The recorder nudges when it has finished something.
            room.queue().await(Instant.MAX, STEP_WAIT);
        }
        all.join();
    }

    static Campaign campaign(Rules rules) {
        return campaign("demo", rules);
    }

    static Campaign campaign(String id, Rules rules) {
        Schedule schedule = new Schedule(
                Schedule.ZONE_DEFAULT,
                new Schedule.Days(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 22), Set.of()),
                Schedule.Daily.DEFAULT,
                2,
                Duration.ofMinutes(5));
        return new Campaign(
                new CampaignId(id),
                "Demo",
                "Us",
                "Us",
                schedule,
                List.of(lot(1), lot(2), lot(3)),
                rules,
                Campaign.Policy.RETURN);
    }

    static Rules rules() {
        return new Rules(
                eth("1"),
                Optional.empty(),
                new Increment.Absolute(eth("0.1")),
                new Extension(Duration.ofSeconds(10), Duration.ofSeconds(15), 2, Duration.ofSeconds(25)),
                10,
                Duration.ofSeconds(1));
    }

    static Lot lot(int number) {
        TokenRef token = new TokenRef(CHAIN, wallet(0xC0FFEE), BigInteger.valueOf(number));
        return new Lot(
                number, "Work " + number, "Artist", "A story.", new AssetId("a".repeat(64)), token, wallet(0x5E11E4));
    }

    /** Links the account's wallet and deposits. */
    void fund(int bidder, String amount) {
        record("person/sim/user-" + bidder, new WalletLinked(account(bidder), wallet(bidder)));
        deposit(bidder, amount);
    }

    void deposit(int bidder, String amount) {
        TxHash tx = new TxHash(String.format("0x%064x", log.last() + 1));
        record(
                "escrow/sim:1",
                new EscrowMoved(CHAIN, new EscrowMovement.Deposited(1, tx, wallet(bidder), eth(amount))));
    }

    void record(String stream, Event event) {
        NewEvent fact =
                new NewEvent(new StreamId(stream), event, "test", now, new CorrelationId("test"), Optional.empty());
        log.append(Append.of(List.of(fact)));
    }

    Post post(int author, String text) {
        return post(author, text, now);
    }

    Post post(int author, String text, Instant at) {
        return new Post(new PostId("sim", "post-" + ++posts), account(author), text, at, Relation.ORIGINAL, true);
    }

    Post reply(int author, String text) {
        Post post = post(author, text);
        Relation relation = Relation.to(Relation.Kind.REPLY, new PostId("sim", "host-post"), HOST.id());
        return new Post(post.id(), post.author(), post.text(), post.at(), relation, false);
    }

    /** Delivers, lets the auctioneer work, and says what followed. */
    List<Event> say(Post post) {
        long before = log.last();
        CompletableFuture<Void> done = deliver(post);
        room.auctioneer().step();
        done.join();
        return since(before);
    }

    List<Event> say(int author, String text) {
        return say(post(author, text));
    }

    CompletableFuture<Void> deliver(Post post) {
        Inbox.Receipt receipt = room.receive(post);
        if (receipt instanceof Inbox.Receipt.Taken taken) {
            return taken.recorded().toCompletableFuture();
        }
        throw new IllegalStateException("the inbox is full");
    }

    List<Event> since(long position) {
        return log.read(position, EventLog.READ_MAX).stream()
                .map(Recorded::event)
                .toList();
    }

    <E extends Event> List<E> all(Class<E> type) {
        return since(0).stream().filter(type::isInstance).map(type::cast).toList();
    }
}
