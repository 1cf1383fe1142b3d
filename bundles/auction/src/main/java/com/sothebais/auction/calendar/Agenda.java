package com.sothebais.auction.calendar;

import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Schedule;
import java.time.LocalDate;
import java.util.Objects;

/**
 * How far a campaign is planned.
 *
 * @param last day of its last planned session, in the zone of the schedule; {@link LocalDate#MIN} while there is none
 */
public record Agenda(CampaignId campaign, Schedule schedule, LocalDate last) {
    public Agenda {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(last, "last");
    }

    /** The same with a session on that day. */
    public Agenda with(LocalDate day) {
        return day.isAfter(last) ? new Agenda(campaign, schedule, day) : this;
    }
}
