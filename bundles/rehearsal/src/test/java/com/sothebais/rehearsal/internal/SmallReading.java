package com.sothebais.rehearsal.internal;

import com.sothebais.api.auction.Reason;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.Relation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a post says to the small auction, by a few patterns.
 *
 * @param flaw why it is no bid however the auction stands
 */
record SmallReading(Optional<Money> amount, Optional<Reason> flaw, boolean isRepost) {
    private static final Pattern BID = Pattern.compile(
            "(?i)(?:bid:?|i'?ll go|in at|offer|biete|pujo|mise|offro) (\\d+(?:[.,]\\d{1,2})?) ?(?:eth|Ξ)");

    static SmallReading of(Post post) {
        Matcher bid = BID.matcher(post.text());
        Optional<Money> amount =
                bid.find() ? Optional.of(Money.of(bid.group(1).replace(',', '.'), Currency.ETH)) : Optional.empty();
        return new SmallReading(amount, flaw(post), post.relation().kind() == Relation.Kind.REPOST);
    }

    private static Optional<Reason> flaw(Post post) {
        if (post.relation().kind() == Relation.Kind.EDIT) {
            return Optional.of(Reason.EDITED);
        } else if (post.relation().kind() == Relation.Kind.REPOST) {
            return Optional.empty();
        } else if (post.text().contains("max bid")) {
            return Optional.of(Reason.MAX_BID_IN_PUBLIC);
        } else if (post.text().contains("retract")) {
            return Optional.of(Reason.RETRACTION);
        } else if (post.text().matches(".*(1,000|2-3|2 or 3|3 eth\\?).*")) {
            return Optional.of(Reason.AMBIGUOUS);
        } else if (post.text().contains("bid two")) {
            return Optional.of(Reason.CONFIRM_WORDS);
        }
        return Optional.empty();
    }
}
