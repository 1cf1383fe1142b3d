package com.sothebais.rehearsal.shadow;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.Schedule.Course;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.money.Currency;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A session again, faster and under marked ids: the same lots in the same order with the same pictures, words and amounts. What is not
 * sold is returned, because nothing of a rehearsal may come up again on another day.
 *
 * @param campaign with the lots of this session alone
 */
public record Shadow(Campaign campaign, SessionPlan session) {
    /** What the name of a rehearsed campaign begins with, on every screen. */
    public static final String TITLE = "REHEARSAL - ";

    /**
     * How it is played.
     *
     * @param id marked
     * @param start when PRE begins, UTC
     * @param currency simulated money
     * @param token gives a lot its simulated token and seller
     */
    public record Terms(CampaignId id, Instant start, Currency currency, Timing timing, UnaryOperator<Lot> token) {}

    public static Shadow of(Original original, Terms terms) {
        Timing timing = terms.timing();
        SessionPlan real = original.session();
        Instant pre = terms.start().truncatedTo(ChronoUnit.MICROS);
        Duration before = Duration.between(real.times().onAir(), real.times().live());
        Instant live = pre.plus(timing.of(before, timing.least().pre()));
        List<PlannedLot> lots = lots(original, terms, live);
        Instant post =
                lots.stream().map(PlannedLot::ends).max(Instant::compareTo).orElseThrow();
        Duration after = Duration.between(real.times().post(), real.times().offAir());
        SessionPlan.Times times = new SessionPlan.Times(
                pre, live, post, post.plus(timing.of(after, timing.least().post())));
        SessionPlan session =
                new SessionPlan(SessionId.compressed(terms.id()), terms.id(), real.zone(), times, real.course(), lots);
        return new Shadow(campaign(original.campaign(), terms, lots, real.course()), session);
    }

    private static List<PlannedLot> lots(Original original, Terms terms, Instant live) {
        Timing timing = terms.timing();
        Exchange exchange = new Exchange(terms.currency());
        boolean together = original.session().course() == Course.CONCURRENT;
        List<PlannedLot> lots = new ArrayList<>();
        PlannedLot before = null;
        for (PlannedLot real : original.lots()) {
            Instant opens = live;
            Instant ends;
            if (together && before != null) {
                Duration gap = Duration.between(last(original.lots(), real).ends(), real.ends());
                ends = before.ends().plus(timing.of(gap, timing.least().gap()));
            } else {
                if (before != null) {
                    Duration gap = Duration.between(last(original.lots(), real).ends(), real.opens());
                    opens = before.ends().plus(timing.of(gap, timing.least().gap()));
                }
                ends = opens.plus(timing.of(
                        Duration.between(real.opens(), real.ends()),
                        timing.least().lot()));
            }
            Rules rules = timing.of(exchange.of(real.rules()), Duration.between(opens, ends));
            AuctionId id = new AuctionId(terms.id() + "-lot-" + real.lot().number());
            before = new PlannedLot(id, terms.token().apply(real.lot()), rules, opens, ends);
            lots.add(before);
        }
        return lots;
    }

    /** The one before it. */
    private static PlannedLot last(List<PlannedLot> lots, PlannedLot lot) {
        return lots.get(lots.indexOf(lot) - 1);
    }

    private static Campaign campaign(Campaign real, Terms terms, List<PlannedLot> lots, Course course) {
        LocalDate day = terms.start().atZone(real.schedule().zone()).toLocalDate();
        Schedule.Sale sale =
                new Schedule.Sale(lots.size(), terms.timing().of(real.schedule().pause(), Duration.ZERO), course);
        return new Campaign(
                terms.id(),
                TITLE + real.name(),
                real.project(),
                real.collection(),
                new Schedule(
                        real.schedule().zone(),
                        new Schedule.Days(day, day, Set.of()),
                        real.schedule().daily(),
                        sale),
                lots.stream().map(PlannedLot::lot).toList(),
                lots.get(0).rules(),
                Campaign.Policy.RETURN);
    }

    /** When it is over at the latest, if every lot is extended as long as it may be. */
    public Instant latestEnd() {
        Instant end = session.times().end();
        for (PlannedLot lot : session.lots()) {
            end = end.plus(lot.rules().extension().hardStop()).plus(lot.rules().lastCall());
        }
        return end;
    }
}
