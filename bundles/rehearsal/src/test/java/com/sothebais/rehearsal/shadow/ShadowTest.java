package com.sothebais.rehearsal.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.event.RehearsalMark;
import com.sothebais.api.money.Currency;
import com.sothebais.rehearsal.shadow.Timing.Least;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShadowTest {
    private static final Instant LIVE = Instant.parse("2027-03-01T19:00:00Z");
    private static final Instant START = Instant.parse("2027-02-27T10:00:00Z");
    private static final String ID = RehearsalMark.id("sandbox", START, 60);

    private final Sample sample = new Sample(new CampaignId("genesis"), LIVE);

    private static Shadow shadow(Original original, int speed) {
        return Shadow.of(
                original,
                new Shadow.Terms(
                        new CampaignId(ID),
                        START,
                        Currency.ETH,
                        new Timing(speed, Least.USUAL),
                        lot -> new Lot(
                                lot.number(),
                                lot.title(),
                                lot.artist(),
                                lot.story(),
                                lot.artwork(),
                                new TokenRef(
                                        new ChainId("sim:1"),
                                        Sample.SELLER,
                                        lot.token().tokenId()),
                                Sample.SELLER)));
    }

    private static Duration length(PlannedLot lot) {
        return Duration.between(lot.opens(), lot.ends());
    }

    @Test
    void atSpeedOneItIsTheSessionAsItWillBeOnAir() {
        SessionPlan plan = shadow(sample.original(), 1).session();

        assertThat(Duration.between(plan.times().pre(), plan.times().live())).isEqualTo(Duration.ofMinutes(15));
        assertThat(Duration.between(plan.times().post(), plan.times().end())).isEqualTo(Duration.ofMinutes(15));
        for (int i = 0; i < 3; i++) {
            PlannedLot real = sample.session().lots().get(i);
            PlannedLot lot = plan.lots().get(i);
            assertThat(Duration.between(plan.times().live(), lot.opens()))
                    .isEqualTo(Duration.between(LIVE, real.opens()));
            assertThat(length(lot)).isEqualTo(length(real));
            assertThat(lot.rules()).isEqualTo(real.rules());
        }
    }

    @Test
    void everythingButMoneyAndWordsIsSixtyTimesFaster() {
        SessionPlan plan = shadow(sample.original(), 60).session();
        PlannedLot first = plan.lots().get(0);

        assertThat(plan.times().pre()).isEqualTo(START);
        assertThat(Duration.between(START, first.opens())).isEqualTo(Duration.ofSeconds(15));
        assertThat(length(first)).isEqualTo(Duration.ofSeconds(38));
        assertThat(Duration.between(first.ends(), plan.lots().get(1).opens())).isEqualTo(Duration.ofSeconds(3));
        Extension extension = first.rules().extension();
        assertThat(extension.window()).isEqualTo(Duration.ofSeconds(5));
        assertThat(extension.length()).isEqualTo(Duration.ofSeconds(5));
        assertThat(extension.hardStop()).isEqualTo(Duration.ofSeconds(20));
        assertThat(extension.countMax()).isEqualTo(3);
        assertThat(first.rules().grace()).isEqualTo(Duration.ofMillis(500));
        assertThat(first.rules().startPrice())
                .isEqualTo(sample.campaign().rules().startPrice());
        assertThat(first.rules().reserve()).isEqualTo(sample.campaign().rules().reserve());
        assertThat(first.rules().increment())
                .isEqualTo(sample.campaign().rules().increment());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 60, 333, 600})
    void orderAndLeastAreKeptAtEverySpeed(int speed) {
        Shadow shadow = shadow(sample.original(), speed);
        SessionPlan plan = shadow.session();

        assertThat(plan.lots()).extracting(lot -> lot.lot().number()).containsExactly(4, 5, 6);
        Instant free = plan.times().live();
        for (PlannedLot lot : plan.lots()) {
            assertThat(lot.opens()).isAfterOrEqualTo(free);
            assertThat(length(lot)).isGreaterThanOrEqualTo(Least.USUAL.lot()).isLessThanOrEqualTo(Sample.LOT);
            Extension extension = lot.rules().extension();
            assertThat(extension.window())
                    .isGreaterThanOrEqualTo(Least.USUAL.window())
                    .isLessThan(length(lot));
            assertThat(extension.hardStop()).isGreaterThanOrEqualTo(extension.length());
            free = lot.ends().plus(Least.USUAL.gap());
        }
        assertThat(plan.times().post())
                .isEqualTo(plan.lots().get(plan.lots().size() - 1).ends());
        assertThat(shadow.latestEnd()).isAfter(plan.times().end());
    }

    @Test
    void whatIsShorterThanTheLeastInTruthStaysAsItIs() {
        List<PlannedLot> quick = List.of(new PlannedLot(
                sample.session().lots().get(0).auction(),
                sample.session().lots().get(0).lot(),
                new com.sothebais.api.auction.Rules(
                        sample.campaign().rules().startPrice(),
                        sample.campaign().rules().reserve(),
                        sample.campaign().rules().increment(),
                        new Extension(Duration.ofSeconds(2), Duration.ofSeconds(1), 9, Duration.ofSeconds(4)),
                        5,
                        Duration.ZERO),
                LIVE,
                LIVE.plusSeconds(10)));

        PlannedLot lot = shadow(new Original(sample.campaign(), sample.session(), quick), 60)
                .session()
                .lots()
                .get(0);
        assertThat(length(lot)).isEqualTo(Duration.ofSeconds(10));
        assertThat(lot.rules().extension())
                .isEqualTo(new Extension(Duration.ofSeconds(2), Duration.ofSeconds(1), 9, Duration.ofSeconds(1)));
        assertThat(lot.rules().grace()).isZero();
    }

    @Test
    void lotsThatAreOpenAtOnceStayOpenAtOnceAndEndInTheirOrder() {
        List<PlannedLot> together = new ArrayList<>();
        Instant ends = LIVE.plus(Duration.ofHours(1));
        for (PlannedLot lot : sample.session().lots()) {
            together.add(new PlannedLot(lot.auction(), lot.lot(), lot.rules(), LIVE, ends));
            ends = ends.plus(Duration.ofMinutes(5));
        }
        SessionPlan real = new SessionPlan(
                sample.session().id(),
                sample.campaign().id(),
                sample.session().zone(),
                new SessionPlan.Times(LIVE, LIVE, ends, ends),
                Schedule.Course.CONCURRENT,
                together);

        SessionPlan plan =
                shadow(new Original(sample.campaign(), real, together), 300).session();
        assertThat(plan.course()).isEqualTo(Schedule.Course.CONCURRENT);
        assertThat(plan.lots())
                .extracting(PlannedLot::opens)
                .containsOnly(plan.times().live());
        assertThat(Duration.between(
                        plan.lots().get(0).ends(), plan.lots().get(1).ends()))
                .isEqualTo(Least.USUAL.gap());
        assertThat(Duration.between(
                        plan.lots().get(1).ends(), plan.lots().get(2).ends()))
                .isEqualTo(Least.USUAL.gap());
    }

    @Test
    void everyIdIsMarkedAndNothingOfTheOriginalIsTouched() {
        Shadow shadow = shadow(sample.original(), 60);
        Campaign campaign = shadow.campaign();

        assertThat(campaign.id().isRehearsal()).isTrue();
        assertThat(campaign.name()).isEqualTo("REHEARSAL - Genesis");
        assertThat(campaign.policy()).as("nothing comes up again later").isEqualTo(Campaign.Policy.RETURN);
        assertThat(shadow.session().id()).isEqualTo(SessionId.compressed(campaign.id()));
        assertThat(shadow.session().lots()).allSatisfy(lot -> {
            assertThat(lot.auction().isRehearsal()).isTrue();
            assertThat(lot.auction().admits("sandbox")).isTrue();
            assertThat(lot.auction().admits("x")).isFalse();
            assertThat(lot.lot().token().chain()).isEqualTo(new ChainId("sim:1"));
        });
        assertThat(Set.copyOf(sample.session().lots()))
                .as("no real id is used")
                .noneMatch(real -> shadow.session().lots().stream()
                        .anyMatch(lot -> lot.auction().equals(real.auction())));
    }
}
