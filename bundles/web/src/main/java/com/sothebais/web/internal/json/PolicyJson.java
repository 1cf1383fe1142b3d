package com.sothebais.web.internal.json;

import com.sothebais.api.auction.Campaign;

/**
 * What becomes of lots that are not sold or not paid.
 *
 * @param unsold {@code RETURN} or {@code RELIST}
 * @param unpaid {@code RETURN}, {@code RELIST} or {@code RUNNER_UP}
 * @param unsoldText the same as a sentence
 * @param unpaidText the same as a sentence
 */
public record PolicyJson(String unsold, String unpaid, String unsoldText, String unpaidText) {
    static PolicyJson of(Campaign.Policy policy) {
        return new PolicyJson(
                policy.unsold().name(), policy.unpaid().name(), text(policy.unsold()), text(policy.unpaid()));
    }

    private static String text(Campaign.Unsold unsold) {
        return switch (unsold) {
            case RETURN -> "A lot without a bid at or above its reserve stays with the seller.";
            case RELIST -> "A lot without a bid at or above its reserve is put at the end of the order, once.";
        };
    }

    private static String text(Campaign.Unpaid unpaid) {
        return switch (unpaid) {
            case RETURN -> "A lot whose winner cannot settle stays with the seller.";
            case RELIST -> "A lot whose winner cannot settle is put at the end of the order, once.";
            case RUNNER_UP ->
                "When the winner cannot settle, the best bid of another bidder wins if its money is there;"
                        + " else the lot stays with the seller.";
        };
    }
}
