package com.sothebais.anomaly.internal;

import com.sothebais.anomaly.internal.Trail.Seen;
import com.sothebais.api.auction.Anomalies.Kind;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Accounts whose posts are refused more often than a person types, and networks of which several accounts run into the limit of
 * posts at once. An eager bidder who is outrun gets refusals too, but also bids in between, which begins the count anew; and what
 * asks for a yes is no refusal here. The log knows no internet addresses: those are limited at the edge.
 */
final class Refusals implements Rule {
    static final Duration WINDOW = Duration.ofMinutes(10);
    static final int REFUSALS_LEAST = 60;
    static final int LIMITED_LEAST = 20;
    static final int ACCOUNTS_LEAST = 10;
    static final int REFUSALS_SCORE = 35;
    static final int LIMITED_SCORE = 60;
    static final int CROWD_SCORE = 60;
    static final int CROWD_SCORE_AN_ACCOUNT = 2;

    private static final int ACCOUNTS_MAX = 20_000;
    private static final int NETWORKS_MAX = 100;

    private final Map<AccountId, Count> counts = new Newest<>(ACCOUNTS_MAX);
    private final Map<String, Crowd> crowds = new Newest<>(NETWORKS_MAX);

    /** The refusals of one account since the beginning of its window. */
    private static final class Count {
        private final Instant from;
        private final Trail trail = new Trail();
        private int refused;
        private int limited;

        Count(Instant from) {
            this.from = from;
        }
    }

    /** Who of a network was limited since the beginning of the window. */
    private static final class Crowd {
        private final Instant from;
        private final Trail trail = new Trail();

        Crowd(Instant from) {
            this.from = from;
        }
    }

    @Override
    public void on(Recorded recorded, HintBook hints) {
        if (recorded.event() instanceof BidAccepted accepted) {
            counts.remove(accepted.bidder().account().id());
        } else if (recorded.event() instanceof BidRefused refused
                && refused.reason().verdict() != Reason.Verdict.NEEDS_CONFIRMATION) {
            refused(refused, Seen.of(recorded), hints);
        }
    }

    private void refused(BidRefused refused, Seen seen, HintBook hints) {
        Account author = refused.post().author();
        Count count = counts.get(author.id());
        if (count == null || isOver(count.from, seen.at())) {
            count = new Count(seen.at());
            counts.put(author.id(), count);
        }
        boolean limited = refused.reason() == Reason.RATE_LIMITED;
        count.refused++;
        count.limited += limited ? 1 : 0;
        Trail trail = count.trail.about(author).with(seen);
        refused.auction().ifPresent(trail::in);
        if (count.limited >= LIMITED_LEAST || count.refused >= REFUSALS_LEAST) {
            int score = count.limited >= LIMITED_LEAST ? LIMITED_SCORE : REFUSALS_SCORE;
            hints.note(trail.hint(
                    Kind.MANY_REFUSALS, author.id().toString(), author.id().network(), score));
        }
        if (limited) {
            limited(refused, seen, hints);
        }
    }

    private void limited(BidRefused refused, Seen seen, HintBook hints) {
        Account author = refused.post().author();
        String network = author.id().network();
        Crowd crowd = crowds.get(network);
        if (crowd == null || isOver(crowd.from, seen.at())) {
            crowd = new Crowd(seen.at());
            crowds.put(network, crowd);
        }
        Trail trail = crowd.trail.about(author).with(seen);
        refused.auction().ifPresent(trail::in);
        if (trail.accounts() >= ACCOUNTS_LEAST) {
            int score = CROWD_SCORE + CROWD_SCORE_AN_ACCOUNT * (trail.accounts() - ACCOUNTS_LEAST);
            hints.note(trail.hint(Kind.CROWDED_NETWORK, network, network, score));
        }
    }

    private static boolean isOver(Instant from, Instant now) {
        return !now.isBefore(from.plus(WINDOW));
    }
}
