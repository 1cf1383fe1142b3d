package com.sothebais.api.auction;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A collection sold in daily auctions.
 *
 * @param name as people know the campaign
 * @param project whose collection it is
 * @param lots in the order they are sold; numbers are unique
 * @param rules of every lot
 * @param unsold what happens to a lot without a valid bid at or above the reserve
 */
public record Campaign(
        CampaignId id, String name, String project, Schedule schedule, List<Lot> lots, Rules rules, Unsold unsold) {

    /** What happens to a lot that is not sold. */
    public enum Unsold {
        /** It stays with the seller. */
        RETURN,
        /** It is put at the end of the campaign's order, once. */
        RELIST
    }

    public Campaign {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(unsold, "unsold");
        lots = List.copyOf(lots);
        Set<Integer> numbers = new HashSet<>();
        for (Lot lot : lots) {
            if (!numbers.add(lot.number())) {
                throw new IllegalArgumentException("lot number " + lot.number() + " is used twice");
            }
        }
        if (lots.isEmpty()) {
            throw new IllegalArgumentException("a campaign needs at least one lot");
        }
    }
}
