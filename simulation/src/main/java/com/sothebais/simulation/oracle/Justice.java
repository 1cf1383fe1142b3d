package com.sothebais.simulation.oracle;

import com.sothebais.api.auction.Reason;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.AccountId;
import com.sothebais.simulation.oracle.Knowledge.Purse;
import com.sothebais.simulation.oracle.Meaning.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The published rules once more: every reason for which a bid may be refused at a moment; none means that it leads. */
final class Justice {
    private final Collection<LotBook> lots;
    private final Knowledge knowledge;

    Justice(Collection<LotBook> lots, Knowledge knowledge) {
        this.lots = lots;
        this.knowledge = knowledge;
    }

    /** A post that arrived at an instant. */
    record Case(Said said, Instant made, Instant arrived) {
        AccountId author() {
            return said.post().author().id();
        }
    }

    /** What a bid comes to: the lot and the amount where they are known, and the reasons against it. */
    record Finding(Optional<LotBook> lot, Optional<Money> amount, Set<Reason> against) {
        static Finding only(Reason... reasons) {
            Set<Reason> against = EnumSet.noneOf(Reason.class);
            against.addAll(List.of(reasons));
            return new Finding(Optional.empty(), Optional.empty(), against);
        }
    }

    Finding judge(Case post) {
        Meaning meaning = post.said().meaning();
        if (post.said().due() == Said.Due.EDITED) {
            return Finding.only(Reason.EDITED);
        }
        if (meaning.kind() == Kind.RETRACT) {
            return Finding.only(Reason.RETRACTION);
        }
        List<LotBook> meant = meant(post);
        if (meant.isEmpty()) {
            return Finding.only(Reason.NO_OPEN_LOT, Reason.AUCTION_CLOSED);
        }
        if (meant.size() > 1) {
            return Finding.only(Reason.AMBIGUOUS);
        }
        LotBook lot = meant.get(0);
        Set<Reason> against = time(lot, post);
        if (meaning.kind() == Kind.UNCLEAR) {
            against.addAll(meaning.refusals());
            return new Finding(Optional.of(lot), Optional.empty(), against);
        }
        if (meaning.kind() == Kind.RAISE
                && meaning.amount()
                                .orElseThrow()
                                .compareTo(new BigDecimal(lot.price().decimal()))
                        >= 0) {
            // More likely meant as the new price.
            against.add(Reason.AMBIGUOUS);
            return new Finding(Optional.of(lot), Optional.empty(), against);
        }
        if (meaning.currency()
                .filter(code -> !code.equals(lot.rules.currency().code()))
                .isPresent()) {
            against.add(Reason.UNSUPPORTED_CURRENCY);
            return new Finding(Optional.of(lot), Optional.empty(), against);
        }
        if (meaning.amount()
                .filter(amount -> amount.stripTrailingZeros().scale()
                        > lot.rules.currency().decimals())
                .isPresent()) {
            against.add(Reason.UNREADABLE);
            return new Finding(Optional.of(lot), Optional.empty(), against);
        }
        Money amount = amount(meaning, lot);
        against.addAll(money(lot, post, amount));
        if (amount.units().compareTo(lot.price().units().multiply(BigInteger.valueOf(lot.rules.confirmFactor()))) > 0) {
            against.add(Reason.CONFIRM_LARGE);
        }
        return new Finding(Optional.of(lot), Optional.of(amount), against);
    }

    /** The open lots that the post may be for: those with the number, else those that were open when it was made, else all. */
    private List<LotBook> meant(Case post) {
        Optional<Integer> number = post.said().meaning().lot();
        List<LotBook> open = lots.stream()
                .filter(LotBook::isOpen)
                .filter(lot ->
                        number.isEmpty() || number.get() == lot.plan.lot().number())
                .toList();
        if (open.size() < 2 || number.isPresent()) {
            return open;
        }
        List<LotBook> then = open.stream()
                .filter(lot -> !post.made().isBefore(lot.opened) && post.made().isBefore(lot.zero()))
                .toList();
        return then.isEmpty() ? open : then;
    }

    /** The open lots on which a large bid of the author waits for a yes. */
    List<LotBook> waiting(Case post) {
        return lots.stream()
                .filter(lot -> lot.awaitsYes(post.author(), post.arrived()))
                .toList();
    }

    /** The reasons against the large bid that a yes confirms. */
    Set<Reason> confirmed(LotBook lot, Case post) {
        Set<Reason> against = time(lot, post);
        against.addAll(money(lot, post, lot.pending.get(post.author()).amount()));
        return against;
    }

    private static Set<Reason> time(LotBook lot, Case post) {
        Set<Reason> against = EnumSet.noneOf(Reason.class);
        boolean late = !post.made().isBefore(lot.zero()) || !post.arrived().isBefore(lot.lastCall());
        if (late && !lot.isPaused()) {
            against.add(Reason.AUCTION_CLOSED);
        }
        if (post.made().isBefore(lot.opened)) {
            against.add(Reason.NO_OPEN_LOT);
            against.add(Reason.AUCTION_CLOSED);
        }
        if (lot.isPaused()) {
            against.add(Reason.PAUSED);
        }
        return against;
    }

    private Set<Reason> money(LotBook lot, Case post, Money amount) {
        Set<Reason> against = EnumSet.noneOf(Reason.class);
        if (amount.units().compareTo(lot.least().units()) < 0) {
            against.add(Reason.TOO_LOW);
        }
        Optional<WalletAddress> wallet = knowledge.walletOf(post.author());
        if (wallet.isEmpty()) {
            against.add(Reason.NEEDS_WALLET);
        } else if (amount.units().compareTo(free(lot, wallet.get())) > 0) {
            against.add(Reason.NEEDS_FUNDS);
        }
        return against;
    }

    /** What is in escrow, less what other lots keep. */
    BigInteger free(LotBook lot, WalletAddress wallet) {
        Purse purse = purse(lot, wallet);
        BigInteger free = knowledge.held(purse);
        for (LotBook other : lots) {
            if (other != lot) {
                Optional<LotBook.Bid> kept = other.keeps(knowledge)
                        .filter(bid -> purse(other, bid.bidder().wallet()).equals(purse));
                free = free.subtract(kept.map(bid -> bid.amount().units()).orElse(BigInteger.ZERO));
            }
        }
        return free;
    }

    static Purse purse(LotBook lot, WalletAddress wallet) {
        return new Purse(
                lot.plan.lot().token().chain(), wallet, lot.rules.currency().code());
    }

    private static Money amount(Meaning meaning, LotBook lot) {
        if (meaning.kind() == Kind.LEAST) {
            return lot.least();
        }
        BigInteger units = meaning.amount()
                .orElseThrow()
                .movePointRight(lot.rules.currency().decimals())
                .toBigIntegerExact();
        Money said = new Money(units, lot.rules.currency());
        return meaning.kind() == Kind.RAISE ? lot.price().plus(said) : said;
    }
}
