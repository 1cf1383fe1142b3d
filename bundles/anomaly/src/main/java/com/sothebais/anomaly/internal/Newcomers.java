package com.sothebais.anomaly.internal;

import com.sothebais.anomaly.internal.LotTally.Part;
import com.sothebais.anomaly.internal.Trail.Seen;
import com.sothebais.api.auction.Anomalies.Kind;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.PostHeard;
import com.sothebais.api.auction.Outcome.Sold;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.identity.IdentityEvent.WalletLinked;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Several accounts that nothing was known of when a lot opened, that bid near its price and did not get it, among a majority of
 * accounts that were there before. New people are welcome and the first show has no others, so that one or two, or a lot full of
 * them, say nothing.
 */
final class Newcomers implements Rule, Lots.Judge {
    static final int NEW_LEAST = 3;
    /** So many known bidders for each new one. */
    static final int KNOWN_FOR_EACH = 2;
    /** Of the price. */
    static final int PERCENT_LEAST = 90;

    static final int SCORE = 30;
    static final int SCORE_AN_ACCOUNT = 5;
    static final int SCORE_MOST = 55;

    private static final int PERCENT = 100;
    private static final int ACCOUNTS_MAX = 50_000;

    private final Map<AccountId, Instant> firstSeen = new Newest<>(ACCOUNTS_MAX);

    @Override
    public void on(Recorded recorded, HintBook hints) {
        Instant at = recorded.fact().at();
        if (recorded.event() instanceof WalletLinked linked) {
            seen(linked.account(), at);
        } else if (recorded.event() instanceof PostHeard heard) {
            seen(heard.post().author(), at);
        } else if (recorded.event() instanceof BidRefused refused) {
            seen(refused.post().author(), at);
        } else if (recorded.event() instanceof BidAccepted accepted) {
            seen(accepted.bidder().account(), at);
        }
    }

    private void seen(Account account, Instant at) {
        firstSeen.putIfAbsent(account.id(), at);
    }

    @Override
    public void sold(LotTally lot, Sold outcome, Seen closed, HintBook hints) {
        AccountId winner = outcome.winner().account().id();
        List<Part> suspects = new ArrayList<>();
        int fresh = 0;
        for (Part part : lot.parts()) {
            AccountId id = part.account().id();
            if (!firstSeen.getOrDefault(id, Instant.MIN).isBefore(lot.opened())) {
                fresh++;
                if (!id.equals(winner) && isNear(part.highest(), outcome.price())) {
                    suspects.add(part);
                }
            }
        }
        int known = lot.parts().size() - fresh;
        if (suspects.size() >= NEW_LEAST && known >= KNOWN_FOR_EACH * fresh) {
            Trail trail = new Trail().in(lot.auction());
            suspects.forEach(part -> trail.about(part.account()).with(part.last()));
            int score = Math.min(SCORE_MOST, SCORE + SCORE_AN_ACCOUNT * (suspects.size() - NEW_LEAST));
            hints.note(trail.hint(
                    Kind.NEW_NEAR_TOP,
                    lot.auction().toString(),
                    suspects.get(0).account().id().network(),
                    score));
        }
    }

    private static boolean isNear(Money bid, Money price) {
        return !bid.times(PERCENT).isLessThan(price.times(PERCENT_LEAST));
    }
}
