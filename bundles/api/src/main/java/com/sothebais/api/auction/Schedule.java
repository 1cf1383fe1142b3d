package com.sothebais.api.auction;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;

/**
 * When a campaign's sessions are, in wall-clock time of its zone: 14:00 stays 14:00 across daylight-saving changes.
 *
 * @param zone zone of all dates and times here
 * @param days first and last day, both included, and the days left out
 * @param daily the times of each day
 * @param sale how many lots a day are sold, and how they follow each other
 */
public record Schedule(ZoneId zone, Days days, Daily daily, Sale sale) {

    /** Where nobody says otherwise. */
    public static final ZoneId ZONE_DEFAULT = ZoneId.of("America/New_York");

    public Schedule {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(days, "days");
        Objects.requireNonNull(daily, "daily");
        Objects.requireNonNull(sale, "sale");
    }

    /** Lots one after another. */
    public Schedule(ZoneId zone, Days days, Daily daily, int lotsPerDay, Duration pause) {
        this(zone, days, daily, new Sale(lotsPerDay, pause, Course.SEQUENTIAL));
    }

    public int lotsPerDay() {
        return sale.lotsPerDay();
    }

    public Duration pause() {
        return sale.pause();
    }

    /** How the lots of a session follow each other. */
    public enum Course {
        /** One after another: the session divides its live time among them. */
        SEQUENTIAL,
        /** All at once from the start of the live time; they end one after another, with the pause between two ends. */
        CONCURRENT
    }

    /**
     * @param lotsPerDay at least 1
     * @param pause between the close of a lot and the opening of the next, or between the ends of two that are open at once
     */
    public record Sale(int lotsPerDay, Duration pause, Course course) {
        public Sale {
            Objects.requireNonNull(course, "course");
            if (lotsPerDay < 1 || pause.isNegative()) {
                throw new IllegalArgumentException("expected at least one lot a day and no negative pause");
            }
        }
    }

    /** First and last day, both included, and the days left out. */
    public record Days(LocalDate first, LocalDate last, Set<LocalDate> skipped) {
        public Days {
            skipped = Set.copyOf(skipped);
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("the last day " + last + " is before the first " + first);
            }
        }
    }

    /** Times of a day, half-open: PRE from the day's start to {@code live}, LIVE to {@code post}, POST to the day's end. */
    public record Daily(LocalTime live, LocalTime post) {
        /** LIVE from 14:00 to 16:00. */
        public static final Daily DEFAULT = new Daily(LocalTime.of(14, 0), LocalTime.of(16, 0));

        public Daily {
            if (!live.isBefore(post)) {
                throw new IllegalArgumentException("LIVE must start before POST, got " + live + " and " + post);
            }
        }
    }
}
