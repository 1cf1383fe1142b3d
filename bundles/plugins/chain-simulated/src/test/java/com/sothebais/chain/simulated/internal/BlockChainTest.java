package com.sothebais.chain.simulated.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.chain.ChainException;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.SettlementId;
import com.sothebais.api.chain.SettlementOrder;
import com.sothebais.api.chain.SettlementResult.Confirmed;
import com.sothebais.api.chain.SettlementResult.Refused;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.chain.simulated.internal.MemoryTransactions.Fault;
import java.math.BigInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockChainTest {
    private static final ChainId SIM = new ChainId("sim:1");

    private final MemoryTransactions store = new MemoryTransactions();
    private final BlockChain chain = new BlockChain(SIM, store, false);
    private final WalletAddress alice = chain.wallet("alice");
    private final WalletAddress seller = chain.wallet("seller");

    @Test
    void aNameAlwaysHasTheSameWalletAndOtherNamesHaveOthers() {
        assertThat(new BlockChain(SIM, new MemoryTransactions(), false).wallet("alice"))
                .isEqualTo(alice);
        assertThat(alice).isNotEqualTo(seller);
    }

    @Test
    void aDepositIsNotSafeBeforeItsBlockIsSealed() {
        chain.deposit(alice, eth("1"));
        assertThat(chain.safeBlock()).isZero();

        chain.seal();

        assertThat(chain.safeBlock()).isEqualTo(1);
        assertThat(chain.movements(0, 1)).hasSize(1);
        assertThat(chain.escrowBalance(1)).isEqualTo(eth("1"));
    }

    @Test
    void makesNoBlockWhileNothingIsPending() {
        chain.deposit(alice, eth("1"));
        IntStream.range(0, 10).forEach(i -> chain.seal());
        assertThat(chain.safeBlock()).isEqualTo(1);
    }

    @Test
    void answersNothingAboutABlockThatIsNotThereYet() {
        chain.deposit(alice, eth("1"));
        assertThatThrownBy(() -> chain.movements(0, 1))
                .isInstanceOf(ChainException.class)
                .hasMessageContaining("block 1");
        assertThatThrownBy(() -> chain.escrowBalance(1)).isInstanceOf(ChainException.class);
    }

    @Test
    void everyCallFailsDuringAnOutageAndNothingIsLost() {
        chain.deposit(alice, eth("1"));
        chain.seal();
        chain.outage(true);
        assertThatThrownBy(chain::safeBlock).isInstanceOf(ChainException.class).hasMessageContaining("sim:1");
        assertThatThrownBy(() -> chain.deposit(alice, eth("1"))).isInstanceOf(ChainException.class);
        assertThatThrownBy(() -> chain.wallet("alice")).isInstanceOf(ChainException.class);
        assertThatThrownBy(() -> chain.movements(0, 1)).isInstanceOf(ChainException.class);
        assertThatThrownBy(() -> chain.settle(order("a", token(1), "1"))).isInstanceOf(ChainException.class);

        chain.outage(false);

        assertThat(chain.escrowBalance(1)).isEqualTo(eth("1"));
    }

    @Test
    void goesOnWithTheSameChainAfterARestartAndClosesTheOpenBlock() {
        chain.deposit(alice, eth("1"));
        chain.seal();
        chain.deposit(alice, eth("2"));

        BlockChain restarted = new BlockChain(SIM, store, false);

        assertThat(restarted.safeBlock()).isEqualTo(2);
        assertThat(restarted.movements(1, 1)).isEqualTo(chain.movements(1, 1));
        assertThat(restarted.escrowBalance(2)).isEqualTo(eth("3"));
    }

    @Test
    void aDepositWhoseWriteFailedDidNotHappen() {
        store.failNext(Fault.BEFORE_WRITING);
        assertThatThrownBy(() -> chain.deposit(alice, eth("1"))).isInstanceOf(ChainException.class);

        chain.deposit(alice, eth("2"));
        chain.seal();

        assertThat(chain.escrowBalance(chain.safeBlock())).isEqualTo(eth("2"));
    }

    @Test
    void aDepositWhoseAnswerWasLostDidHappen() {
        store.failNext(Fault.AFTER_WRITING);
        assertThatThrownBy(() -> chain.deposit(alice, eth("1"))).isInstanceOf(ChainException.class);

        assertThat(chain.escrowBalance(chain.safeBlock())).isEqualTo(eth("1"));
    }

    @Test
    void aSettlementWhoseAnswerWasLostIsConfirmedByTheSameIdAndPaidOnce() {
        BlockChain quick = new BlockChain(SIM, store, true);
        quick.deposit(alice, eth("5"));
        quick.mint(token(1), seller);
        store.failNext(Fault.AFTER_WRITING);
        assertThatThrownBy(() -> quick.settle(order("lot-1", token(1), "2"))).isInstanceOf(ChainException.class);

        assertThat(quick.settle(order("lot-1", token(1), "2"))).isInstanceOf(Confirmed.class);

        assertThat(quick.outside(seller)).isEqualTo(eth("2"));
        assertThat(quick.escrowBalance(quick.safeBlock())).isEqualTo(eth("3"));
    }

    @Test
    void aRefusalIsFinalForItsIdAlsoAfterARestart() {
        BlockChain quick = new BlockChain(SIM, store, true);
        quick.mint(token(1), seller);
        Refused first = (Refused) quick.settle(order("lot-1", token(1), "2"));
        assertThat(first.reason()).contains("0 ETH in escrow").contains("2 ETH");
        quick.deposit(alice, eth("5"));

        assertThat(quick.settle(order("lot-1", token(1), "2"))).isEqualTo(first);
        assertThat(new BlockChain(SIM, store, true).settle(order("lot-1", token(1), "2")))
                .isEqualTo(first);
    }

    @Test
    void aBoughtTokenIsNotApprovedUntilItsNewOwnerSaysSo() {
        BlockChain quick = new BlockChain(SIM, store, true);
        quick.deposit(alice, eth("5"));
        quick.mint(token(1), seller);
        quick.settle(order("lot-1", token(1), "2"));
        SettlementOrder resale = new SettlementOrder(
                new SettlementId("lot-2"), token(1), seller, alice, eth("1"), new Hash("00".repeat(32)));

        assertThat(((Refused) quick.settle(resale)).reason()).contains("not approved");
    }

    @Test
    void nobodyWithdrawsMoreThanHeHas() {
        chain.deposit(alice, eth("1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.withdraw(alice, eth("1.1")))
                .withMessageContaining("1 ETH");
    }

    @Test
    void aDepositOfNothingIsABugOfTheCaller() {
        assertThatIllegalArgumentException().isThrownBy(() -> chain.deposit(alice, eth("0")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.deposit(alice, Money.of("1", new Currency("USD", 2))));
    }

    private SettlementOrder order(String id, TokenRef token, String price) {
        return new SettlementOrder(new SettlementId(id), token, alice, seller, eth(price), new Hash("ab".repeat(32)));
    }

    private static TokenRef token(int id) {
        return new TokenRef(SIM, new WalletAddress("0x" + "c0".repeat(20)), BigInteger.valueOf(id));
    }

    private static Money eth(String decimal) {
        return Money.of(decimal, Currency.ETH);
    }
}
