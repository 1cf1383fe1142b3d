package com.sothebais.auction.rules;

import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Currency;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import com.sothebais.auction.grammar.Intent;
import com.sothebais.auction.grammar.Reading;
import com.sothebais.auction.rules.Verdict.Accepted;
import com.sothebais.auction.rules.Verdict.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * How long one decision on a hot lot takes: to judge a bid and to apply its fact, with everything that is allocated for it, on a draft
 * of 500 decisions. Without the grammar and without the hash of the ledger. Run {@link #main} by hand.
 */
final class HotLot {
    private static final int BIDDERS = 100;
    private static final int BATCH = 500;
    private static final Hash HASH = Hash.GENESIS;

    private final Hall hall = new Hall();
    private final Reading[] readings = new Reading[BATCH];
    private final Post[] posts = new Post[BATCH];
    private long accepted;
    private long price = 1_000_000_000L;

    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4_000;
        System.out.println("share accepted | ns per decision | decisions per second");
        for (int every : new int[] {1, 2, 10}) {
            HotLot hot = new HotLot();
            hot.run(rounds, every);
            long before = hot.accepted;
            long nanos = hot.run(rounds, every);
            double each = (double) nanos / rounds / BATCH;
            System.out.printf(
                    "%5.1f %% | %.0f | %.0f%n", 100.0 * (hot.accepted - before) / rounds / BATCH, each, 1e9 / each);
        }
    }

    private HotLot() {
        hall.rules = Hall.rules("0.000000001", "0.000000001");
        for (int bidder = 1; bidder <= BIDDERS; bidder++) {
            hall.fund(bidder, "100000000");
        }
        hall.live();
    }

    private long run(int rounds, int acceptEvery) {
        long spent = 0;
        for (int round = 0; round < rounds; round++) {
            prepare(acceptEvery);
            long start = System.nanoTime();
            hall.floor = decide(hall.floor.draft());
            spent += System.nanoTime() - start;
        }
        return spent;
    }

    /** Posts as a network makes them: every one with objects of its own. */
    private void prepare(int acceptEvery) {
        for (int i = 0; i < BATCH; i++) {
            boolean raises = i % acceptEvery == 0;
            price += raises ? 1_000_000_000L : 0;
            String bidder = "user-" + (1 + (i * 7 + (int) (price / 1_000_000_000L)) % BIDDERS);
            Account account = new Account(new AccountId("sim", bidder), bidder, bidder);
            posts[i] =
                    new Post(new PostId("sim", "p" + price + "-" + i), account, "", hall.now, Relation.ORIGINAL, true);
            readings[i] = new Reading(
                    Intent.BID,
                    Optional.of(BigDecimal.valueOf(raises ? price : price / 2, 18)),
                    Optional.of(Currency.ETH.code()),
                    Optional.empty(),
                    Reading.Extras.NONE);
        }
    }

    private Floor decide(Floor draft) {
        Referee referee = new Referee(draft);
        StreamId stream = new StreamId("auction/c-lot-1");
        CorrelationId correlation = new CorrelationId("c");
        Instant now = hall.now;
        for (int i = 0; i < BATCH; i++) {
            Verdict verdict = referee.judge(posts[i], readings[i], now);
            if (verdict instanceof Accepted yes) {
                accepted++;
                BidAccepted fact = new BidAccepted(
                        yes.auction(), posts[i], yes.bidder(), yes.amount(), yes.nextMinimum(), yes.displaced(), HASH);
                draft.apply(new NewEvent(stream, fact, "auction", now, correlation, Optional.empty()));
                Proxies.respond(draft, draft.known(yes.auction()), posts[i], now);
            } else {
                Refused no = (Refused) verdict;
                BidRefused fact = new BidRefused(
                        no.auction(), posts[i], no.reason(), no.amount(), no.nextMinimum(), Optional.of(HASH));
                draft.apply(new NewEvent(stream, fact, "auction", now, correlation, Optional.empty()));
            }
        }
        return draft;
    }
}
