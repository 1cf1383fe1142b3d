package com.sothebais.simulation.oracle;

import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.EscrowMovement.Deposited;
import com.sothebais.api.chain.EscrowMovement.Settled;
import com.sothebais.api.chain.EscrowMovement.Withdrawn;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.Event;
import com.sothebais.api.identity.IdentityEvent.WalletLinked;
import com.sothebais.api.identity.IdentityEvent.WalletUnlinked;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.SettlementEvent.EscrowMoved;
import com.sothebais.api.settlement.SettlementEvent.SettlementRefused;
import com.sothebais.api.social.AccountId;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of wallets and escrow after some facts of others; the auctioneer learns these facts later than they are recorded. */
final class Knowledge {
    /** A wallet on a chain in a currency. */
    record Purse(ChainId chain, WalletAddress wallet, String currency) {}

    private final Map<AccountId, WalletAddress> wallets = new HashMap<>();
    private final Map<Purse, BigInteger> escrow = new HashMap<>();
    private final Set<String> paid = new HashSet<>();
    private final Map<String, Integer> refusals = new HashMap<>();

    Knowledge copy() {
        Knowledge copy = new Knowledge();
        copy.wallets.putAll(wallets);
        copy.escrow.putAll(escrow);
        copy.paid.addAll(paid);
        copy.refusals.putAll(refusals);
        return copy;
    }

    static boolean concerns(Event event) {
        return event instanceof WalletLinked
                || event instanceof WalletUnlinked
                || event instanceof EscrowMoved
                || event instanceof SettlementRefused;
    }

    void learn(Event event) {
        if (event instanceof WalletLinked linked) {
            wallets.put(linked.account().id(), linked.wallet());
        } else if (event instanceof WalletUnlinked unlinked) {
            wallets.remove(unlinked.account(), unlinked.wallet());
        } else if (event instanceof SettlementRefused refused) {
            refusals.merge(refused.auction().value(), 1, Integer::sum);
        } else if (event instanceof EscrowMoved moved) {
            move(moved.chain(), moved.movement());
        }
    }

    private void move(ChainId chain, EscrowMovement movement) {
        if (movement instanceof Deposited in) {
            add(chain, in.wallet(), in.amount(), BigInteger.ONE);
        } else if (movement instanceof Withdrawn out) {
            add(chain, out.wallet(), out.amount(), BigInteger.ONE.negate());
        } else if (movement instanceof Settled out) {
            add(chain, out.wallet(), out.amount(), BigInteger.ONE.negate());
            paid.add(out.settlement().value());
        }
    }

    private void add(ChainId chain, WalletAddress wallet, Money amount, BigInteger sign) {
        Purse purse = new Purse(chain, wallet, amount.currency().code());
        escrow.merge(purse, amount.units().multiply(sign), BigInteger::add);
    }

    Optional<WalletAddress> walletOf(AccountId account) {
        return Optional.ofNullable(wallets.get(account));
    }

    BigInteger held(Purse purse) {
        return escrow.getOrDefault(purse, BigInteger.ZERO);
    }

    Set<Purse> purses() {
        return escrow.keySet();
    }

    boolean isPaid(String settlement) {
        return paid.contains(settlement);
    }

    /** How many winners of a lot could not settle. */
    int refusals(String auction) {
        return refusals.getOrDefault(auction, 0);
    }
}
