package com.sothebais.anomaly.internal;

import com.sothebais.anomaly.internal.Trail.Seen;
import com.sothebais.api.auction.Anomalies.Kind;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import java.util.Map;

/** Accounts that want to take back accepted bids in several lots. Who never bid there jokes, and says nothing. */
final class Retractions implements Rule {
    static final int LOTS_LEAST = 3;
    static final int SCORE = 45;
    static final int SCORE_A_LOT = 10;
    static final int SCORE_MOST = 85;

    private static final int BIDS_MAX = 50_000;
    private static final int TRAILS_MAX = 5_000;

    private final Map<Bid, Boolean> bids = new Newest<>(BIDS_MAX);
    private final Map<AccountId, Trail> trails = new Newest<>(TRAILS_MAX);

    /** That an account had a bid accepted in a lot. */
    private record Bid(AuctionId lot, AccountId account) {}

    @Override
    public void on(Recorded recorded, HintBook hints) {
        if (recorded.event() instanceof BidAccepted bid) {
            bids.put(new Bid(bid.auction(), bid.bidder().account().id()), true);
        } else if (recorded.event() instanceof BidRefused refused
                && refused.reason() == Reason.RETRACTION
                && refused.auction().isPresent()) {
            retracted(refused.auction().get(), refused.post().author(), Seen.of(recorded), hints);
        }
    }

    private void retracted(AuctionId lot, Account account, Seen seen, HintBook hints) {
        AccountId id = account.id();
        if (!bids.containsKey(new Bid(lot, id))) {
            return;
        }
        Trail trail = trails.computeIfAbsent(id, unknown -> new Trail())
                .about(account)
                .in(lot)
                .with(seen);
        if (trail.lots() >= LOTS_LEAST) {
            int score = Math.min(SCORE_MOST, SCORE + SCORE_A_LOT * (trail.lots() - LOTS_LEAST));
            hints.note(trail.hint(Kind.RETRACTIONS, id.toString(), id.network(), score));
        }
    }
}
