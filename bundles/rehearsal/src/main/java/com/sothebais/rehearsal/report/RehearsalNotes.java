package com.sothebais.rehearsal.report;

import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.SessionId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What the report of a rehearsal says besides the figures of a show.
 *
 * @param source what was rehearsed
 * @param problems what should be looked at before the real session, one sentence each
 * @param recording film of the rehearsal
 */
public record RehearsalNotes(Source source, List<LotNote> lots, List<String> problems, Path recording) {
    public RehearsalNotes {
        lots = List.copyOf(lots);
        problems = List.copyOf(problems);
    }

    /** The real campaign and session, and how many times faster they were played. */
    public record Source(CampaignId campaign, SessionId session, int speed) {}

    /** A lot: its bids, and its times as they were planned for the rehearsal and as they came. */
    public record LotNote(int number, int accepted, int refused, int extensions, Span planned, Span actual) {}

    /** UTC; the end is exclusive. */
    public record Span(Instant opens, Instant ends) {}
}
