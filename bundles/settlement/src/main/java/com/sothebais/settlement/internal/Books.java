package com.sothebais.settlement.internal;

import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidVoided;
import com.sothebais.api.auction.AuctionEvent.LotAwarded;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.Event;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.EscrowBook.Balance;
import com.sothebais.api.settlement.SettlementEvent.EscrowMoved;
import com.sothebais.api.settlement.SettlementEvent.SettlementRefused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The escrow book: every wallet's free, locked and owed money, folded from the log. A bid locks, a better bid unlocks, a sale
 * makes it owed, and only what the chain reports moves the total. Thread-safe.
 */
final class Books {
    private final Map<ChainId, ChainBook> chains = new HashMap<>();
    private final Map<String, ChainId> openLots = new HashMap<>();
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, String> laterRounds = new HashMap<>();

    /** Money of a wallet that an auction holds: locked while it leads, owed once it has won. */
    private record Claim(ChainId chain, WalletAddress wallet, Money amount, boolean owed) {}

    /** One chain's wallets and the number of movements folded in. */
    private static final class ChainBook {
        private final Map<WalletAddress, Funds> wallets = new TreeMap<>(Comparator.comparing(WalletAddress::value));
        private long movements;
    }

    /**
     * One chain's sum.
     *
     * @param movements how many movements of the chain are folded in
     * @param booked sum over all wallets; empty before the first movement or bid
     * @param overdrawn a wallet that bid more than it had, which must never happen
     */
    record Total(long movements, Optional<Money> booked, Optional<WalletAddress> overdrawn) {}

    synchronized void take(Event event) {
        if (event instanceof EscrowMoved moved) {
            moved(moved.chain(), moved.movement());
        } else if (event instanceof AuctionOpened opened) {
            openLots.put(opened.auction().value(), opened.lot().token().chain());
        } else if (event instanceof BidAccepted bid) {
            lead(bid);
        } else if (event instanceof BidVoided voided) {
            takeBack(voided);
        } else if (event instanceof AuctionClosed closed) {
            openLots.remove(closed.auction().value());
            end(closed.auction(), closed.lot(), closed.outcome());
        } else if (event instanceof LotAwarded awarded) {
            laterRounds.put(
                    awarded.auction().settlement(awarded.round()).value(),
                    awarded.auction().value());
            end(awarded.auction(), awarded.lot(), awarded.outcome());
        } else if (event instanceof SettlementRefused refused) {
            release(refused.auction().value());
        }
    }

    synchronized List<Balance> balances() {
        List<Balance> balances = new ArrayList<>();
        chains.forEach((chain, book) -> book.wallets.forEach((wallet, funds) ->
                balances.add(new Balance(chain, wallet, funds.free(), funds.locked(), funds.owed()))));
        balances.sort(Comparator.comparing((Balance balance) -> balance.chain().value())
                .thenComparing(balance -> balance.wallet().value()));
        return balances;
    }

    synchronized Total total(ChainId chain) {
        ChainBook book = chains.getOrDefault(chain, new ChainBook());
        return new Total(
                book.movements,
                book.wallets.values().stream().map(Funds::total).reduce(Money::plus),
                book.wallets.entrySet().stream()
                        .filter(entry -> entry.getValue().free().units().signum() < 0)
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    private void moved(ChainId chain, EscrowMovement movement) {
        if (movement instanceof EscrowMovement.Deposited in) {
            change(chain, in.wallet(), in.amount(), funds -> funds.in(in.amount()));
        } else if (movement instanceof EscrowMovement.Withdrawn out) {
            change(chain, out.wallet(), out.amount(), funds -> funds.out(out.amount()));
        } else if (movement instanceof EscrowMovement.Settled settled) {
            String settlement = settled.settlement().value();
            String later = laterRounds.remove(settlement);
            release(later == null ? settlement : later);
            change(chain, settled.wallet(), settled.amount(), funds -> funds.out(settled.amount()));
        }
        book(chain).movements++;
    }

    private void lead(BidAccepted bid) {
        String auction = bid.auction().value();
        ChainId chain = openLots.get(auction);
        if (chain == null) {
            throw new IllegalStateException("a bid was accepted on " + auction + ", which is not open");
        }
        release(auction);
        claim(auction, new Claim(chain, bid.bidder().wallet(), bid.amount(), false));
    }

    /** The lot holds the money of whoever leads after it. */
    private void takeBack(BidVoided voided) {
        String auction = voided.auction().value();
        ChainId chain = openLots.get(auction);
        if (chain == null) {
            throw new IllegalStateException("a bid was voided on " + auction + ", which is not open");
        }
        release(auction);
        voided.standing()
                .ifPresent(standing ->
                        claim(auction, new Claim(chain, standing.bidder().wallet(), standing.amount(), false)));
    }

    private void end(AuctionId id, Lot lot, Outcome outcome) {
        String auction = id.value();
        release(auction);
        if (outcome instanceof Outcome.Sold sold) {
            claim(auction, new Claim(lot.token().chain(), sold.winner().wallet(), sold.price(), true));
        }
    }

    private void claim(String auction, Claim claim) {
        Money amount = claim.amount();
        change(claim.chain(), claim.wallet(), amount, funds -> claim.owed() ? funds.owe(amount) : funds.lock(amount));
        claims.put(auction, claim);
    }

    /** Gives back what the auction holds, if it holds anything. */
    private void release(String auction) {
        Claim claim = claims.remove(auction);
        if (claim != null) {
            Money amount = claim.amount();
            change(
                    claim.chain(),
                    claim.wallet(),
                    amount,
                    funds -> claim.owed() ? funds.forgive(amount) : funds.unlock(amount));
        }
    }

    private void change(ChainId chain, WalletAddress wallet, Money amount, UnaryOperator<Funds> change) {
        Map<WalletAddress, Funds> wallets = book(chain).wallets;
        Funds before = wallets.getOrDefault(wallet, Funds.nothing(Money.zero(amount.currency())));
        wallets.put(wallet, change.apply(before));
    }

    private ChainBook book(ChainId chain) {
        return chains.computeIfAbsent(chain, id -> new ChainBook());
    }
}
