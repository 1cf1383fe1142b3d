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
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which wallet pays for whom and what each wallet has in escrow, as the log reports it. Not thread-safe; one writer. */
public final class Purses {

    private record Purse(ChainId chain, WalletAddress wallet, Currency currency) {}

    private final Map<AccountId, WalletAddress> wallets = new HashMap<>();
    private final Map<Purse, BigInteger> escrow = new HashMap<>();
    private final Set<String> over = new HashSet<>();

    public Optional<WalletAddress> walletOf(AccountId account) {
        return Optional.ofNullable(wallets.get(account));
    }

    /** Everything of the wallet that the escrow holds: free, locked and owed. */
    public Money held(ChainId chain, WalletAddress wallet, Currency currency) {
        BigInteger units = escrow.getOrDefault(new Purse(chain, wallet, currency), BigInteger.ZERO);
        return new Money(units, currency);
    }

    /** Whether the winner of that auction owes nothing any more: paid, or refused by the chain for ever. */
    boolean isOver(String auction) {
        return over.contains(auction);
    }

    void forgive(String auction) {
        over.add(auction);
    }

    void link(IdentityEvent.WalletLinked event) {
        wallets.put(event.account().id(), event.wallet());
    }

    void unlink(IdentityEvent.WalletUnlinked event) {
        wallets.remove(event.account(), event.wallet());
    }

    void move(ChainId chain, EscrowMovement movement) {
        if (movement instanceof Deposited in) {
            add(chain, in.wallet(), in.amount(), 1);
        } else if (movement instanceof Withdrawn out) {
            add(chain, out.wallet(), out.amount(), -1);
        } else if (movement instanceof Settled out) {
            add(chain, out.wallet(), out.amount(), -1);
            over.add(out.settlement().value());
        }
    }

    private void add(ChainId chain, WalletAddress wallet, Money amount, int sign) {
        BigInteger units = sign < 0 ? amount.units().negate() : amount.units();
        escrow.merge(new Purse(chain, wallet, amount.currency()), units, BigInteger::add);
    }
}
