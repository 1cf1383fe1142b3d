package com.sothebais.anomaly.internal;

import com.sothebais.anomaly.internal.Trail.Seen;
import com.sothebais.api.auction.Anomalies.Kind;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Posts of one account on many lots within seconds, by the network's time, so that a late delivery of honest posts looks like
 * nothing. Bids that the engine makes for a private maximum are nobody's posts.
 */
final class QuickPosts implements Rule {
    static final Duration WINDOW = Duration.ofSeconds(10);
    static final int LOTS_LEAST = 5;
    static final int SCORE = 45;
    static final int SCORE_A_LOT = 5;
    static final int SCORE_MOST = 80;

    private static final int ACCOUNTS_MAX = 20_000;
    private static final int RECENT_MAX = 50;

    private final Map<AccountId, Deque<Said>> recent = new Newest<>(ACCOUNTS_MAX);
    private final Map<AccountId, Trail> trails = new Newest<>(ACCOUNTS_MAX / 10);

    private record Said(AuctionId lot, Instant posted, Seen seen) {}

    @Override
    public void on(Recorded recorded, HintBook hints) {
        if (recorded.event() instanceof BidAccepted bid) {
            said(bid.auction(), bid.post(), Seen.of(recorded), hints);
        } else if (recorded.event() instanceof BidRefused bid && bid.auction().isPresent()) {
            said(bid.auction().get(), bid.post(), Seen.of(recorded), hints);
        }
    }

    private void said(AuctionId lot, Post post, Seen seen, HintBook hints) {
        if (post.isByProxy()) {
            return;
        }
        AccountId author = post.author().id();
        Deque<Said> said = recent.computeIfAbsent(author, unknown -> new ArrayDeque<>());
        Instant oldest = post.at().minus(WINDOW);
        said.removeIf(
                earlier -> earlier.posted().isBefore(oldest) || earlier.lot().equals(lot));
        if (said.size() == RECENT_MAX) {
            said.removeFirst();
        }
        said.addLast(new Said(lot, post.at(), seen));
        if (said.size() < LOTS_LEAST) {
            return;
        }
        Trail trail = trails.computeIfAbsent(author, unknown -> new Trail()).about(post.author());
        said.forEach(one -> trail.in(one.lot()).with(one.seen()));
        int score = Math.min(SCORE_MOST, SCORE + SCORE_A_LOT * (trail.lots() - LOTS_LEAST));
        hints.note(trail.hint(Kind.QUICK_POSTS, author.toString(), author.network(), score));
    }
}
