package com.sothebais.benchmarks;

import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Currency;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.auction.grammar.Intent;
import com.sothebais.auction.grammar.Reading;
import com.sothebais.auction.rules.Floor;
import com.sothebais.auction.rules.Proxies;
import com.sothebais.auction.rules.Referee;
import com.sothebais.auction.rules.Verdict;
import com.sothebais.auction.rules.Verdict.Accepted;
import com.sothebais.auction.rules.Verdict.Refused;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How many decisions one core makes on one hot lot: every post is judged, its fact is applied, and the private maxima are asked, on
 * drafts of {@value #BATCH} decisions as the engine has them. One bid in two raises, by bidders in turn; the other is too low. Without
 * the grammar and without the hash of the ledger. Processor time; what posts and readings cost is left out.
 */
final class RulesBenchmark {
    private static final int BATCH = 500;
    private static final int WARM_UP_BATCHES = 4_000;
    private static final int ROUND_BATCHES = 2_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Account[] accounts = new Account[HotLot.BIDDERS];
    private final Post[] posts = new Post[BATCH];
    private final Reading[] readings = new Reading[BATCH];
    private Floor floor = HotLot.open();
    private long price = HotLot.STEP_UNITS;
    private long made;
    private long accepted;

    /** What a round has cost. */
    private record Round(double decisionsPerSecond, double bytesPerDecision) {}

    RulesBenchmark() {
        for (int bidder = 0; bidder < accounts.length; bidder++) {
            accounts[bidder] = HotLot.account(bidder);
        }
    }

    void run(int rounds, Figures figures) {
        Round early = round(ROUND_BATCHES / 10);
        round(WARM_UP_BATCHES);
        Round[] all = new Round[rounds];
        for (int i = 0; i < rounds; i++) {
            all[i] = round(ROUND_BATCHES);
        }
        Round last = all[rounds - 1];
        java.util.Arrays.sort(
                all, (one, other) -> Double.compare(one.decisionsPerSecond(), other.decisionsPerSecond()));
        figures.put("rules.decisions", made);
        figures.put("rules.decisions_per_second", all[rounds / 2].decisionsPerSecond());
        figures.put("rules.bytes_per_decision_first", early.bytesPerDecision());
        figures.put("rules.bytes_per_decision_last", last.bytesPerDecision());
        if (accepted * 2 != made) {
            throw new IllegalStateException(accepted + " of " + made + " bids were accepted, half of them should be");
        }
    }

    private Round round(int batches) {
        long thread = Thread.currentThread().getId();
        long nanos = 0;
        long bytes = 0;
        for (int batch = 0; batch < batches; batch++) {
            prepare();
            long allocated = threads.getThreadAllocatedBytes(thread);
            long begin = threads.getCurrentThreadCpuTime();
            floor = decide(floor.draft());
            nanos += threads.getCurrentThreadCpuTime() - begin;
            bytes += threads.getThreadAllocatedBytes(thread) - allocated;
        }
        double decisions = (double) batches * BATCH;
        return new Round(decisions / nanos * 1e9, bytes / decisions);
    }

    /** Posts as a network delivers them, each with an id of its own. */
    private void prepare() {
        for (int i = 0; i < BATCH; i++) {
            boolean raises = made++ % 2 == 0;
            price += raises ? HotLot.STEP_UNITS : 0;
            long units = raises ? price : price - HotLot.STEP_UNITS;
            posts[i] = new Post(
                    new PostId("sim", Long.toString(made)),
                    accounts[(int) (made * 7 % accounts.length)],
                    "",
                    HotLot.NOW,
                    Relation.ORIGINAL,
                    true);
            readings[i] = new Reading(
                    Intent.BID,
                    Optional.of(BigDecimal.valueOf(units, Currency.ETH.decimals())),
                    Optional.of(Currency.ETH.code()),
                    Optional.empty(),
                    Reading.Extras.NONE);
        }
    }

    private Floor decide(Floor draft) {
        Referee referee = new Referee(draft);
        for (int i = 0; i < BATCH; i++) {
            Verdict verdict = referee.judge(posts[i], readings[i], HotLot.NOW);
            if (verdict instanceof Accepted yes) {
                accepted++;
                draft.apply(HotLot.fact(new BidAccepted(
                        yes.auction(),
                        posts[i],
                        yes.bidder(),
                        yes.amount(),
                        yes.nextMinimum(),
                        yes.displaced(),
                        Hash.GENESIS)));
                Proxies.respond(draft, draft.lot(yes.auction()).orElseThrow(), posts[i], HotLot.NOW);
            } else if (verdict instanceof Refused no) {
                draft.apply(HotLot.fact(new BidRefused(
                        no.auction(),
                        posts[i],
                        no.reason(),
                        no.amount(),
                        no.nextMinimum(),
                        Optional.of(Hash.GENESIS))));
            }
        }
        return draft;
    }
}
