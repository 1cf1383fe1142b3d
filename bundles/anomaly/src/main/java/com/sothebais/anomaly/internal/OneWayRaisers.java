package com.sothebais.anomaly.internal;

import com.sothebais.anomaly.internal.LotTally.Part;
import com.sothebais.anomaly.internal.Trail.Seen;
import com.sothebais.api.auction.Anomalies.Kind;
import com.sothebais.api.auction.Outcome.Sold;
import com.sothebais.api.social.AccountId;
import java.util.Map;

/**
 * An account that raises one other account and nobody else although others bid at the same time, and never wins: it drives that
 * one's price. Who comes late and fights it out with the only bidder left does not look like that, because only bids made while it
 * was bidding count: of those at least half must be of others.
 */
final class OneWayRaisers implements Lots.Judge {
    static final int LOTS_LEAST = 3;
    static final int RAISES_LEAST = 20;
    /** Of a hundred raises so many must be of the one. */
    static final int PERCENT_LEAST = 90;

    static final int SCORE = 50;
    static final int SCORE_A_LOT = 10;
    static final int SCORE_MOST = 90;

    private static final int ACCOUNTS_MAX = 20_000;
    private static final int PERCENT = 100;

    private final Map<AccountId, Raiser> raisers = new Newest<>(ACCOUNTS_MAX);

    /** What one account did in all lots about the account that it raised first in the first of them. */
    private static final class Raiser {
        private final AccountId target;
        private final Trail trail = new Trail();
        private int ofTarget;
        private int ofOthers;
        private int othersDuring;
        private int targetsDuring;

        Raiser(AccountId target) {
            this.target = target;
        }
    }

    @Override
    public void sold(LotTally lot, Sold outcome, Seen closed, HintBook hints) {
        AccountId winner = outcome.winner().account().id();
        raisers.remove(winner);
        hints.withdraw(Kind.ONE_WAY_RAISER, winner.toString());
        for (Part part : lot.parts()) {
            if (part.rival().isPresent() && !part.account().id().equals(winner)) {
                take(lot, part, hints);
            }
        }
    }

    private void take(LotTally lot, Part part, HintBook hints) {
        AccountId id = part.account().id();
        AccountId rival = part.rival().orElseThrow();
        Raiser raiser = raisers.computeIfAbsent(id, unknown -> new Raiser(rival));
        if (!raiser.target.equals(rival)) {
            raiser.ofOthers += part.raisesOfRival() + part.raisesOfOthers();
            hints.withdraw(Kind.ONE_WAY_RAISER, id.toString());
            return;
        }
        raiser.ofTarget += part.raisesOfRival();
        raiser.ofOthers += part.raisesOfOthers();
        raiser.othersDuring += part.othersDuring();
        raiser.targetsDuring += part.rivalsDuring();
        raiser.trail.about(part.account()).in(lot.auction()).with(part.first()).with(part.last());
        lot.part(rival).map(Part::account).ifPresent(raiser.trail::about);
        if (speaksForItself(raiser)) {
            int score = Math.min(SCORE_MOST, SCORE + SCORE_A_LOT * (raiser.trail.lots() - LOTS_LEAST));
            hints.note(raiser.trail.hint(Kind.ONE_WAY_RAISER, id.toString(), id.network(), score));
        }
    }

    private static boolean speaksForItself(Raiser raiser) {
        return raiser.trail.lots() >= LOTS_LEAST
                && raiser.ofTarget >= RAISES_LEAST
                && raiser.ofTarget * PERCENT >= (raiser.ofTarget + raiser.ofOthers) * PERCENT_LEAST
                && raiser.targetsDuring * 2 <= raiser.othersDuring;
    }
}
