package com.sothebais.console;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.TokenArtwork;
import com.sothebais.api.auction.Anomalies;
import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Auctions;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignFiles;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Campaigns;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.DeadLetter;
import com.sothebais.api.event.DeadLetters;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.Dispatcher;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.Replays;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.health.Distribution;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.Histogram;
import com.sothebais.api.health.Latency;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.rehearsal.Rehearsals;
import com.sothebais.api.settlement.EscrowBook;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.ShowControl;
import com.sothebais.api.stream.StreamHealth;
import com.sothebais.api.stream.StreamOutputs;
import com.sothebais.console.board.Board;
import com.sothebais.contract.MemoryEventLog;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A board with one lot, sold after one accepted and one hostile bid; or, empty, with nothing running at all. */
public record SampleBoard(boolean running, List<String> asked) implements Board {
    public static final String HOSTILE = "<script>alert(1)</script>\u001b[2J bid";

    private static final Instant START = Instant.parse("2026-11-21T19:00:00Z");
    private static final AuctionId AUCTION = new AuctionId("demo-1");
    private static final ChainId CHAIN = new ChainId("sim:1");
    private static final Bidder ANN = new Bidder(
            new Account(new AccountId("sandbox", "1"), "ann", "Ann"), new WalletAddress("0x" + "1".repeat(40)));

    public static SampleBoard full() {
        return new SampleBoard(true, new ArrayList<>());
    }

    public static SampleBoard empty() {
        return new SampleBoard(false, new ArrayList<>());
    }

    /** The facts behind the show, in order from position 1. */
    public static List<Recorded> facts() {
        Lot lot = new Lot(
                1,
                "Low Tide",
                "Ines Calder",
                "A mirror.",
                new AssetId("ab".repeat(32)),
                new TokenRef(CHAIN, new WalletAddress("0x" + "a".repeat(40)), BigInteger.ONE),
                new WalletAddress("0x" + "b".repeat(40)));
        Rules rules = new Rules(
                eth("1"), Optional.empty(), new Increment.Absolute(eth("0.1")), Extension.NONE, 10, Duration.ZERO);
        Schedule.Days days = new Schedule.Days(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 21), Set.of());
        Schedule schedule = new Schedule(Schedule.ZONE_DEFAULT, days, Schedule.Daily.DEFAULT, 1, Duration.ZERO);
        CampaignId campaign = new CampaignId("demo");
        SessionId session = new SessionId("demo-s1");
        SessionPlan plan = new SessionPlan(
                session,
                campaign,
                Schedule.ZONE_DEFAULT,
                new SessionPlan.Times(START, START, START.plusSeconds(60), START.plusSeconds(90)),
                List.of(new SessionPlan.PlannedLot(AUCTION, lot, rules, START, START.plusSeconds(45))));
        List<Event> events = List.of(
                new AuctionEvent.CampaignPublished(new Campaign(
                        campaign, "Twelve Lights", "Us", "Us", schedule, List.of(lot), rules, Campaign.Policy.RETURN)),
                new AuctionEvent.SessionPlanned(plan),
                new AuctionEvent.AuctionOpened(AUCTION, session, lot, rules, START.plusSeconds(45)),
                new AuctionEvent.BidAccepted(
                        AUCTION, post("1.5 ETH"), ANN, eth("1.5"), eth("1.6"), Optional.empty(), Hash.GENESIS),
                new AuctionEvent.BidRefused(
                        Optional.of(AUCTION),
                        post(HOSTILE),
                        Reason.UNREADABLE,
                        Optional.empty(),
                        Optional.of(eth("1.6")),
                        Optional.of(Hash.GENESIS)),
                new AuctionEvent.AuctionClosed(AUCTION, lot, new Outcome.Sold(ANN, eth("1.5")), Hash.GENESIS, 2));
        List<Recorded> recorded = new ArrayList<>();
        for (Event event : events) {
            long position = recorded.size() + 1L;
            NewEvent fact = new NewEvent(
                    new StreamId("test"),
                    event,
                    "test",
                    START.plusMillis(30),
                    new CorrelationId("c"),
                    Optional.empty());
            recorded.add(new Recorded(position, EventId.random(), position, fact));
        }
        return recorded;
    }

    @Override
    public Optional<ShowView> show() {
        return when(facts().stream().reduce(ShowView.EMPTY, ShowView::after, (first, second) -> second));
    }

    @Override
    public List<Health> parts() {
        return running
                ? List.of(Health.well("auction", "Judges posts."), Health.down("stream", "Restart <it>."))
                : List.of();
    }

    @Override
    public Optional<StreamHealth> stream() {
        return when(new StreamHealth(
                "java2d",
                new StreamHealth.Picture(900, 1, 0, 29.97, 1_800, "libx264"),
                new StreamHealth.Sound(-21.5, -3, new StreamHealth.Loudness(-18, -17, -16.1, -2.5), 0),
                new StreamHealth.Times(
                        new Distribution(new Latency(10, 20, 48, 60), Histogram.NONE),
                        new Distribution(new Latency(8, 24, 55, 71), Histogram.NONE),
                        Distribution.NONE,
                        new Distribution(new Latency(900, 3, 4.5, 6), Histogram.NONE)),
                StreamHealth.Drift.NONE,
                Duration.ofSeconds(30),
                List.of(new OutputStatus(
                        "rtmp",
                        "live",
                        OutputStatus.State.CONNECTING,
                        Optional.empty(),
                        Optional.empty(),
                        new OutputStatus.Traffic(3, 320, 4_096, 2, 0)))));
    }

    @Override
    public Optional<StreamOutputs> outputs() {
        return when(new SampleParts.Mixer());
    }

    @Override
    public Optional<ShowControl> control() {
        return when(new SampleDesk(asked));
    }

    @Override
    public Optional<Rehearsals> rehearsals() {
        return when(new SampleParts.Stagehand(new ArrayList<>()));
    }

    @Override
    public Optional<Auctions.Tally> tally() {
        return when(new Auctions.Tally(7, 4, Map.of(Reason.TOO_LOW, 2L), 1, new Latency(7, 11, 12, 13)));
    }

    @Override
    public List<EscrowBook.Reserves> reserves() {
        return running ? List.of(new EscrowBook.Reserves(CHAIN, 12, eth("5"), eth("4"))) : List.of();
    }

    @Override
    public List<Dispatcher.Progress> readers() {
        return running ? List.of(new Dispatcher.Progress("settler", EventSubscriber.Kind.REACTOR, 9, 3, 1)) : List.of();
    }

    @Override
    public Optional<DeadLetters> deadLetters() {
        return when(new Letters(asked));
    }

    @Override
    public Optional<Replays> replays() {
        return when(new SampleParts.Desk());
    }

    @Override
    public Optional<Auctions> auctions() {
        return when(new SampleParts.Auctioneer(asked, tally().orElse(null)));
    }

    @Override
    public Optional<Campaigns> campaigns() {
        return when(new SampleParts.Planner(
                asked, ((AuctionEvent.SessionPlanned) facts().get(1).event()).session()));
    }

    @Override
    public Optional<CampaignFiles> campaignFiles() {
        Campaign campaign = ((AuctionEvent.CampaignPublished) facts().get(0).event()).campaign();
        return when(new SampleFiles(campaign));
    }

    @Override
    public Optional<TokenArtwork> tokens() {
        return when(new SampleTokens(asked));
    }

    @Override
    public Optional<EventLog> log() {
        MemoryEventLog log = new MemoryEventLog();
        log.append(Append.of(facts().stream().map(Recorded::fact).toList()));
        return when(log);
    }

    @Override
    public Optional<List<Anomalies.Hint>> anomalies() {
        return when(List.of(new Anomalies.Hint(
                "MANY_REFUSALS/sandbox/1",
                Anomalies.Kind.MANY_REFUSALS,
                new Anomalies.Who("sandbox", List.of(ANN.account())),
                List.of(AUCTION),
                List.of(new Anomalies.Evidence(6, EventId.random())),
                35,
                new Anomalies.Span(START, START.plusSeconds(9)))));
    }

    private <T> Optional<T> when(T value) {
        return running ? Optional.of(value) : Optional.empty();
    }

    private static Money eth(String amount) {
        return Money.of(amount, Currency.ETH);
    }

    private static Post post(String text) {
        return new Post(new PostId("sandbox", "p"), ANN.account(), text, START, Relation.ORIGINAL, true);
    }

    private record Letters(List<String> asked) implements DeadLetters {
        @Override
        public List<DeadLetter> list() {
            return List.of(new DeadLetter("settler", 6, new StreamId("test"), "chain away", 8, START));
        }

        @Override
        public boolean retry(String subscriber, long position, Decree decree) {
            asked.add("retry " + subscriber + " " + position);
            return position == 6;
        }

        @Override
        public boolean edit(String subscriber, long position, String payload, Decree decree) {
            asked.add("edit " + subscriber + " " + position);
            return position == 6;
        }

        @Override
        public boolean drop(String subscriber, long position, Decree decree) {
            asked.add("drop " + subscriber + " " + position);
            return position == 6;
        }
    }
}
