package com.sothebais.event.internal.codec;

import com.sothebais.api.agent.HostEvent;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.SettlementId;
import com.sothebais.api.chain.SettlementOrder;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.ReaderEvent;
import com.sothebais.api.event.ReaderEvent.Resolution;
import com.sothebais.api.identity.IdentityEvent;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.SettlementEvent;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.api.stream.Cue;
import com.sothebais.api.stream.DeskEvent;
import com.sothebais.api.stream.OutputEvent;
import com.sothebais.api.stream.Source;
import com.sothebais.api.stream.Transition;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Facts of every kind with arbitrary contents, the same for the same seed. */
final class Samples {
    private static final String LETTERS = "abcZ09 '\"\\/\n\t{}%“é漢🎩\u0000\u202e";
    private static final List<String> ZONES = List.of("America/New_York", "UTC", "Asia/Kathmandu", "+02:00");

    private final Random random;

    Samples(long seed) {
        random = new Random(seed);
    }

    /** At least one fact of each kind. */
    List<Event> all() {
        return List.of(
                new AuctionEvent.CampaignPublished(campaign()),
                new AuctionEvent.SessionPlanned(plan()),
                new AuctionEvent.SessionMoved(session(), pick(SessionPhase.values()), pick(SessionPhase.values())),
                new AuctionEvent.AuctionOpened(auction(), session(), lot(1), rules(), instant()),
                new AuctionEvent.BidAccepted(
                        auction(), post(), bidder(), money(), money(), maybe(this::bidder), new Hash(hex(64))),
                new AuctionEvent.BidRefused(
                        maybe(this::auction),
                        post(),
                        pick(Reason.values()),
                        maybe(this::money),
                        maybe(this::money),
                        maybe(() -> new Hash(hex(64)))),
                new AuctionEvent.AuctionExtended(auction(), instant(), instant(), random.nextInt(10)),
                new AuctionEvent.AuctionClosed(auction(), lot(2), outcome(), new Hash(hex(64)), random.nextInt(9_999)),
                new AuctionEvent.PostHeard(post(), random.nextBoolean()),
                new SettlementEvent.EscrowMoved(chain(), movement()),
                new SettlementEvent.SettlementRequested(auction(), order()),
                new SettlementEvent.SettlementConfirmed(auction(), tx(), random.nextLong()),
                new SettlementEvent.SettlementRefused(auction(), text()),
                new IdentityEvent.WalletLinked(account(), wallet()),
                new IdentityEvent.WalletUnlinked(accountId(), wallet()),
                new HostEvent.LineSpoken(text(), pick(Mood.values())),
                new HostEvent.Posted(text(), postId(), maybe(this::postId), text()),
                new HostEvent.PostRefused(text(), maybe(this::postId), text()),
                new AuctionEvent.OverrideMade(auction(), override(), decree()),
                new AuctionEvent.AuctionPaused(auction()),
                new AuctionEvent.AuctionResumed(auction(), instant()),
                new AuctionEvent.BidVoided(
                        auction(),
                        postId(),
                        bidder(),
                        money(),
                        maybe(() -> new AuctionEvent.Standing(bidder(), money())),
                        money(),
                        new Hash(hex(64))),
                new AuctionEvent.RulesChanged(auction(), rules()),
                new AuctionEvent.MaximumSet(auction(), bidder(), maybe(this::money)),
                new AuctionEvent.LotAwarded(auction(), lot(3), outcome(), 2 + random.nextInt(4), new Hash(hex(64))),
                new ReaderEvent.DeadLetterResolved(
                        id(), random.nextInt(9_999), pick(Resolution.values()), maybe(this::text), decree()),
                new ReaderEvent.ReplayOrdered(
                        id(), random.nextInt(99), random.nextInt(9_999), random.nextBoolean(), decree()),
                new OutputEvent.RetryOrdered(id(), text()),
                ownBid(),
                new DeskEvent.SourceTaken(source(), transition(), maybe(this::text)),
                new DeskEvent.RundownHeld(random.nextBoolean(), text()),
                new DeskEvent.CueSet(id(), pick(DeskEvent.Decision.values()), instant(), text()),
                new DeskEvent.CueAdded(id(), instant(), text(), action(), text()),
                new DeskEvent.LineCued(id(), text(), pick(Mood.values()), maybe(this::text)));
    }

    private Source source() {
        return new Source("layout-" + random.nextInt(99));
    }

    private Transition transition() {
        Transition.Kind kind = pick(Transition.Kind.values());
        return kind == Transition.Kind.CUT
                ? Transition.CUT
                : new Transition(kind, Duration.ofMillis(random.nextInt(3_000)));
    }

    private Cue.Action action() {
        return switch (random.nextInt(5)) {
            case 0 -> new Cue.Take(source(), transition());
            case 1 -> new Cue.Sting(transition());
            case 2 -> new Cue.Feel(pick(Mood.values()));
            case 3 -> new Cue.Say("Lot {lot} {{" + random.nextInt(99) + "}} “é漢🎩\\\"", pick(Mood.values()));
            default -> new Cue.Mark();
        };
    }

    /** As nearly all are: the bidder posted it. */
    private AuctionEvent ownBid() {
        Post post = post();
        return new AuctionEvent.BidAccepted(
                auction(),
                post,
                new Bidder(post.author(), wallet()),
                money(),
                money(),
                maybe(this::bidder),
                new Hash(hex(64)));
    }

    private LotOverride override() {
        return switch (random.nextInt(8)) {
            case 0 -> new LotOverride.Pause();
            case 1 -> new LotOverride.Resume();
            case 2 -> new LotOverride.Extend(Duration.ofSeconds(1 + random.nextInt(600)));
            case 3 -> new LotOverride.Cancel();
            case 4 -> new LotOverride.VoidBid(postId());
            case 5 -> new LotOverride.ForceClose();
            case 6 -> new LotOverride.ChangeReserve(maybe(() -> new Reserve(money(), random.nextBoolean())));
            default -> new LotOverride.ChangeViewerDelay(Duration.ofMillis(random.nextInt(60_000)));
        };
    }

    private Decree decree() {
        return new Decree(id(), "because " + text());
    }

    private Campaign campaign() {
        LocalDate first = LocalDate.ofEpochDay(20_000 + random.nextInt(900));
        Schedule schedule = new Schedule(
                zone(),
                new Schedule.Days(first, first.plusDays(5), Set.of(first.plusDays(1), first.plusDays(3))),
                new Schedule.Daily(LocalTime.of(9, random.nextInt(60)), LocalTime.of(16, 0, random.nextInt(60))),
                new Schedule.Sale(1 + random.nextInt(3), duration(), pick(Schedule.Course.values())));
        return new Campaign(
                new CampaignId(id()),
                text(),
                text(),
                text(),
                schedule,
                IntStream.rangeClosed(1, 3).mapToObj(this::lot).toList(),
                rules(),
                new Campaign.Policy(pick(Campaign.Unsold.values()), pick(Campaign.Unpaid.values())));
    }

    private SessionPlan plan() {
        Instant pre = instant();
        return new SessionPlan(
                session(),
                new CampaignId(id()),
                zone(),
                new SessionPlan.Times(pre, pre.plusSeconds(60), pre.plusSeconds(120), pre.plusSeconds(121)),
                pick(Schedule.Course.values()),
                List.of(new SessionPlan.PlannedLot(
                        auction(), lot(7), rules(), pre, pre.plusMillis(1), maybe(this::auction))));
    }

    private Lot lot(int number) {
        return new Lot(number, text(), text(), text(), new AssetId(hex(64)), token(), wallet());
    }

    private Rules rules() {
        return new Rules(
                money(),
                maybe(() -> new Reserve(money(), random.nextBoolean())),
                increment(),
                new Extension(duration(), duration(), random.nextInt(9), duration()),
                2 + random.nextInt(9),
                duration(),
                Duration.ofMillis(random.nextInt(60_000)));
    }

    private Increment increment() {
        return switch (random.nextInt(3)) {
            case 0 -> new Increment.Absolute(money());
            case 1 -> new Increment.Percent(1 + random.nextInt(10_000), money());
            default ->
                new Increment.Tiers(List.of(
                        new Increment.Tier(Money.zero(Currency.ETH), money()),
                        new Increment.Tier(Money.of("1", Currency.ETH), money()),
                        new Increment.Tier(Money.of("10.5", Currency.ETH), money())));
        };
    }

    private Outcome outcome() {
        return random.nextBoolean()
                ? new Outcome.Sold(bidder(), money())
                : new Outcome.Returned(pick(Outcome.Cause.values()));
    }

    private EscrowMovement movement() {
        return switch (random.nextInt(3)) {
            case 0 -> new EscrowMovement.Deposited(random.nextLong(), tx(), wallet(), money());
            case 1 -> new EscrowMovement.Withdrawn(random.nextLong(), tx(), wallet(), money());
            default -> new EscrowMovement.Settled(random.nextLong(), tx(), wallet(), money(), new SettlementId(id()));
        };
    }

    private SettlementOrder order() {
        return new SettlementOrder(new SettlementId(id()), token(), wallet(), wallet(), money(), new Hash(hex(64)));
    }

    private Post post() {
        Relation relation = random.nextBoolean()
                ? Relation.ORIGINAL
                : new Relation(Relation.Kind.REPLY, Optional.of(postId()), maybe(this::accountId));
        return new Post(postId(), account(), text(), instant(), relation, random.nextBoolean());
    }

    private Bidder bidder() {
        return new Bidder(account(), wallet());
    }

    private Account account() {
        return new Account(accountId(), text(), text());
    }

    private AccountId accountId() {
        return new AccountId("sandbox", id());
    }

    private PostId postId() {
        return new PostId("sandbox", id());
    }

    private TokenRef token() {
        return new TokenRef(chain(), wallet(), new BigInteger(1 + random.nextInt(256), random));
    }

    private ChainId chain() {
        return new ChainId("sim:" + random.nextInt(9));
    }

    private WalletAddress wallet() {
        return new WalletAddress("0x" + hex(40));
    }

    private TxHash tx() {
        return new TxHash("0x" + hex(64));
    }

    /** Positive, up to numbers that no JSON number type holds. */
    private Money money() {
        Currency currency = random.nextBoolean() ? Currency.ETH : new Currency("USDC", 6);
        return new Money(new BigInteger(1 + random.nextInt(120), random).add(BigInteger.ONE), currency);
    }

    private AuctionId auction() {
        return new AuctionId(id());
    }

    private SessionId session() {
        return new SessionId(id());
    }

    private ZoneId zone() {
        return ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    }

    private Duration duration() {
        return Duration.ofMillis(random.nextInt(10_000_000));
    }

    private Instant instant() {
        return Instant.ofEpochSecond(1_700_000_000L + random.nextInt(200_000_000), random.nextInt(1_000_000) * 1_000L);
    }

    private String id() {
        return "id-" + Integer.toHexString(random.nextInt());
    }

    private String hex(int length) {
        StringBuilder hex = new StringBuilder();
        while (hex.length() < length) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hex.toString();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(30);
        for (int i = 0; i < length; i++) {
            // Cuts through surrogate pairs on purpose: networks do deliver halves.
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }
}
