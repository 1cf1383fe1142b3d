package com.sothebais.api.auction;

import com.sothebais.api.event.Decree;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Plans and publishes campaigns. Thread-safe. */
@ProviderType
public interface Campaigns {

    /** Every session that publishing would make, in order, without making any. */
    List<SessionPlan> dryRun(Campaign campaign);

    /**
     * Publishes the campaign with all its sessions in one step.
     *
     * @return the sessions
     * @throws CampaignException when the id is taken or the plan cannot work, with every reason
     */
    List<SessionPlan> publish(Campaign campaign);

    /**
     * Publishes the campaign with one compressed session that starts at {@code start} and sells as many lots as the schedule
     * has a day.
     *
     * @throws CampaignException when the id is taken or the plan cannot work
     */
    SessionPlan rehearse(Campaign campaign, Instant start, Tempo tempo);

    /**
     * Publishes a rehearsal as it is planned: a campaign whose id carries the {@link com.sothebais.api.event.RehearsalMark mark}, with
     * one session. Its lots take posts of the marked network alone.
     *
     * @throws CampaignException when an id is not marked or taken, or the plan cannot work
     */
    void rehearse(Campaign campaign, SessionPlan session);

    /**
     * Ends a rehearsal now: lots that are not closed are cancelled, and the session moves on to its end. Nothing happens when there
     * is none that runs.
     *
     * @param decree who ended it and why, kept in the log with each lot that is cancelled
     * @throws CampaignException when the session is no rehearsal
     */
    void endRehearsal(SessionId session, Decree decree);
}
