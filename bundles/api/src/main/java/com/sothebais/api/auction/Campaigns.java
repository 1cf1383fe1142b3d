package com.sothebais.api.auction;

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
}
