package com.sothebais.web.internal.forms;

import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.Schedule.Course;
import com.sothebais.api.auction.Schedule.Daily;
import com.sothebais.api.auction.Schedule.Days;
import com.sothebais.api.auction.Schedule.Sale;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Reads when a campaign's sessions are; only the first day has no default. */
final class ScheduleForm {
    /** Longest campaign in days. */
    static final int DAYS_MAX = 1_000;

    private static final int LOTS_PER_DAY_MAX = 1_000;
    private static final int ZONE_MAX = 60;
    private static final Duration PAUSE_MAX = Duration.ofHours(12);

    private ScheduleForm() {}

    /** @param lots how many there are to sell */
    static Optional<Schedule> read(Form form, int lots) {
        ZoneId zone =
                form.text("zone", ZONE_MAX).flatMap(text -> zone(form, text)).orElse(Schedule.ZONE_DEFAULT);
        int lotsPerDay = form.whole("lotsPerDay", 1, LOTS_PER_DAY_MAX)
                .map(Long::intValue)
                .orElse(1);
        Duration pause = form.duration("pause", Duration.ZERO, PAUSE_MAX).orElse(Duration.ZERO);
        Course course = form.constant("course", Course.class).orElse(Course.SEQUENTIAL);
        Optional<Daily> daily = form.object("times").map(ScheduleForm::daily).orElse(Optional.of(Daily.DEFAULT));
        int sessions = Math.max(1, (lots + lotsPerDay - 1) / lotsPerDay);
        Optional<Days> days = form.required("days", form.object("days")).flatMap(object -> days(object, sessions));
        return days.isPresent() && daily.isPresent()
                ? Optional.of(new Schedule(zone, days.get(), daily.get(), new Sale(lotsPerDay, pause, course)))
                : Optional.empty();
    }

    private static Optional<ZoneId> zone(Form form, String text) {
        try {
            return Optional.of(ZoneId.of(text))
                    .filter(zone -> ZoneId.getAvailableZoneIds().contains(zone.getId()))
                    .or(() -> form.wrong("zone", "must be a time zone such as America/New_York"));
        } catch (DateTimeException e) {
            return form.wrong("zone", "must be a time zone such as America/New_York");
        }
    }

    private static Optional<Daily> daily(Form times) {
        LocalTime live = times.time("live").orElse(Daily.DEFAULT.live());
        LocalTime post = times.time("post").orElse(Daily.DEFAULT.post());
        times.end();
        return times.mistakes().make(times.at("post"), () -> new Daily(live, post));
    }

    /** Without a last day: as many days as the lots need. */
    private static Optional<Days> days(Form form, int sessions) {
        Optional<LocalDate> first = form.required("first", form.date("first"));
        Optional<LocalDate> last = form.date("last");
        Set<LocalDate> skipped = form.dates("skip", DAYS_MAX);
        boolean lastWrong = form.has("last") && last.isEmpty();
        form.end();
        if (first.isEmpty() || lastWrong) {
            return Optional.empty();
        }
        LocalDate until = last.orElseGet(() -> enough(first.get(), skipped, sessions));
        if (until.toEpochDay() - first.get().toEpochDay() >= DAYS_MAX) {
            return form.wrong("last", "makes a campaign of more than " + DAYS_MAX + " days");
        }
        return form.mistakes().make(form.at("last"), () -> new Days(first.get(), until, skipped));
    }

    private static LocalDate enough(LocalDate first, Set<LocalDate> skipped, int sessions) {
        LocalDate day = first;
        int left = skipped.contains(day) ? sessions : sessions - 1;
        while (left > 0) {
            day = day.plusDays(1);
            left -= skipped.contains(day) ? 0 : 1;
        }
        return day;
    }
}
