package com.sothebais.simulation;

import com.sothebais.api.auction.Outcome;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.SettlementId;
import com.sothebais.api.chain.SettlementOrder;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.identity.IdentityEvent.WalletLinked;
import com.sothebais.api.identity.IdentityEvent.WalletUnlinked;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.SettlementEvent.EscrowMoved;
import com.sothebais.api.settlement.SettlementEvent.SettlementConfirmed;
import com.sothebais.api.settlement.SettlementEvent.SettlementRefused;
import com.sothebais.api.settlement.SettlementEvent.SettlementRequested;
import com.sothebais.simulation.Cast.Person;
import com.sothebais.simulation.oracle.LotBook;
import java.math.BigInteger;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the other parts of the platform do: link wallets, see money move, settle what was won. */
final class Treasury {
    private final World world;
    private final Set<String> requested = new HashSet<>();
    private long transactions;

    Treasury(World world) {
        this.world = world;
    }

    void open() {
        for (Person person : world.scenario.cast().people()) {
            if (person.linked()) {
                link(person, person.wallet());
            }
            if (person.purse() > 0) {
                for (Currency currency : List.of(Currency.ETH, Cast.USDC)) {
                    deposit(person.wallet(), Programme.tenths(person.purse(), currency));
                }
            }
        }
    }

    private void link(Person person, WalletAddress wallet) {
        record("person/" + person.account().id(), new WalletLinked(person.account(), wallet));
    }

    /** Links a wallet that nobody has linked, now and then somebody else's, or unlinks. */
    void wallet(Dice dice) {
        List<Person> people = world.scenario.cast().people();
        Person person = dice.one(people);
        Optional<WalletAddress> linked = world.oracle.walletOf(person.account().id());
        if (linked.isPresent() && dice.percent(60)) {
            return;
        }
        if (linked.isPresent()) {
            record(
                    "person/" + person.account().id(),
                    new WalletUnlinked(person.account().id(), linked.get()));
        } else {
            WalletAddress wallet =
                    dice.percent(80) ? person.wallet() : dice.one(people).wallet();
            boolean taken = people.stream().anyMatch(other -> world.oracle
                    .walletOf(other.account().id())
                    .filter(wallet::equals)
                    .isPresent());
            if (!taken) {
                link(person, wallet);
            }
        }
    }

    void deposit(Dice dice) {
        Person person = dice.one(world.scenario.cast().people());
        Currency currency = dice.percent(80) ? Currency.ETH : Cast.USDC;
        deposit(person.wallet(), Programme.tenths(dice.between(1, 60), currency));
    }

    private void deposit(WalletAddress wallet, Money amount) {
        moved(new EscrowMovement.Deposited(block(), tx(), wallet, amount));
    }

    /** Takes out what is free while nothing is sold; rarely in the middle of a sale, since nothing on the chain knows of bids. */
    void withdraw(Dice dice) {
        List<LotBook> lots = List.copyOf(world.oracle.lots());
        if (lots.isEmpty()) {
            return;
        }
        WalletAddress wallet = dice.one(world.scenario.cast().people()).wallet();
        LotBook lot = dice.one(lots);
        // What is decided and not recorded may count on the money.
        boolean idle = world.rival.isEmpty()
                && world.node.filter(node -> node.room.isIdle()).isPresent();
        boolean calm = idle && lots.stream().noneMatch(LotBook::isOpen);
        BigInteger free = world.oracle.free(lot, wallet);
        Money amount = new Money(free.shiftRight(dice.below(2)), lot.rules().currency());
        if (calm && amount.isPositive()) {
            withdrawn(wallet, amount);
            world.node.ifPresent(world::dispatchAll);
        } else if (dice.percent(10) && !amount.isZero()) {
            world.oracle.gone(wallet.value());
            withdrawn(wallet, amount.isPositive() ? amount : Programme.tenths(1, amount.currency()));
        }
    }

    private void withdrawn(WalletAddress wallet, Money amount) {
        moved(new EscrowMovement.Withdrawn(block(), tx(), wallet, amount));
    }

    /** One step of settling a lot that somebody owes for. */
    void settle(Dice dice) {
        List<LotBook> owed =
                world.oracle.lots().stream().filter(world.oracle::isOwed).toList();
        if (!owed.isEmpty()) {
            settle(dice.one(owed), dice.percent(25));
        }
    }

    /** Settles everything, and some of it cannot be paid; false when nothing was owed. */
    boolean settleAll() {
        List<LotBook> owed =
                world.oracle.lots().stream().filter(world.oracle::isOwed).toList();
        for (LotBook lot : owed) {
            boolean refuse = world.dice.percent(30);
            settle(lot, refuse);
            if (world.oracle.isOwed(lot)) {
                settle(lot, refuse);
            }
        }
        return !owed.isEmpty();
    }

    private void settle(LotBook lot, boolean refuse) {
        Outcome.Sold sold = (Outcome.Sold) lot.outcome().orElseThrow();
        SettlementId id = lot.id().settlement(lot.round());
        String stream = "settlement/" + lot.id();
        WalletAddress wallet = sold.winner().wallet();
        if (requested.add(id.value())) {
            SettlementOrder order = new SettlementOrder(
                    id, lot.plan().lot().token(), wallet, lot.plan().lot().seller(), sold.price(), Hash.GENESIS);
            record(stream, new SettlementRequested(lot.id(), order));
        } else if (refuse || world.oracle.free(lot, wallet).signum() < 0) {
            record(stream, new SettlementRefused(lot.id(), "the simulated chain refused"));
        } else {
            TxHash tx = tx();
            moved(new EscrowMovement.Settled(block(), tx, wallet, sold.price(), id));
            record(stream, new SettlementConfirmed(lot.id(), tx, block()));
        }
    }

    private void moved(EscrowMovement movement) {
        record("escrow/" + Cast.CHAIN, new EscrowMoved(Cast.CHAIN, movement));
    }

    private void record(String stream, Event event) {
        NewEvent fact = new NewEvent(
                new StreamId(stream),
                event,
                "simulation",
                world.time.truncatedTo(ChronoUnit.MICROS),
                new CorrelationId("simulation"),
                Optional.empty());
        world.log.append(Append.of(List.of(fact)));
        world.wakeSoon();
    }

    private long block() {
        return transactions;
    }

    private TxHash tx() {
        return new TxHash(String.format("0x%064x", ++transactions));
    }
}
