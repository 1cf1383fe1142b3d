package com.sothebais.benchmarks;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech;
import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.Assets;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.CampaignPublished;
import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.AuctionEvent.SessionPlanned;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.api.stream.Utterance;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** A lot as viewers see it: a picture, a bid a second, a line of the host every few seconds. Tells facts to one listener. */
final class StreamShow implements Assets {
    private static final AssetId ARTWORK = new AssetId("a".repeat(64));
    private static final int ARTWORK_PIXELS = 900;
    private static final int SHAPES = 160;
    private static final AuctionId AUCTION = new AuctionId("bench-lot-1");
    private static final SessionId SESSION = new SessionId("bench-session");
    private static final Duration LOT = Duration.ofHours(1);
    private static final double LINE_SECONDS = 2.5;
    private static final double TONE_HERTZ = 220;

    private final byte[] picture;
    private final Utterance line = spoken();
    private final Consumer<Recorded> listener;
    private long position;
    private long bids;

    /** A fact that was told. */
    record Told(Instant at, CorrelationId story) {}

    StreamShow(Consumer<Recorded> listener) throws IOException {
        this.listener = listener;
        this.picture = picture();
    }

    /** Campaign, session and the open lot. */
    void begin() {
        Instant now = Instant.now();
        ChainId chain = new ChainId("sim:1");
        TokenRef token = new TokenRef(chain, BidPosts.wallet(0xC0FFEE), BigInteger.ONE);
        Lot lot = new Lot(1, "Neon Koi at Midnight", "Artist", "A story.", ARTWORK, token, BidPosts.wallet(0x5E11E4));
        Rules rules = new Rules(
                eth(1),
                Optional.empty(),
                new Increment.Absolute(Money.of("0.1", Currency.ETH)),
                new Extension(Duration.ofSeconds(15), Duration.ofSeconds(15), 4, Duration.ofMinutes(2)),
                10,
                Duration.ofSeconds(5));
        LocalDate day = LocalDate.of(2026, 11, 21);
        Schedule schedule = new Schedule(
                Schedule.ZONE_DEFAULT,
                new Schedule.Days(day, day, Set.of()),
                Schedule.Daily.DEFAULT,
                new Schedule.Sale(1, Duration.ofMinutes(5), Schedule.Course.SEQUENTIAL));
        CampaignId campaign = new CampaignId("bench");
        tell(new CampaignPublished(
                new Campaign(campaign, "Bench", "Us", "Us", schedule, List.of(lot), rules, Campaign.Policy.RETURN)));
        SessionPlan.Times times = new SessionPlan.Times(now, now, now.plus(LOT), now.plus(LOT.multipliedBy(2)));
        SessionPlan.PlannedLot planned = new SessionPlan.PlannedLot(AUCTION, lot, rules, now, now.plus(LOT));
        tell(new SessionPlanned(new SessionPlan(SESSION, campaign, Schedule.ZONE_DEFAULT, times, List.of(planned))));
        tell(new SessionMoved(SESSION, SessionPhase.PLANNED, SessionPhase.PRE));
        tell(new SessionMoved(SESSION, SessionPhase.PRE, SessionPhase.LIVE));
        tell(new AuctionOpened(AUCTION, SESSION, lot, rules, now.plus(LOT)));
    }

    Told bid() {
        Account account = BidPosts.bidder((int) (bids++ % BidPosts.BIDDERS));
        Post post = new Post(
                new PostId(BidPosts.NETWORK, "bid-" + bids),
                account,
                "@sothebais " + bids + " ETH",
                Instant.now(),
                Relation.ORIGINAL,
                true);
        return tell(new BidAccepted(
                AUCTION,
                post,
                new Bidder(account, BidPosts.wallet((int) bids)),
                eth(bids),
                eth(bids + 1),
                Optional.empty(),
                Hash.GENESIS));
    }

    /** What the host says; made once, for a voice is no part of the pipeline. */
    Utterance line() {
        return line;
    }

    private static Utterance spoken() {
        float[] samples = new float[(int) (LINE_SECONDS * Speech.SAMPLE_RATE_HZ)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * TONE_HERTZ * i / Speech.SAMPLE_RATE_HZ));
        }
        Duration half = Duration.ofMillis((long) (LINE_SECONDS * 500));
        Speech speech = new Speech(
                samples,
                List.of(
                        new Speech.MouthCue(half, Speech.Mouth.OPEN),
                        new Speech.MouthCue(half.multipliedBy(2), Speech.Mouth.ROUND)));
        return new Utterance(
                "Host", "A new price, and the koi is leaving the pond!", Mood.EXCITED, Optional.of(speech));
    }

    private Told tell(Event event) {
        position++;
        Told told = new Told(Instant.now(), new CorrelationId("bench/" + position));
        NewEvent fact =
                new NewEvent(new StreamId("auction/bench"), event, "bench", told.at(), told.story(), Optional.empty());
        listener.accept(new Recorded(position, EventId.random(), position, fact));
        return told;
    }

    private static Money eth(long amount) {
        return Money.of(Long.toString(amount), Currency.ETH);
    }

    /** A gradient with shapes: neither empty nor noise. */
    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(ARTWORK_PIXELS, ARTWORK_PIXELS, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.BLUE, ARTWORK_PIXELS, ARTWORK_PIXELS, Color.ORANGE));
        graphics.fillRect(0, 0, ARTWORK_PIXELS, ARTWORK_PIXELS);
        Random random = new Random(1);
        for (int i = 0; i < SHAPES; i++) {
            graphics.setColor(new Color(random.nextInt(1 << 24)));
            int size = 10 + random.nextInt(90);
            graphics.fillOval(random.nextInt(ARTWORK_PIXELS), random.nextInt(ARTWORK_PIXELS), size, size);
        }
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @Override
    public Asset store(byte[] content) {
        throw new UnsupportedOperationException("the show has one picture");
    }

    @Override
    public Optional<byte[]> content(AssetId id) {
        return id.equals(ARTWORK) ? Optional.of(picture) : Optional.empty();
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        return content(id).map(content -> new Asset(id, "image/png", content.length));
    }
}
