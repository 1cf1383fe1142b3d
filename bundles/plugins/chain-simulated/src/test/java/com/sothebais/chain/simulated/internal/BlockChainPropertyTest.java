package com.sothebais.chain.simulated.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.SettlementId;
import com.sothebais.api.chain.SettlementOrder;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BlockChainPropertyTest {
    private static final ChainId SIM = new ChainId("sim:1");

    /** Each number is one step: who, what and how much are read from it. */
    @Property(tries = 200)
    void moneyIsConservedAndARestartChangesNothing(
            @ForAll @Size(max = 40) List<@IntRange(max = 1_000_000) Integer> steps) {
        MemoryTransactions transactions = new MemoryTransactions();
        BlockChain live = new BlockChain(SIM, transactions, true);
        List<WalletAddress> wallets =
                IntStream.range(0, 3).mapToObj(i -> live.wallet("w" + i)).toList();
        Money made = Money.zero(Currency.ETH);
        for (int i = 0; i < steps.size(); i++) {
            int step = steps.get(i);
            WalletAddress wallet = wallets.get(step / 4 % 3);
            Money amount = new Money(BigInteger.valueOf(1 + step / 12 % 50), Currency.ETH);
            switch (step % 4) {
                case 0 -> {
                    live.deposit(wallet, amount);
                    made = made.plus(amount);
                }
                case 1 -> withdrawIfThere(live, wallet, amount);
                case 2 -> live.mint(token(step / 12 % 5), wallet);
                default ->
                    live.settle(new SettlementOrder(
                            new SettlementId("s" + step / 12 % 9),
                            token(step / 12 % 5),
                            wallet,
                            wallets.get(step / 48 % 3),
                            amount,
                            new Hash("00".repeat(32))));
            }
        }
        BlockChain restarted = new BlockChain(SIM, transactions, true);
        Money all = live.escrowBalance(live.safeBlock());
        for (WalletAddress wallet : wallets) {
            all = all.plus(live.outside(wallet));
            assertThat(restarted.outside(wallet)).isEqualTo(live.outside(wallet));
        }
        assertThat(all).isEqualTo(made);
        assertThat(restarted.safeBlock()).isEqualTo(live.safeBlock());
        assertThat(restarted.movements(0, live.safeBlock())).isEqualTo(live.movements(0, live.safeBlock()));
    }

    private static void withdrawIfThere(BlockChain live, WalletAddress wallet, Money amount) {
        try {
            live.withdraw(wallet, amount);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("cannot withdraw");
        }
    }

    private static TokenRef token(int id) {
        return new TokenRef(SIM, new WalletAddress("0x" + "c0".repeat(20)), BigInteger.valueOf(id));
    }
}
