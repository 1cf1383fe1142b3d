package com.sothebais.api.chain;

import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A blockchain with our escrow on it. Implemented by plugins. Thread-safe; every method may block for up to ten seconds and
 * throws {@link ChainException} when the chain cannot be reached.
 */
@ConsumerType
public interface Chain {

    ChainId id();

    Currency currency();

    /** Number of the newest block that counts as final enough for deposits. */
    long safeBlock();

    /**
     * Escrow movements in the blocks {@code from} to {@code to}, both included, in chain order. The same range always gives
     * the same answer.
     */
    List<EscrowMovement> movements(long from, long to);

    /** Money held by the escrow contract at the given block. */
    Money escrowBalance(long block);

    /** Who holds the token, empty when it does not exist. */
    Optional<WalletAddress> ownerOf(TokenRef token);

    /** Executes a settlement exactly once; a repeated id returns the first result. Returns when it is in a block. */
    SettlementResult settle(SettlementOrder order);
}
