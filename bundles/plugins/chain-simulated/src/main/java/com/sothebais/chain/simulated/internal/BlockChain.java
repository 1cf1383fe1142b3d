package com.sothebais.chain.simulated.internal;

import com.sothebais.api.chain.ChainException;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.SettlementOrder;
import com.sothebais.api.chain.SettlementResult;
import com.sothebais.api.chain.SimulatedChain;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The simulated chain without its surroundings: every change is stored before it counts, and counts as final when its block is
 * sealed. One writer at a time. When the store fails, memory is thrown away and refolded from the store by the next call, because
 * a failed write may have happened.
 */
public final class BlockChain implements SimulatedChain {
    /** Longest wait of a settlement for its block; the limit of {@link com.sothebais.api.chain.Chain}. */
    static final Duration SEAL_WAIT = Duration.ofSeconds(10);

    private final ChainId id;
    private final TransactionStore store;
    private final boolean sealsAtOnce;
    private ChainState state;
    private boolean stale = true;
    private long sealed;
    private volatile boolean down;
    private volatile Standing standing = new Standing(0, "");

    /**
     * @param sealsAtOnce whether every transaction makes a block of its own at once; otherwise blocks come by {@link #seal}
     */
    public BlockChain(ChainId id, TransactionStore store, boolean sealsAtOnce) {
        this.id = id;
        this.store = store;
        this.sealsAtOnce = sealsAtOnce;
        this.state = new ChainState(id);
    }

    /** For health: the newest sealed block, and what is wrong with the store, empty when nothing is. */
    record Standing(long block, String trouble) {}

    /** Closes the block that pending transactions are in; does nothing when there are none. */
    public synchronized void seal() {
        if (!stale && state.newestBlock() > sealed) {
            sealed = state.newestBlock();
            standing = new Standing(sealed, "");
            notifyAll();
        }
    }

    @Override
    public ChainId id() {
        return id;
    }

    @Override
    public Currency currency() {
        return Mined.CURRENCY;
    }

    @Override
    public synchronized long safeBlock() {
        return current().sealed;
    }

    @Override
    public synchronized List<EscrowMovement> movements(long from, long to) {
        return upTo(to).movements(from, to);
    }

    @Override
    public synchronized Money escrowBalance(long block) {
        return upTo(block).heldAt(block);
    }

    @Override
    public synchronized Optional<WalletAddress> ownerOf(TokenRef token) {
        return current().state.ownerOf(token);
    }

    @Override
    public synchronized SettlementResult settle(SettlementOrder order) {
        current();
        if (state.settlement(order.id()).isEmpty()) {
            add(state.refusal(order)
                    .<Transaction>map(reason -> new Transaction.Refused(order.id(), reason))
                    .orElseGet(() -> new Transaction.Settled(order)));
        }
        ChainState.Ended ended = state.settlement(order.id()).orElseThrow();
        awaitSealed(ended.block());
        return ended.result();
    }

    @Override
    public WalletAddress wallet(String name) {
        reachable();
        return new WalletAddress(
                "0x" + Digest.sha256("wallet/" + id + "/" + name).substring(24));
    }

    @Override
    public synchronized TxHash deposit(WalletAddress wallet, Money amount) {
        current();
        positive(amount);
        return add(new Transaction.Deposited(wallet, amount));
    }

    /**
     * Takes money out of the escrow.
     *
     * @throws IllegalArgumentException when the wallet has less in it
     */
    public synchronized TxHash withdraw(WalletAddress wallet, Money amount) {
        current();
        positive(amount);
        if (state.inEscrow(wallet).isLessThan(amount)) {
            throw new IllegalArgumentException(
                    wallet + " has " + state.inEscrow(wallet) + " in escrow, cannot withdraw " + amount);
        }
        return add(new Transaction.Withdrawn(wallet, amount));
    }

    @Override
    public synchronized void mint(TokenRef token, WalletAddress seller) {
        current();
        if (!token.chain().equals(id)) {
            throw new IllegalArgumentException("expected a token of " + id + ", got one of " + token.chain());
        }
        if (state.ownerOf(token).isEmpty()) {
            add(new Transaction.Minted(token, seller));
        }
    }

    @Override
    public void outage(boolean isDown) {
        down = isDown;
    }

    /** What the wallet took out of the escrow or was paid. */
    public synchronized Money outside(WalletAddress wallet) {
        return current().state.outside(wallet);
    }

    Standing standing() {
        return down ? new Standing(standing.block(), "unreachable, as ordered") : standing;
    }

    private void reachable() {
        if (down) {
            throw new ChainException(id, "unreachable, as ordered");
        }
    }

    private BlockChain current() {
        reachable();
        if (stale) {
            try {
                ChainState fresh = new ChainState(id);
                store.load(id).forEach(fresh::apply);
                state = fresh;
            } catch (ChainException e) {
                standing = new Standing(sealed, e.getMessage());
                throw e;
            }
            stale = false;
            // A block that was open when the process ended is closed by the start of the next one.
            seal();
        }
        return this;
    }

    private ChainState upTo(long block) {
        current();
        if (block > sealed) {
            throw new ChainException(id, "block " + block + " is not there yet, the newest is " + sealed);
        }
        return state;
    }

    private TxHash add(Transaction transaction) {
        Mined mined = Mined.of(id, state.transactions() + 1, sealed + 1, transaction);
        try {
            store.append(id, mined);
        } catch (ChainException e) {
            stale = true;
            standing = new Standing(sealed, e.getMessage());
            throw e;
        }
        state.apply(mined);
        standing = new Standing(sealed, "");
        if (sealsAtOnce) {
            seal();
        }
        return mined.hash();
    }

    private void awaitSealed(long block) {
        long deadline = System.nanoTime() + SEAL_WAIT.toNanos();
        while (sealed < block) {
            long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (millis <= 0) {
                throw new ChainException(
                        id, "block " + block + " was not sealed within " + SEAL_WAIT.toSeconds() + " s");
            }
            try {
                wait(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ChainException(id, "interrupted while waiting for block " + block, e);
            }
            reachable();
        }
    }

    private static void positive(Money amount) {
        if (!amount.isPositive() || !amount.currency().equals(Mined.CURRENCY)) {
            throw new IllegalArgumentException("expected a positive amount of ETH, got " + amount);
        }
    }
}
