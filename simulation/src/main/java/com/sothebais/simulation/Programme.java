package com.sothebais.simulation;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.Tempo;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.auction.calendar.Calendar;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is sold: a campaign and the sessions it makes. */
record Programme(Campaign campaign, List<SessionPlan> sessions) {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final int COLLECTION = 0xC0FFEE;
    private static final int SELLER = 0x5E11E4;

    /** A campaign of that number; most are compressed sessions that start soon, some are days with their nights. */
    static Programme of(Dice dice, int number, Instant now) {
        Currency currency = dice.percent(80) ? Currency.ETH : Cast.USDC;
        int first = dice.percent(50) ? 1 : 10 * number;
        int lots = (int) dice.between(1, 4);
        boolean days = dice.percent(20);
        Instant start = now.plus(dice.upTo(Duration.ofSeconds(15)));
        Campaign campaign = new Campaign(
                new CampaignId("c" + number),
                "Campaign " + number,
                "Us",
                "Works",
                schedule(dice, start, lots),
                lots(number, first, lots),
                rules(dice, currency),
                policy(dice));
        List<SessionPlan> sessions =
                days ? Calendar.plan(campaign) : List.of(Calendar.rehearse(campaign, start, tempo(dice)));
        return new Programme(campaign, sessions);
    }

    private static Tempo tempo(Dice dice) {
        return new Tempo(
                dice.upTo(Duration.ofSeconds(15)),
                Duration.ofSeconds(8).plus(dice.upTo(Duration.ofSeconds(90))),
                dice.upTo(Duration.ofSeconds(8)),
                dice.upTo(Duration.ofSeconds(20)));
    }

    private static Schedule schedule(Dice dice, Instant start, int lots) {
        LocalTime live = start.atZone(ZONE).toLocalTime().withNano(0).plusSeconds(dice.between(5, 60));
        LocalTime post = live.plusSeconds(dice.between(60, 400));
        Schedule.Daily daily = live.isBefore(post) ? new Schedule.Daily(live, post) : Schedule.Daily.DEFAULT;
        Schedule.Days days = new Schedule.Days(
                start.atZone(ZONE).toLocalDate(),
                start.atZone(ZONE).toLocalDate().plusDays(lots),
                Set.of());
        Schedule.Course course = dice.percent(40) ? Schedule.Course.CONCURRENT : Schedule.Course.SEQUENTIAL;
        Schedule.Sale sale =
                new Schedule.Sale((int) dice.between(1, 3), Duration.ofSeconds(dice.between(0, 8)), course);
        return new Schedule(ZONE, days, daily, sale);
    }

    private static List<Lot> lots(int campaign, int first, int count) {
        List<Lot> lots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TokenRef token = new TokenRef(Cast.CHAIN, Cast.wallet(COLLECTION), BigInteger.valueOf(100L * campaign + i));
            lots.add(new Lot(
                    first + i,
                    "Work " + i,
                    "Artist",
                    "A story.",
                    new AssetId("a".repeat(64)),
                    token,
                    Cast.wallet(SELLER)));
        }
        return lots;
    }

    private static Rules rules(Dice dice, Currency currency) {
        Money start = tenths(dice.between(1, 20), currency);
        Optional<Reserve> reserve = dice.percent(40)
                ? Optional.of(new Reserve(tenths(dice.between(5, 40), currency), dice.percent(50)))
                : Optional.empty();
        Duration delay = dice.percent(40) ? dice.upTo(Duration.ofSeconds(12)) : Duration.ZERO;
        return new Rules(
                start,
                reserve,
                increment(dice, currency),
                extension(dice),
                (int) dice.between(2, 10),
                dice.percent(20) ? Duration.ZERO : dice.upTo(Duration.ofSeconds(4)),
                delay);
    }

    private static Increment increment(Dice dice, Currency currency) {
        return switch (dice.below(3)) {
            case 0 -> new Increment.Absolute(tenths(dice.between(1, 5), currency));
            case 1 -> new Increment.Percent((int) dice.between(1, 1_500), new Money(BigInteger.ONE, currency));
            default ->
                new Increment.Tiers(List.of(
                        new Increment.Tier(Money.zero(currency), tenths(1, currency)),
                        new Increment.Tier(tenths(dice.between(5, 20), currency), tenths(3, currency)),
                        new Increment.Tier(tenths(dice.between(21, 60), currency), tenths(10, currency))));
        };
    }

    private static Extension extension(Dice dice) {
        return dice.percent(20)
                ? Extension.NONE
                : new Extension(
                        dice.upTo(Duration.ofSeconds(15)),
                        dice.upTo(Duration.ofSeconds(20)),
                        (int) dice.between(0, 6),
                        dice.upTo(Duration.ofSeconds(60)));
    }

    private static Campaign.Policy policy(Dice dice) {
        return new Campaign.Policy(
                dice.one(List.of(Campaign.Unsold.values())), dice.one(List.of(Campaign.Unpaid.values())));
    }

    static Money tenths(long tenths, Currency currency) {
        return new Money(BigInteger.valueOf(tenths).multiply(BigInteger.TEN.pow(currency.decimals() - 1)), currency);
    }
}
