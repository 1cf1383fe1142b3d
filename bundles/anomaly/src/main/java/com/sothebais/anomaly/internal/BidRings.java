package com.sothebais.anomaly.internal;

import com.sothebais.anomaly.internal.LotTally.Part;
import com.sothebais.anomaly.internal.Trail.Seen;
import com.sothebais.api.auction.Anomalies.Kind;
import com.sothebais.api.auction.Outcome.Sold;
import com.sothebais.api.social.AccountId;
import java.util.Map;
import java.util.Optional;

/**
 * Two accounts that in several lots raise each other again and again, nearly nobody else, and leave each of those lots to a third.
 * Two honest people who want the same things do so too now and then, but win one of them, or meet others: a pair is forgotten once
 * one of them wins a lot in which the other bid, and lots with few bidders say nothing.
 */
final class BidRings implements Lots.Judge {
    static final int LOTS_LEAST = 3;
    static final int RAISES_LEAST = 3;
    static final int OTHER_RAISES_MOST = 1;
    static final int BIDDERS_LEAST = 5;
    static final int SCORE = 50;
    static final int SCORE_A_LOT = 10;
    static final int SCORE_MOST = 90;

    private static final int PAIRS_MAX = 5_000;

    private final Map<String, Trail> pairs = new Newest<>(PAIRS_MAX);

    @Override
    public void sold(LotTally lot, Sold outcome, Seen closed, HintBook hints) {
        AccountId winner = outcome.winner().account().id();
        for (Part one : lot.parts()) {
            Optional<Part> other = one.rival().flatMap(lot::part);
            if (other.isEmpty()) {
                continue;
            }
            AccountId first = one.account().id();
            AccountId second = other.get().account().id();
            String pair = pair(first, second);
            if (first.equals(winner) || second.equals(winner)) {
                pairs.remove(pair);
                hints.withdraw(Kind.BID_RING, pair);
            } else if (first.toString().compareTo(second.toString()) < 0
                    && lot.parts().size() >= BIDDERS_LEAST
                    && onlyRaises(one, second)
                    && onlyRaises(other.get(), first)) {
                note(lot, one, other.get(), pair, hints);
            }
        }
    }

    private void note(LotTally lot, Part one, Part other, String pair, HintBook hints) {
        Trail trail = pairs.computeIfAbsent(pair, unknown -> new Trail())
                .about(one.account())
                .about(other.account())
                .in(lot.auction())
                .with(one.first())
                .with(other.first())
                .with(one.last())
                .with(other.last());
        if (trail.lots() >= LOTS_LEAST) {
            int score = Math.min(SCORE_MOST, SCORE + SCORE_A_LOT * (trail.lots() - LOTS_LEAST));
            String network = one.account().id().network();
            hints.note(trail.hint(Kind.BID_RING, pair, network, score));
        }
    }

    private static boolean onlyRaises(Part part, AccountId rival) {
        return part.rival().equals(Optional.of(rival))
                && part.raisesOfRival() >= RAISES_LEAST
                && part.raisesOfOthers() <= OTHER_RAISES_MOST;
    }

    private static String pair(AccountId one, AccountId other) {
        String first = one.toString();
        String second = other.toString();
        return first.compareTo(second) < 0 ? first + "+" + second : second + "+" + first;
    }
}
