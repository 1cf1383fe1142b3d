package com.sothebais.auction.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignException;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.auction.Tempo;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private static final LocalDate SPRING_FORWARD = LocalDate.of(2027, 3, 14);
    private static final LocalDate FALL_BACK = LocalDate.of(2026, 11, 1);

    @Test
    void twoOClockStaysTwoOClockWhenTheClocksGoForwardAndTheDayHas23Hours() {
        List<SessionPlan> plan = Calendar.plan(campaign(SPRING_FORWARD.minusDays(1), SPRING_FORWARD.plusDays(1), 3, 1));
        assertThat(plan)
                .extracting(session -> session.times().live())
                .containsExactly(
                        Instant.parse("2027-03-13T19:00:00Z"),
                        Instant.parse("2027-03-14T18:00:00Z"),
                        Instant.parse("2027-03-15T18:00:00Z"));
        assertThat(plan).extracting(CalendarTest::hours).containsExactly(24L, 23L, 24L);
    }

    @Test
    void twoOClockStaysTwoOClockWhenTheClocksGoBackAndTheDayHas25Hours() {
        List<SessionPlan> plan = Calendar.plan(campaign(FALL_BACK.minusDays(1), FALL_BACK.plusDays(1), 3, 1));
        assertThat(plan)
                .extracting(session -> session.times().live())
                .containsExactly(
                        Instant.parse("2026-10-31T18:00:00Z"),
                        Instant.parse("2026-11-01T19:00:00Z"),
                        Instant.parse("2026-11-02T19:00:00Z"));
        assertThat(plan).extracting(CalendarTest::hours).containsExactly(24L, 25L, 24L);
    }

    @Test
    void lotsShareTheLiveTimeEvenlyWithPausesBetweenThem() {
        SessionPlan session =
                Calendar.plan(campaign(FALL_BACK, FALL_BACK, 3, 3)).get(0);
        // 120 minutes without two pauses of 5 are 110; a third of it each.
        Duration third = Duration.ofMinutes(110).dividedBy(3);
        assertThat(session.lots()).allSatisfy(lot -> assertThat(Duration.between(lot.opens(), lot.ends()))
                .isBetween(third.minusMillis(1), third.plusMillis(1)));
        assertThat(session.lots().get(0).opens()).isEqualTo(session.times().live());
        assertThat(session.lots().get(2).ends()).isEqualTo(session.times().post());
        assertThat(Duration.between(
                        session.lots().get(0).ends(), session.lots().get(1).opens()))
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void skippedDaysHaveNoSessionAndIdsTellCampaignDateAndLot() {
        Campaign plain = campaign(FALL_BACK, FALL_BACK.plusDays(3), 4, 2);
        Schedule schedule = new Schedule(
                plain.schedule().zone(),
                new Schedule.Days(FALL_BACK, FALL_BACK.plusDays(3), Set.of(FALL_BACK.plusDays(1))),
                plain.schedule().daily(),
                2,
                Duration.ofMinutes(5));
        List<SessionPlan> plan = Calendar.plan(with(plain, schedule));
        assertThat(plan).extracting(session -> session.id().value()).containsExactly("c-2026-11-01", "c-2026-11-03");
        assertThat(plan.get(1).lots()).extracting(lot -> lot.auction().value()).containsExactly("c-lot-3", "c-lot-4");
    }

    @Test
    void saysEveryReasonWhyAPlanCannotWork() {
        Campaign tooMany = campaign(FALL_BACK, FALL_BACK, 3, 2);
        Schedule hurried = new Schedule(
                tooMany.schedule().zone(),
                tooMany.schedule().days(),
                new Schedule.Daily(LocalTime.of(14, 0), LocalTime.of(14, 4)),
                2,
                Duration.ofMinutes(5));
        assertThatThrownBy(() -> Calendar.plan(with(tooMany, hurried)))
                .isInstanceOfSatisfying(CampaignException.class, e -> assertThat(e.reasons())
                        .hasSize(2)
                        .anyMatch(reason -> reason.contains("3 lots but only 2 places"))
                        .anyMatch(reason -> reason.contains("live time is too short")));
    }

    @Test
    void aLiveTimeInsideTheHourThatDoesNotExistIsRefused() {
        Campaign plain = campaign(SPRING_FORWARD, SPRING_FORWARD, 1, 1);
        Schedule night = new Schedule(
                plain.schedule().zone(),
                plain.schedule().days(),
                new Schedule.Daily(LocalTime.of(2, 30), LocalTime.of(3, 30)),
                1,
                Duration.ZERO);
        assertThatThrownBy(() -> Calendar.plan(with(plain, night)))
                .isInstanceOf(CampaignException.class)
                .hasMessageContaining("clocks change");
    }

    @Test
    void aRehearsalIsOneCompressedSession() {
        Instant start = Instant.parse("2026-11-21T10:00:00.123456789Z");
        Tempo tempo = new Tempo(
                Duration.ofSeconds(20), Duration.ofSeconds(45), Duration.ofSeconds(5), Duration.ofSeconds(20));
        SessionPlan session = Calendar.rehearse(campaign(FALL_BACK, FALL_BACK.plusDays(5), 6, 2), start, tempo);
        Instant pre = Instant.parse("2026-11-21T10:00:00.123456Z");
        assertThat(session.times())
                .isEqualTo(new SessionPlan.Times(pre, pre.plusSeconds(20), pre.plusSeconds(115), pre.plusSeconds(135)));
        assertThat(session.lots())
                .extracting(PlannedLot::opens)
                .containsExactly(pre.plusSeconds(20), pre.plusSeconds(70));
    }

    private static long hours(SessionPlan session) {
        return Duration.between(session.times().pre(), session.times().end()).toHours();
    }

    private static Campaign with(Campaign campaign, Schedule schedule) {
        return new Campaign(
                campaign.id(),
                campaign.name(),
                campaign.project(),
                campaign.collection(),
                schedule,
                campaign.lots(),
                campaign.rules(),
                campaign.policy());
    }

    static Campaign campaign(LocalDate first, LocalDate last, int lots, int perDay) {
        Schedule schedule = new Schedule(
                ZoneId.of("America/New_York"),
                new Schedule.Days(first, last, Set.of()),
                Schedule.Daily.DEFAULT,
                perDay,
                Duration.ofMinutes(5));
        Money eth = Money.of("1", Currency.ETH);
        Rules rules = new Rules(
                eth, Optional.empty(), new Increment.Absolute(eth), Extension.NONE, 10, Duration.ofSeconds(1));
        WalletAddress wallet = new WalletAddress("0x" + "1".repeat(40));
        List<Lot> all = IntStream.rangeClosed(1, lots)
                .mapToObj(number -> new Lot(
                        number,
                        "Work",
                        "Artist",
                        "",
                        new AssetId("a".repeat(64)),
                        new TokenRef(new ChainId("sim:1"), wallet, BigInteger.valueOf(number)),
                        wallet))
                .toList();
        return new Campaign(new CampaignId("c"), "C", "P", "P", schedule, all, rules, Campaign.Policy.RETURN);
    }
}
