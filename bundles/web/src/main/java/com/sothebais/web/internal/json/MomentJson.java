package com.sothebais.web.internal.json;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * An instant for people in a zone and for programs.
 *
 * @param local wall-clock time in the campaign's zone with its offset, for example {@code 2026-11-21T14:00:00-05:00}
 * @param utc the same instant in UTC
 * @param offset of the zone at that instant
 */
public record MomentJson(String local, String utc, String offset) {
    static MomentJson of(Instant instant, ZoneId zone) {
        OffsetDateTime local = instant.atZone(zone).toOffsetDateTime();
        return new MomentJson(
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local),
                instant.toString(),
                local.getOffset().getId());
    }
}
