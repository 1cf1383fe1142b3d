package com.sothebais.anomaly.internal;

import com.sothebais.anomaly.internal.Trail.Seen;
import com.sothebais.api.auction.Anomalies.Kind;
import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.chain.EscrowMovement.Deposited;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.settlement.SettlementEvent.EscrowMoved;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Accounts that bid in the same lot with money of one source: with the same wallet, which was handed from one account to the other,
 * or with wallets that one deposit transaction filled. A wallet that changes hands between lots is nobody's business. Who sent a
 * deposit is not in the log, so that two deposits of one sender in two transactions stay unseen.
 */
final class SharedFunding implements Rule {
    static final int WALLET_SCORE = 75;
    static final int DEPOSIT_SCORE = 60;
    static final int SCORE_A_LOT = 10;

    private static final int DEPOSITS_MAX = 20_000;
    private static final int WALLETS_MAX = 20_000;
    private static final int WALLETS_A_DEPOSIT_MAX = 20;
    private static final int LOTS_MAX = 200;
    private static final int BIDDERS_A_LOT_MAX = 2_000;
    private static final int TRAILS_MAX = 1_000;

    /** By chain and transaction: the wallets it filled, each with the fact of it. */
    private final Map<String, Map<WalletAddress, Seen>> deposits = new Newest<>(DEPOSITS_MAX);
    /** The deposit that a wallet shares with others, the newest one. */
    private final Map<WalletAddress, String> shared = new Newest<>(WALLETS_MAX);

    private final Map<AuctionId, Map<String, Map<Bidder, Seen>>> lots = new Newest<>(LOTS_MAX);
    private final Map<String, Trail> trails = new Newest<>(TRAILS_MAX);

    @Override
    public void on(Recorded recorded, HintBook hints) {
        if (recorded.event() instanceof EscrowMoved moved && moved.movement() instanceof Deposited deposit) {
            deposited(moved.chain() + "/" + deposit.tx(), deposit.wallet(), Seen.of(recorded));
        } else if (recorded.event() instanceof BidAccepted bid) {
            Map<String, Map<Bidder, Seen>> sources = lots.computeIfAbsent(bid.auction(), lot -> new HashMap<>());
            bid(bid, "wallet/" + bid.bidder().wallet(), Seen.of(recorded), sources, hints);
            String deposit = shared.get(bid.bidder().wallet());
            if (deposit != null) {
                bid(bid, deposit, Seen.of(recorded), sources, hints);
            }
        } else if (recorded.event() instanceof AuctionClosed closed) {
            lots.remove(closed.auction());
        }
    }

    private void deposited(String tx, WalletAddress wallet, Seen seen) {
        Map<WalletAddress, Seen> filled = deposits.computeIfAbsent(tx, unknown -> new LinkedHashMap<>());
        if (filled.size() < WALLETS_A_DEPOSIT_MAX) {
            filled.putIfAbsent(wallet, seen);
        }
        if (filled.size() > 1) {
            filled.keySet().forEach(one -> shared.put(one, tx));
        }
    }

    private void bid(
            BidAccepted bid, String source, Seen seen, Map<String, Map<Bidder, Seen>> sources, HintBook hints) {
        if (sources.size() >= BIDDERS_A_LOT_MAX && !sources.containsKey(source)) {
            return;
        }
        Map<Bidder, Seen> bidders = sources.computeIfAbsent(source, unknown -> new LinkedHashMap<>());
        boolean first = bidders.keySet().stream()
                .noneMatch(other ->
                        other.account().id().equals(bid.bidder().account().id()));
        if (first && bidders.size() < WALLETS_A_DEPOSIT_MAX) {
            bidders.put(bid.bidder(), seen);
            if (bidders.size() > 1) {
                note(bid.auction(), source, bidders, hints);
            }
        }
    }

    private void note(AuctionId lot, String source, Map<Bidder, Seen> bidders, HintBook hints) {
        Trail trail = trails.computeIfAbsent(source, unknown -> new Trail()).in(lot);
        Map<WalletAddress, Seen> filled = deposits.getOrDefault(source, Map.of());
        Set<WalletAddress> wallets = new LinkedHashSet<>();
        bidders.forEach((bidder, seen) -> {
            trail.about(bidder.account()).with(seen);
            wallets.add(bidder.wallet());
        });
        wallets.stream().filter(filled::containsKey).map(filled::get).forEach(trail::with);
        int score = (filled.isEmpty() ? WALLET_SCORE : DEPOSIT_SCORE) + SCORE_A_LOT * (trail.lots() - 1);
        String network = bidders.keySet().iterator().next().account().id().network();
        hints.note(trail.hint(Kind.SHARED_FUNDING, source, network, score));
    }
}
