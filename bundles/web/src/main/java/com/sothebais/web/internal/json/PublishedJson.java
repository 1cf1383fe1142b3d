package com.sothebais.web.internal.json;

import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.SessionPlan;
import java.util.List;

/**
 * A campaign that was published.
 *
 * @param address where it is
 * @param firstLive when its first session goes live, UTC
 * @param seed of the shuffling, {@code null} unless shuffled
 * @param already whether the very same campaign had been published before, so that nothing was done
 */
public record PublishedJson(
        String id, String address, int sessions, int lots, String firstLive, Long seed, boolean already) {
    /** @param seed {@code null} unless shuffled */
    public static PublishedJson of(CampaignId id, List<SessionPlan> sessions, Long seed, boolean already) {
        return new PublishedJson(
                id.value(),
                "/api/campaigns/" + id.value(),
                sessions.size(),
                sessions.stream().mapToInt(session -> session.lots().size()).sum(),
                sessions.stream()
                        .map(session -> session.times().live().toString())
                        .min(String::compareTo)
                        .orElse(null),
                seed,
                already);
    }
}
