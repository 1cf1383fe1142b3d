package com.sothebais.chain.simulated.internal;

import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.SettlementId;
import com.sothebais.api.chain.SettlementOrder;
import com.sothebais.api.chain.SettlementResult;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rules of the chain: balances, tokens and the escrow contract, folded from the transactions. Not thread-safe; grows by
 * about a kilobyte a transaction.
 */
final class ChainState {
    private static final Money NOTHING = Money.zero(Mined.CURRENCY);

    private final ChainId chain;
    private final Map<WalletAddress, Money> escrow = new HashMap<>();
    private final Map<WalletAddress, Money> outside = new HashMap<>();
    private final Map<TokenRef, Holding> tokens = new HashMap<>();
    private final Map<SettlementId, Ended> settlements = new HashMap<>();
    private final NavigableMap<Long, List<EscrowMovement>> movements = new TreeMap<>();
    private final NavigableMap<Long, Money> held = new TreeMap<>();
    private long transactions;
    private long newestBlock;

    ChainState(ChainId chain) {
        this.chain = chain;
    }

    /** A settlement's result and the block it is in. */
    record Ended(SettlementResult result, long block) {}

    /** Who has a token, and whether the escrow contract may move it. A transfer ends the approval, as in ERC-721. */
    private record Holding(WalletAddress owner, boolean approved) {}

    void apply(Mined mined) {
        if (mined.number() != transactions + 1 || mined.block() < newestBlock) {
            throw new IllegalStateException(chain + ": transaction " + mined.number() + " in block " + mined.block()
                    + " cannot follow transaction " + transactions + " in block " + newestBlock);
        }
        transactions = mined.number();
        newestBlock = mined.block();
        Transaction transaction = mined.transaction();
        if (transaction instanceof Transaction.Minted minted) {
            tokens.put(minted.token(), new Holding(minted.owner(), true));
        } else if (transaction instanceof Transaction.Deposited in) {
            escrow.merge(in.wallet(), in.amount(), Money::plus);
            moved(new EscrowMovement.Deposited(mined.block(), mined.hash(), in.wallet(), in.amount()), in.amount());
        } else if (transaction instanceof Transaction.Withdrawn out) {
            leave(out.wallet(), out.wallet(), out.amount());
            Money change = NOTHING.minus(out.amount());
            moved(new EscrowMovement.Withdrawn(mined.block(), mined.hash(), out.wallet(), out.amount()), change);
        } else if (transaction instanceof Transaction.Settled settled) {
            settle(mined, settled.order());
        } else if (transaction instanceof Transaction.Refused refused) {
            SettlementResult result = new SettlementResult.Refused(refused.reason());
            settlements.put(refused.settlement(), new Ended(result, mined.block()));
        }
    }

    private void settle(Mined mined, SettlementOrder order) {
        leave(order.winner(), order.seller(), order.price());
        tokens.put(order.token(), new Holding(order.winner(), false));
        moved(
                new EscrowMovement.Settled(mined.block(), mined.hash(), order.winner(), order.price(), order.id()),
                NOTHING.minus(order.price()));
        SettlementResult result = new SettlementResult.Confirmed(mined.hash(), mined.block());
        settlements.put(order.id(), new Ended(result, mined.block()));
    }

    /** Why the contract would refuse the order now; empty when it would execute it. */
    Optional<String> refusal(SettlementOrder order) {
        Holding holding = tokens.get(order.token());
        if (!order.token().chain().equals(chain)) {
            return Optional.of("The token is on " + order.token().chain() + ", this is " + chain + ".");
        }
        if (!order.price().currency().equals(Mined.CURRENCY) || !order.price().isPositive()) {
            return Optional.of("The price must be a positive amount of " + Mined.CURRENCY.code() + ", it is "
                    + order.price() + ".");
        }
        if (holding == null) {
            return Optional.of("The token " + order.token().tokenId() + " does not exist.");
        }
        if (!holding.owner().equals(order.seller())) {
            return Optional.of(
                    "The token belongs to " + holding.owner() + ", not to the seller " + order.seller() + ".");
        }
        if (!holding.approved()) {
            return Optional.of("The seller " + order.seller() + " has not approved the token for settlement.");
        }
        if (inEscrow(order.winner()).isLessThan(order.price())) {
            return Optional.of("The winner " + order.winner() + " has " + inEscrow(order.winner())
                    + " in escrow, the price is " + order.price() + ".");
        }
        return Optional.empty();
    }

    Optional<Ended> settlement(SettlementId id) {
        return Optional.ofNullable(settlements.get(id));
    }

    Optional<WalletAddress> ownerOf(TokenRef token) {
        return Optional.ofNullable(tokens.get(token)).map(Holding::owner);
    }

    /** Movements in the blocks from and to and between; none when the range is empty. */
    List<EscrowMovement> movements(long from, long to) {
        if (from > to) {
            return List.of();
        }
        return movements.subMap(from, true, to, true).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** What the contract holds at the end of the block. */
    Money heldAt(long block) {
        Map.Entry<Long, Money> entry = held.floorEntry(block);
        return entry == null ? NOTHING : entry.getValue();
    }

    /** The wallet's money in the escrow, pending blocks included. */
    Money inEscrow(WalletAddress wallet) {
        return escrow.getOrDefault(wallet, NOTHING);
    }

    /** What the wallet took out or was paid. */
    Money outside(WalletAddress wallet) {
        return outside.getOrDefault(wallet, NOTHING);
    }

    long transactions() {
        return transactions;
    }

    long newestBlock() {
        return newestBlock;
    }

    /** Money never vanishes: what leaves the escrow of one wallet arrives outside it at another. */
    private void leave(WalletAddress from, WalletAddress to, Money amount) {
        if (inEscrow(from).isLessThan(amount)) {
            throw new IllegalStateException(chain + ": " + from + " has " + inEscrow(from) + ", cannot pay " + amount);
        }
        escrow.merge(from, amount, Money::minus);
        outside.merge(to, amount, Money::plus);
    }

    private void moved(EscrowMovement movement, Money change) {
        movements.computeIfAbsent(movement.block(), block -> new ArrayList<>()).add(movement);
        held.put(movement.block(), heldAt(movement.block()).plus(change));
    }
}
