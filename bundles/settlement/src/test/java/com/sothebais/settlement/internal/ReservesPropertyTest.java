package com.sothebais.settlement.internal;

import static com.sothebais.settlement.internal.Facts.SELLER;
import static com.sothebais.settlement.internal.Facts.SIM;
import static com.sothebais.settlement.internal.Facts.auction;
import static com.sothebais.settlement.internal.Facts.bid;
import static com.sothebais.settlement.internal.Facts.opened;
import static com.sothebais.settlement.internal.Facts.returned;
import static com.sothebais.settlement.internal.Facts.sold;
import static com.sothebais.settlement.internal.Facts.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.Outcome.Cause;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.SettlementId;
import com.sothebais.api.chain.SettlementOrder;
import com.sothebais.api.chain.SettlementResult;
import com.sothebais.api.chain.SettlementResult.Refused;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.Event;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.EscrowBook.Balance;
import com.sothebais.api.settlement.SettlementEvent.EscrowMoved;
import com.sothebais.api.settlement.SettlementEvent.SettlementRefused;
import com.sothebais.chain.simulated.internal.BlockChain;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever bidders, lots and the chain do: free + locked + owed is what the contract holds, and nobody is overdrawn. */
class ReservesPropertyTest {
    private static final int LOTS = 3;

    @Property(tries = 300)
    void theBooksEqualTheContractAfterEveryStep(
            @ForAll @Size(max = 60) List<@IntRange(max = 1_000_000_000) Integer> steps) {
        Market market = new Market();
        for (int step : steps) {
            market.play(step);
            market.assertBalanced();
        }
        Books again = new Books();
        market.log.forEach(again::take);
        assertThat(again.balances()).isEqualTo(market.books.balances());
    }

    /** A market that follows the rules at random: nobody bids or takes out more than is free. */
    private static final class Market {
        private record Lead(WalletAddress wallet, Money amount) {}

        private final BlockChain chain = MemoryTransactions.quickChain();
        private final Books books = new Books();
        private final List<Event> log = new ArrayList<>();
        private final List<WalletAddress> wallets =
                IntStream.range(0, 4).mapToObj(i -> chain.wallet("w" + i)).toList();
        private final Map<Integer, Lead> leads = new HashMap<>();
        private final Map<Integer, Lead> unsettled = new HashMap<>();
        private final int[] rounds = new int[LOTS];
        private long carried;

        Market() {
            IntStream.range(0, LOTS).forEach(this::open);
        }

        void play(int step) {
            WalletAddress wallet = wallets.get(step / 6 % 4);
            int place = step / 24 % LOTS;
            Money amount = new Money(BigInteger.valueOf(1 + step / 72 % 1_000), Currency.ETH);
            switch (step % 6) {
                case 0, 1 -> chain.deposit(wallet, amount);
                case 2 -> bidIfAllowed(place, wallet, amount);
                case 3 -> close(place, step / 72 % 4 == 0);
                case 4 -> settle(place, step / 72 % 5 == 0);
                default -> withdrawIfFree(wallet, amount);
            }
            carry();
        }

        void assertBalanced() {
            Books.Total total = books.total(SIM);
            Money held = chain.escrowBalance(chain.safeBlock());
            assertThat(total.booked().orElse(Money.zero(Currency.ETH))).isEqualTo(held);
            assertThat(total.overdrawn()).isEmpty();
            assertThat(books.balances())
                    .allMatch(balance -> balance.locked().units().signum() >= 0)
                    .allMatch(balance -> balance.owed().units().signum() >= 0);
            Money owed = books.balances().stream().map(Balance::owed).reduce(Money.zero(Currency.ETH), Money::plus);
            Money due = unsettled.values().stream().map(Lead::amount).reduce(Money.zero(Currency.ETH), Money::plus);
            assertThat(owed).isEqualTo(due);
        }

        private void bidIfAllowed(int place, WalletAddress wallet, Money amount) {
            Lead lead = leads.get(place);
            boolean raises = lead == null || amount.isMoreThan(lead.amount());
            if (raises && !free(wallet).isLessThan(amount)) {
                leads.put(place, new Lead(wallet, amount));
                tell(bid(lot(place), wallet, amount));
            }
        }

        private void close(int place, boolean belowReserve) {
            Lead lead = leads.remove(place);
            if (lead == null || belowReserve) {
                tell(returned(lot(place), lead == null ? Cause.NO_BIDS : Cause.RESERVE_NOT_MET));
            } else {
                unsettled.put(lot(place), lead);
                tell(sold(lot(place), lead.wallet(), lead.amount()));
            }
            rounds[place]++;
            open(place);
        }

        private void settle(int place, boolean withoutToken) {
            int lot = unsettled.keySet().stream()
                    .filter(number -> number % LOTS == place)
                    .findFirst()
                    .orElse(-1);
            if (lot < 0) {
                return;
            }
            Lead lead = unsettled.remove(lot);
            if (!withoutToken) {
                chain.mint(token(lot), SELLER);
            }
            SettlementResult result = chain.settle(new SettlementOrder(
                    new SettlementId(auction(lot).value()),
                    token(lot),
                    lead.wallet(),
                    SELLER,
                    lead.amount(),
                    new Hash("ab".repeat(32))));
            assertThat(result instanceof Refused).isEqualTo(withoutToken);
            if (result instanceof Refused refused) {
                tell(new SettlementRefused(auction(lot), refused.reason()));
            }
        }

        private void withdrawIfFree(WalletAddress wallet, Money amount) {
            if (!free(wallet).isLessThan(amount)) {
                chain.withdraw(wallet, amount);
            }
        }

        private void carry() {
            for (EscrowMovement movement : chain.movements(carried + 1, chain.safeBlock())) {
                tell(new EscrowMoved(SIM, movement));
            }
            carried = chain.safeBlock();
        }

        private void open(int place) {
            tell(opened(lot(place)));
        }

        private int lot(int place) {
            return LOTS + rounds[place] * LOTS + place;
        }

        private Money free(WalletAddress wallet) {
            return books.balances().stream()
                    .filter(balance -> balance.wallet().equals(wallet))
                    .map(Balance::free)
                    .findFirst()
                    .orElse(Money.zero(Currency.ETH));
        }

        private void tell(Event event) {
            log.add(event);
            books.take(event);
        }
    }
}
