package com.sothebais.auction.rules;

import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.EscrowMovement.Deposited;
import com.sothebais.api.chain.EscrowMovement.Settled;
import com.sothebais.api.chain.EscrowMovement.Withdrawn;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.identity.IdentityEvent;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.AccountId;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * Which wallet pays for whom, what each wallet has in escrow, and how much of it lots keep. Every question is one look into a table,
 * however many lots there are. Not thread-safe; one writer.
 */
public final class Purses {

    /** A wallet's money on a chain. */
    public record Key(ChainId chain, WalletAddress wallet, Currency currency) {}

    /**
     * In smallest units.
     *
     * @param held everything that the escrow holds: free, locked and owed
     * @param claimed locked and owed
     */
    public record Purse(BigInteger held, BigInteger claimed) {
        static final Purse EMPTY = new Purse(BigInteger.ZERO, BigInteger.ZERO);

        BigInteger free() {
            return claimed.signum() == 0 ? held : held.subtract(claimed);
        }
    }

    private final Overlay<AccountId, WalletAddress> wallets;
    private final Overlay<Key, Purse> purses;

    Purses() {
        this(new Overlay<>(), new Overlay<>());
    }

    private Purses(Overlay<AccountId, WalletAddress> wallets, Overlay<Key, Purse> purses) {
        this.wallets = wallets;
        this.purses = purses;
    }

    Purses draft() {
        return new Purses(wallets.draft(), purses.draft());
    }

    public Optional<WalletAddress> walletOf(AccountId account) {
        return wallets.find(account);
    }

    /** Everything of the wallet that the escrow holds: free, locked and owed. */
    public Money held(ChainId chain, WalletAddress wallet, Currency currency) {
        return new Money(at(new Key(chain, wallet, currency)).held(), currency);
    }

    /** What neither leads nor is owed; never asked of a wallet for a bid without what the lot itself keeps of it. */
    Money free(Key key) {
        return new Money(at(key).free(), key.currency());
    }

    private Purse at(Key key) {
        return purses.find(key).orElse(Purse.EMPTY);
    }

    Map<AccountId, WalletAddress> wallets() {
        return wallets.entries();
    }

    Map<Key, Purse> all() {
        return purses.entries();
    }

    void link(AccountId account, WalletAddress wallet) {
        wallets.put(account, wallet);
    }

    void unlink(IdentityEvent.WalletUnlinked event) {
        if (wallets.find(event.account()).filter(event.wallet()::equals).isPresent()) {
            wallets.remove(event.account());
        }
    }

    void move(ChainId chain, EscrowMovement movement) {
        if (movement instanceof Deposited in) {
            hold(chain, in.wallet(), in.amount(), 1);
        } else if (movement instanceof Withdrawn out) {
            hold(chain, out.wallet(), out.amount(), -1);
        } else if (movement instanceof Settled out) {
            hold(chain, out.wallet(), out.amount(), -1);
        }
    }

    private void hold(ChainId chain, WalletAddress wallet, Money amount, int sign) {
        Key key = new Key(chain, wallet, amount.currency());
        Purse purse = at(key);
        BigInteger units = sign < 0 ? amount.units().negate() : amount.units();
        put(key, new Purse(purse.held().add(units), purse.claimed()));
    }

    void put(Key key, Purse purse) {
        if (purse.held().signum() == 0 && purse.claimed().signum() == 0) {
            purses.remove(key);
        } else {
            purses.put(key, purse);
        }
    }

    void claim(Key key, BigInteger units) {
        Purse purse = at(key);
        put(key, new Purse(purse.held(), purse.claimed().add(units)));
    }

    void release(Key key, BigInteger units) {
        claim(key, units.negate());
    }
}
