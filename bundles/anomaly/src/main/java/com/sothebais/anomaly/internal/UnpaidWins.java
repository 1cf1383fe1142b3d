package com.sothebais.anomaly.internal;

import com.sothebais.anomaly.internal.Trail.Seen;
import com.sothebais.api.auction.Anomalies.Kind;
import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.LotAwarded;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Outcome.Sold;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import java.util.Map;

/**
 * Accounts that won more than one lot which then went to somebody else or back, because it could not be settled with them. A first
 * time is an accident; the admin learns of it anyway.
 */
final class UnpaidWins implements Rule {
    static final int LOTS_LEAST = 2;
    static final int SCORE = 50;
    static final int SCORE_A_LOT = 15;
    static final int SCORE_MOST = 95;

    private static final int WINS_MAX = 5_000;
    private static final int TRAILS_MAX = 5_000;

    private final Map<AuctionId, Win> wins = new Newest<>(WINS_MAX);
    private final Map<AccountId, Trail> trails = new Newest<>(TRAILS_MAX);

    private record Win(Account account, Seen seen) {}

    @Override
    public void on(Recorded recorded, HintBook hints) {
        if (recorded.event() instanceof AuctionClosed closed) {
            won(closed.auction(), closed.outcome(), Seen.of(recorded));
        } else if (recorded.event() instanceof LotAwarded awarded) {
            Win before = wins.remove(awarded.auction());
            if (before != null) {
                unpaid(awarded.auction(), before, Seen.of(recorded), hints);
            }
            won(awarded.auction(), awarded.outcome(), Seen.of(recorded));
        }
    }

    private void won(AuctionId lot, Outcome outcome, Seen seen) {
        if (outcome instanceof Sold sold) {
            wins.put(lot, new Win(sold.winner().account(), seen));
        }
    }

    private void unpaid(AuctionId lot, Win win, Seen seen, HintBook hints) {
        AccountId id = win.account().id();
        Trail trail = trails.computeIfAbsent(id, unknown -> new Trail())
                .about(win.account())
                .in(lot)
                .with(win.seen())
                .with(seen);
        if (trail.lots() >= LOTS_LEAST) {
            int score = Math.min(SCORE_MOST, SCORE + SCORE_A_LOT * (trail.lots() - LOTS_LEAST));
            hints.note(trail.hint(Kind.UNPAID_WINS, id.toString(), id.network(), score));
        }
    }
}
