package com.sothebais.auction.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.Schedule.Course;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.auction.SessionPlan.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Every change of the clocks from 2007 to 2037 in zones that change at night, at midnight, and by half an hour. */
class ClockChangePropertyTest {
    private static final List<String> ZONES = List.of(
            "America/New_York",
            "America/Chicago",
            "America/Los_Angeles",
            "Europe/London",
            "Europe/Berlin",
            "Europe/Lisbon",
            "Europe/Athens",
            // These change at midnight, so that some days start at 01:00.
            "America/Sao_Paulo",
            "Asia/Beirut",
            "America/Havana",
            "Australia/Lord_Howe");

    /** The day of a change, by its zone. */
    record Change(ZoneId zone, LocalDate day) {}

    private static List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (String name : ZONES) {
            ZoneId zone = ZoneId.of(name);
            Instant end = Instant.parse("2038-01-01T00:00:00Z");
            ZoneOffsetTransition next = zone.getRules().nextTransition(Instant.parse("2007-01-01T00:00:00Z"));
            while (next != null && next.getInstant().isBefore(end)) {
                changes.add(new Change(zone, next.getDateTimeBefore().toLocalDate()));
                next = zone.getRules().nextTransition(next.getInstant());
            }
        }
        return changes;
    }

    @Provide
    Arbitrary<Change> change() {
        return Arbitraries.of(changes());
    }

    private static Schedule schedule(Change change, LocalTime live, LocalTime post) {
        return new Schedule(
                change.zone(),
                new Schedule.Days(change.day().minusDays(2), change.day().plusDays(2), Set.of()),
                new Schedule.Daily(live, post),
                1,
                Duration.ZERO);
    }

    @Example
    void thereAreAllTheUsAndEuChangesOfThoseYears() {
        for (String zone : List.of("America/New_York", "Europe/Berlin", "Europe/London")) {
            assertThat(changes().stream().filter(change -> change.zone().getId().equals(zone)))
                    .hasSize(62);
        }
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void twoOClockStaysTwoOClockAndDaysTouch(@ForAll("change") Change change) {
        Schedule schedule = schedule(change, LocalTime.of(14, 0), LocalTime.of(16, 0));
        Instant end = null;
        for (LocalDate day : Calendar.days(schedule)) {
            Times times = Calendar.times(schedule, day);
            ZonedDateTime live = times.live().atZone(change.zone());
            assertThat(live.toLocalDateTime()).isEqualTo(day.atTime(14, 0));
            assertThat(Duration.between(times.live(), times.post())).isEqualTo(Duration.ofHours(2));
            // Half-open intervals that touch: no instant belongs to two days or to none.
            assertThat(end == null || end.equals(times.pre())).isTrue();
            assertThat(times.pre().atZone(change.zone()).toLocalDate()).isEqualTo(day);
            assertThat(times.pre().minusNanos(1).atZone(change.zone()).toLocalDate())
                    .isEqualTo(day.minusDays(1));
            end = times.end();
        }
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void aDayIsAsLongAsItsZoneSays(@ForAll("change") Change change) {
        Duration long5 = Duration.ZERO;
        Schedule schedule = schedule(change, LocalTime.of(14, 0), LocalTime.of(16, 0));
        for (LocalDate day : Calendar.days(schedule)) {
            Times times = Calendar.times(schedule, day);
            Duration length = Duration.between(times.pre(), times.end());
            long5 = long5.plus(length);
            ZoneId zone = change.zone();
            Duration shift =
                    Duration.ofSeconds(zone.getRules().getOffset(times.end()).getTotalSeconds()
                            - zone.getRules().getOffset(times.pre()).getTotalSeconds());
            // Midnights that do not exist make the day before as long as it is and the day itself shorter.
            Duration midnights = Duration.between(
                    times.pre().atZone(zone).toLocalDateTime(),
                    times.end().atZone(zone).toLocalDateTime());
            assertThat(length).isEqualTo(midnights.minus(shift));
        }
        assertThat(long5).isBetween(Duration.ofHours(119), Duration.ofHours(121));
    }

    @Example
    void usAndEuDaysHave23Or25Hours() {
        for (Change change : changes()) {
            if (change.zone().getId().equals("America/New_York")
                    || change.zone().getId().equals("Europe/Berlin")) {
                Times times = Calendar.times(schedule(change, LocalTime.of(14, 0), LocalTime.of(16, 0)), change.day());
                boolean spring = change.day().getMonthValue() < 7;
                assertThat(Duration.between(times.pre(), times.end())).isEqualTo(Duration.ofHours(spring ? 23 : 25));
            }
        }
    }

    @Property(tries = 3_000)
    void anyTimesOfDayArePlannedInOrderOrRefusedInASentence(
            @ForAll("change") Change change,
            @ForAll @IntRange(max = 1_438) int live,
            @ForAll @IntRange(min = 1, max = 1_439) int length) {
        LocalTime from = LocalTime.MIN.plusMinutes(live);
        LocalTime until = LocalTime.MIN.plusMinutes(Math.min(1_439, live + length));
        Schedule schedule = schedule(change, from, until);
        for (LocalDate day : Calendar.days(schedule)) {
            if (Feasibility.trouble(schedule, day, 1).isPresent()) {
                assertThat(day).isEqualTo(change.day().plusDays(day.isAfter(change.day()) ? 1 : 0));
                assertThat(Feasibility.trouble(schedule, day, 1).get())
                        .startsWith("On " + day)
                        .endsWith(".");
            } else {
                Times times = Calendar.times(schedule, day);
                assertThat(times.live()).isBetween(times.pre(), times.end());
                assertThat(times.post()).isBetween(times.live(), times.end());
                // A time that does not exist is moved on by the gap; one that exists twice is the first.
                assertThat(times.live())
                        .isEqualTo(day.atTime(from)
                                .atZone(change.zone())
                                .withEarlierOffsetAtOverlap()
                                .toInstant());
            }
        }
    }

    @Property(tries = 500)
    void lotsAtOnceOpenTogetherAndTheLastEndsWithTheLiveTime(
            @ForAll("change") Change change, @ForAll @IntRange(min = 1, max = 8) int perDay) {
        Campaign plain =
                CalendarTest.campaign(change.day().minusDays(1), change.day().plusDays(1), 3, 1);
        Schedule schedule = new Schedule(
                change.zone(),
                plain.schedule().days(),
                Schedule.Daily.DEFAULT,
                new Schedule.Sale(perDay, Duration.ofMinutes(5), Course.CONCURRENT));
        Campaign campaign = new Campaign(
                plain.id(),
                plain.name(),
                plain.project(),
                plain.collection(),
                schedule,
                plain.lots(),
                plain.rules(),
                plain.policy());
        for (SessionPlan session : Calendar.plan(campaign)) {
            assertThat(session.course()).isEqualTo(Course.CONCURRENT);
            List<PlannedLot> lots = session.lots();
            assertThat(lots).allMatch(lot -> lot.opens().equals(session.times().live()));
            assertThat(lots.get(lots.size() - 1).ends())
                    .isEqualTo(session.times().post());
            for (int i = 1; i < lots.size(); i++) {
                assertThat(lots.get(i).ends()).isEqualTo(lots.get(i - 1).ends().plus(Duration.ofMinutes(5)));
            }
        }
    }

    @Property(tries = 300)
    void lotsPutUpAgainComeAfterTheLastSessionAndAfterTodayAndNeverOnASkippedDay(
            @ForAll("change") Change change,
            @ForAll @IntRange(min = 1, max = 7) int lots,
            @ForAll @IntRange(min = 1, max = 3) int perDay,
            @ForAll @IntRange(max = 6) int daysGone) {
        Campaign plain =
                CalendarTest.campaign(change.day().minusDays(3), change.day().plusDays(20), lots, 3);
        LocalDate last = change.day().minusDays(1);
        Set<LocalDate> skipped = Set.of(last.plusDays(1), last.plusDays(3));
        Schedule schedule = new Schedule(
                change.zone(),
                new Schedule.Days(change.day().minusDays(3), last, skipped),
                Schedule.Daily.DEFAULT,
                perDay,
                Duration.ofMinutes(5));
        Instant now =
                last.plusDays(daysGone).atTime(15, 0).atZone(change.zone()).toInstant();
        List<PlannedLot> before = Calendar.plan(plain).stream()
                .flatMap(session -> session.lots().stream())
                .toList();
        List<SessionPlan> again = Calendar.relist(new Agenda(plain.id(), schedule, last), before, now);
        LocalDate day = last.plusDays(daysGone);
        for (SessionPlan session : again) {
            LocalDate on = session.times().live().atZone(change.zone()).toLocalDate();
            assertThat(on).isAfter(day).isNotIn(skipped);
            assertThat(session.lots().size()).isLessThanOrEqualTo(perDay);
            assertThat(session.id().value()).isEqualTo("c-" + on);
            day = on;
        }
        assertThat(again.stream().flatMap(session -> session.lots().stream()))
                .extracting(lot -> lot.auction().value())
                .containsExactlyElementsOf(
                        before.stream().map(lot -> lot.auction() + "-again").toList());
    }
}
