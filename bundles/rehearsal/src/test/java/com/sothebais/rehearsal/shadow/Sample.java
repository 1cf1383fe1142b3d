package com.sothebais.rehearsal.shadow;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A real campaign on a real chain, and its session of the lots 4 to 6, 38 minutes each with three minutes between. */
public record Sample(Campaign campaign, SessionPlan session) {
    public static final ChainId CHAIN = new ChainId("eip155:8453");
    public static final Duration LOT = Duration.ofMinutes(38);
    public static final Duration PAUSE = Duration.ofMinutes(3);
    public static final WalletAddress SELLER = new WalletAddress("0x" + "5e".repeat(20));

    public Sample(CampaignId id, Instant live) {
        this(id, live, "1");
    }

    public Sample(CampaignId id, Instant live, String start) {
        this(campaign(id, start), live);
    }

    private Sample(Campaign campaign, Instant live) {
        this(campaign, session(campaign, live));
    }

    public static SessionId session(String campaign) {
        return new SessionId(campaign + "-2027-03-01");
    }

    public Original original() {
        return new Original(campaign, session, session.lots());
    }

    static Rules rules(String start) {
        Money price = Money.of(start, Currency.ETH);
        return new Rules(
                price,
                Optional.of(new Reserve(price.times(2), true)),
                new Increment.Percent(1_000, price.share(100)),
                new Extension(Duration.ofMinutes(5), Duration.ofMinutes(5), 3, Duration.ofMinutes(20)),
                5,
                Duration.ofSeconds(30),
                Duration.ofSeconds(4));
    }

    private static Campaign campaign(CampaignId id, String start) {
        List<Lot> lots = new ArrayList<>();
        for (int number = 1; number <= 6; number++) {
            TokenRef token = new TokenRef(CHAIN, SELLER, BigInteger.valueOf(number));
            lots.add(new Lot(
                    number, "Work " + number, "Artist", "A story.", new AssetId("a".repeat(64)), token, SELLER));
        }
        LocalDate day = LocalDate.of(2027, 3, 1);
        return new Campaign(
                id,
                "Genesis",
                "Us",
                "Ours",
                new Schedule(
                        Schedule.ZONE_DEFAULT, new Schedule.Days(day, day, Set.of()), Schedule.Daily.DEFAULT, 3, PAUSE),
                lots,
                rules(start),
                new Campaign.Policy(Campaign.Unsold.RELIST, Campaign.Unpaid.RELIST));
    }

    private static SessionPlan session(Campaign campaign, Instant live) {
        List<PlannedLot> lots = new ArrayList<>();
        Instant opens = live;
        for (Lot lot : campaign.lots().subList(3, 6)) {
            lots.add(new PlannedLot(
                    new AuctionId(campaign.id() + "-lot-" + lot.number()),
                    lot,
                    campaign.rules(),
                    opens,
                    opens.plus(LOT)));
            opens = opens.plus(LOT).plus(PAUSE);
        }
        Instant post = opens.minus(PAUSE);
        SessionPlan.Times times =
                new SessionPlan.Times(live.minus(Duration.ofHours(14)), live, post, post.plus(Duration.ofHours(8)));
        return new SessionPlan(session(campaign.id().value()), campaign.id(), Schedule.ZONE_DEFAULT, times, lots);
    }
}
