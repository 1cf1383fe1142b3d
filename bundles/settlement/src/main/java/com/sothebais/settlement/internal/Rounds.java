package com.sothebais.settlement.internal;

import com.sothebais.api.chain.Chain;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.retry.Backoff;
import com.sothebais.settlement.internal.DepositWatch.Scanned;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Visits every chain in turn: carries its movements into the log, then checks the reserves. A chain that fails is left alone for
 * a while; the others are not. Rounds are run by one thread; the rest may be asked by any.
 */
final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /** Steps with one chain in one round, so that a long history of one does not starve the others. */
    private static final int STEPS_MAX = 20;

    static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

    private final EventLog log;
    private final Progress progress;
    private final ReserveCheck reserves;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<ChainId, DepositWatch> watches = new HashMap<>();
    private final Map<Chain, Failing> failing = new HashMap<>();
    private volatile Optional<String> trouble = Optional.empty();

    Rounds(EventLog log, Progress progress, ReserveCheck reserves, InstantSource clock, RandomGenerator random) {
        this.log = log;
        this.progress = progress;
        this.reserves = reserves;
        this.clock = clock;
        this.random = random;
    }

    private record Failing(int failures, Instant next, Duration pause, String reason) {}

    void run(List<Chain> chains) {
        failing.keySet().retainAll(chains);
        for (Chain chain : chains) {
            Failing before = failing.get(chain);
            if (before == null || due(before)) {
                visit(chain, before == null ? 0 : before.failures());
            }
        }
        trouble = failing.values().stream().map(Failing::reason).findFirst();
    }

    /** Why a chain is not followed at the moment; empty when all are. */
    Optional<String> trouble() {
        return trouble;
    }

    /** A clock that was set back must not make a wait longer than it was meant to be. */
    private boolean due(Failing before) {
        Instant now = clock.instant();
        return !now.isBefore(before.next())
                || Duration.between(now, before.next()).compareTo(before.pause()) > 0;
    }

    // A plugin may throw anything; it is the top of what this thread does for one chain.
    private void visit(Chain chain, int failuresBefore) {
        try {
            DepositWatch watch = watches.computeIfAbsent(chain.id(), id -> new DepositWatch(id, log, progress, clock));
            Scanned scanned = watch.step(chain);
            for (int i = 1; i < STEPS_MAX && !scanned.complete(); i++) {
                scanned = watch.step(chain);
            }
            if (scanned.complete()) {
                reserves.check(chain, scanned);
            }
            if (failing.remove(chain) != null) {
                LOG.info("following {} again from block {}", chain.id(), scanned.block());
            }
        } catch (Exception | LinkageError e) {
            int failures = failuresBefore + 1;
            Duration pause = BACKOFF.after(failures, random);
            failing.put(
                    chain, new Failing(failures, clock.instant().plus(pause), pause, String.valueOf(e.getMessage())));
            LOG.debug("attempt {} failed, next in {}", failures, pause, e);
        }
    }

    /** How often the chain failed in a row. */
    int failures(Chain chain) {
        Failing state = failing.get(chain);
        return state == null ? 0 : state.failures();
    }
}
