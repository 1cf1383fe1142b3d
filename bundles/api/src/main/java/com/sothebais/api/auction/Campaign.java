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
 * @param collection name of the works, as people know them
 * @param lots in the order they are sold; numbers are unique
 * @param rules of every lot
 * @param policy what happens to lots that are not sold or not paid
 */
public record Campaign(
        CampaignId id,
        String name,
        String project,
        String collection,
        Schedule schedule,
        List<Lot> lots,
        Rules rules,
        Policy policy) {

    /** What happens to a lot that is not sold. */
    public enum Unsold {
        /** It stays with the seller. */
        RETURN,
        /** It is put at the end of the campaign's order, once. */
        RELIST
    }

    /** What happens when the winner's money cannot be taken. */
    public enum Unpaid {
        /** The lot stays with the seller. */
        RETURN,
        /** It is put at the end of the campaign's order, once. */
        RELIST,
        /** The best bid of another bidder wins, if its money is there; else the lot stays with the seller. */
        RUNNER_UP
    }

    /**
     * @param unsold for a lot without a valid bid at or above the reserve
     * @param unpaid for a lot whose winner cannot settle
     */
    public record Policy(Unsold unsold, Unpaid unpaid) {
        /** Everything stays with the seller. */
        public static final Policy RETURN = new Policy(Unsold.RETURN, Unpaid.RETURN);

        public Policy {
            Objects.requireNonNull(unsold, "unsold");
            Objects.requireNonNull(unpaid, "unpaid");
        }
    }

    public Campaign {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(collection, "collection");
        Objects.requireNonNull(policy, "policy");
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
