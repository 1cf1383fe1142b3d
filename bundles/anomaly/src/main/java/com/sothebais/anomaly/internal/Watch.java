package com.sothebais.anomaly.internal;

import com.sothebais.api.auction.Anomalies.Hint;
import com.sothebais.api.event.Recorded;
import java.util.List;

/**
 * All rules and what they noticed. What it remembers is bounded, so that very old or very crowded lots are forgotten first; the same
 * log always gives the same hints. Facts come from one thread, hints are read from any.
 */
final class Watch {
    private final HintBook hints = new HintBook();
    private final List<Rule> rules;

    Watch() {
        Newcomers newcomers = new Newcomers();
        // Newcomers look before the lots do: who bids first in a lot is known by then.
        rules = List.of(
                newcomers,
                new Lots(List.of(new BidRings(), new OneWayRaisers(), newcomers)),
                new SharedFunding(),
                new Refusals(),
                new QuickPosts(),
                new Retractions(),
                new UnpaidWins());
    }

    void on(Recorded recorded) {
        if (recorded.fact().stream().isRehearsal()) {
            // Simulated bidders misbehave on purpose.
            return;
        }
        for (Rule rule : rules) {
            rule.on(recorded, hints);
        }
    }

    List<Hint> hints() {
        return hints.hints();
    }
}
