package com.sothebais.auction.calendar;

import static com.sothebais.auction.calendar.CalendarTest.campaign;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CalendarPropertyTest {

    @Property(tries = 200)
    void sessionsNeverOverlapAndLotsStayInsideTheLiveTime(
            @ForAll @IntRange(min = 0, max = 700) int day,
            @ForAll @IntRange(min = 1, max = 7) int perDay,
            @ForAll @IntRange(min = 1, max = 20) int lots) {
        LocalDate first = LocalDate.of(2026, 1, 1).plusDays(day);
        List<SessionPlan> plan = Calendar.plan(campaign(first, first.plusDays(20), lots, perDay));
        for (int i = 0; i < plan.size(); i++) {
            SessionPlan.Times times = plan.get(i).times();
            assertThat(i == 0 || !times.pre().isBefore(plan.get(i - 1).times().end()))
                    .isTrue();
            Instant free = times.live();
            for (PlannedLot lot : plan.get(i).lots()) {
                assertThat(lot.opens()).isAfterOrEqualTo(free);
                free = lot.ends();
            }
            assertThat(free).isEqualTo(times.post());
        }
        assertThat(plan.stream().mapToInt(session -> session.lots().size()).sum())
                .isEqualTo(lots);
    }
}
