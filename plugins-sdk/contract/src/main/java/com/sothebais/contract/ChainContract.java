package com.sothebais.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.chain.Chain;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.EscrowMovement.Deposited;
import com.sothebais.api.chain.EscrowMovement.Settled;
import com.sothebais.api.chain.EscrowMovement.Withdrawn;
import com.sothebais.api.chain.SettlementId;
import com.sothebais.api.chain.SettlementOrder;
import com.sothebais.api.chain.SettlementResult;
import com.sothebais.api.chain.SettlementResult.Confirmed;
import com.sothebais.api.chain.SettlementResult.Refused;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Money;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Chain} must do. The chain may have a history and may be shared by the tests: each uses wallets, tokens and
 * settlement ids of its own.
 */
public abstract class ChainContract {
    private static final Duration BLOCKS_WAIT = Duration.ofSeconds(30);

    /** Marks what this run makes, so that a chain that remembers earlier runs does not disturb it. */
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    /** The chain under test; the same one during a test. */
    protected abstract Chain chain();

    /** A wallet with this name, able to pay for its transactions. */
    protected abstract WalletAddress wallet(String name);

    /** Puts the wallet's money into the escrow; may return before it is in a block. */
    protected abstract void deposit(WalletAddress wallet, Money amount);

    /** Creates a token in the seller's hands, approved for settlement, and returns when it can be settled. */
    protected abstract TokenRef mint(BigInteger tokenId, WalletAddress seller);

    @Test
    void depositsAppearInMovementsOnceAndInOrder() {
        WalletAddress alice = wallet("alice-" + run);
        long before = chain().safeBlock();

        IntStream.rangeClosed(1, 5).forEach(i -> deposit(alice, eth("0.00" + i)));

        List<EscrowMovement> moved = awaitMovements(alice, before, 5);
        assertThat(moved)
                .extracting(movement -> ((Deposited) movement).amount())
                .containsExactly(eth("0.001"), eth("0.002"), eth("0.003"), eth("0.004"), eth("0.005"));
        assertThat(moved).extracting(EscrowMovement::tx).doesNotHaveDuplicates();
        assertThat(moved).extracting(EscrowMovement::block).isSorted().allMatch(block -> block > before);
    }

    @Test
    void theSameRangeGivesTheSameAnswerWhateverFollows() {
        WalletAddress bob = wallet("bob-" + run);
        long before = chain().safeBlock();
        deposit(bob, eth("0.01"));
        awaitMovements(bob, before, 1);
        long safe = chain().safeBlock();
        List<EscrowMovement> first = chain().movements(0, safe);
        Money held = chain().escrowBalance(safe);

        deposit(bob, eth("0.02"));
        awaitMovements(bob, before, 2);

        assertThat(chain().movements(0, safe)).isEqualTo(first);
        assertThat(chain().escrowBalance(safe)).isEqualTo(held);
    }

    @Test
    void adjoiningRangesHaveEveryMovementOnce() {
        WalletAddress carol = wallet("carol-" + run);
        long before = chain().safeBlock();
        deposit(carol, eth("0.01"));
        awaitMovements(carol, before, 1);
        deposit(carol, eth("0.02"));
        awaitMovements(carol, before, 2);
        long safe = chain().safeBlock();
        long middle = (before + safe) / 2;

        List<EscrowMovement> joined = new ArrayList<>(chain().movements(before, middle));
        joined.addAll(chain().movements(middle + 1, safe));

        assertThat(joined).isEqualTo(chain().movements(before, safe));
    }

    @Test
    void theSafeBlockNeverGoesBack() {
        WalletAddress dora = wallet("dora-" + run);
        long newest = chain().safeBlock();
        for (int i = 0; i < 3; i++) {
            deposit(dora, eth("0.001"));
            long now = chain().safeBlock();
            assertThat(now).isGreaterThanOrEqualTo(newest);
            newest = now;
        }
    }

    @Test
    void theBalanceEqualsTheSumOfMovementsAtEveryBlock() {
        WalletAddress erik = wallet("erik-" + run);
        WalletAddress seller = wallet("seller-erik-" + run);
        long before = chain().safeBlock();
        deposit(erik, eth("0.05"));
        awaitMovements(erik, before, 1);
        confirmed(chain().settle(order("erik", mint(tokenId(1), seller), erik, seller, "0.02")));
        awaitMovements(erik, before, 2);

        Money sum = chain().escrowBalance(before);
        for (long block = before + 1; block <= chain().safeBlock(); block++) {
            for (EscrowMovement movement : chain().movements(block, block)) {
                sum = sum.plus(change(movement));
            }
            assertThat(chain().escrowBalance(block)).as("at block " + block).isEqualTo(sum);
        }
    }

    @Test
    void aSettlementMovesTheTokenToTheWinnerAndThePriceOutOfTheEscrow() {
        WalletAddress winner = wallet("winner-" + run);
        WalletAddress seller = wallet("seller-" + run);
        long before = chain().safeBlock();
        deposit(winner, eth("0.05"));
        awaitMovements(winner, before, 1);
        TokenRef token = mint(tokenId(2), seller);
        assertThat(chain().ownerOf(token)).contains(seller);

        SettlementOrder order = order("sold", token, winner, seller, "0.03");
        Confirmed done = confirmed(chain().settle(order));

        assertThat(chain().ownerOf(token)).contains(winner);
        Settled settled = (Settled) awaitMovements(winner, before, 2).get(1);
        assertThat(settled.tx()).isEqualTo(done.tx());
        assertThat(settled.block()).isEqualTo(done.block());
        assertThat(settled.amount()).isEqualTo(eth("0.03"));
        assertThat(settled.settlement()).isEqualTo(order.id());
    }

    @Test
    void aSettlementIsExecutedExactlyOnceByItsId() {
        WalletAddress winner = wallet("once-" + run);
        WalletAddress seller = wallet("seller-once-" + run);
        long before = chain().safeBlock();
        deposit(winner, eth("0.05"));
        awaitMovements(winner, before, 1);
        SettlementOrder order = order("once", mint(tokenId(3), seller), winner, seller, "0.01");

        SettlementResult first = chain().settle(order);
        SettlementResult again = chain().settle(order);

        assertThat(again).isEqualTo(first).isInstanceOf(Confirmed.class);
        assertThat(awaitMovements(winner, before, 2)).hasSize(2);
    }

    @Test
    void refusesWhenTheEscrowOfTheWinnerIsShort() {
        WalletAddress poor = wallet("poor-" + run);
        WalletAddress seller = wallet("seller-poor-" + run);
        long before = chain().safeBlock();
        deposit(poor, eth("0.01"));
        awaitMovements(poor, before, 1);
        TokenRef token = mint(tokenId(4), seller);

        refused(chain().settle(order("poor", token, poor, seller, "0.02")));

        assertThat(chain().ownerOf(token)).contains(seller);
        assertThat(awaitMovements(poor, before, 1)).hasSize(1);
    }

    @Test
    void refusesWhenTheTokenIsNotTheSellers() {
        WalletAddress winner = wallet("cheated-" + run);
        WalletAddress owner = wallet("owner-" + run);
        WalletAddress thief = wallet("thief-" + run);
        long before = chain().safeBlock();
        deposit(winner, eth("0.05"));
        awaitMovements(winner, before, 1);
        TokenRef token = mint(tokenId(5), owner);

        refused(chain().settle(order("thief", token, winner, thief, "0.01")));

        assertThat(chain().ownerOf(token)).contains(owner);
        assertThat(awaitMovements(winner, before, 1)).hasSize(1);
    }

    @Test
    void refusesATokenThatDoesNotExist() {
        WalletAddress winner = wallet("hopeful-" + run);
        WalletAddress seller = wallet("seller-hopeful-" + run);
        long before = chain().safeBlock();
        deposit(winner, eth("0.05"));
        awaitMovements(winner, before, 1);
        TokenRef known = mint(tokenId(6), seller);
        TokenRef unknown = new TokenRef(known.chain(), known.collection(), tokenId(99));

        refused(chain().settle(order("unknown", unknown, winner, seller, "0.01")));

        assertThat(chain().ownerOf(unknown)).isEmpty();
    }

    @Test
    void aTokenThatWasSoldIsNotSoldAgainByItsFormerOwner() {
        WalletAddress winner = wallet("first-" + run);
        WalletAddress other = wallet("second-" + run);
        WalletAddress seller = wallet("seller-twice-" + run);
        long before = chain().safeBlock();
        deposit(winner, eth("0.05"));
        awaitMovements(winner, before, 1);
        deposit(other, eth("0.05"));
        awaitMovements(other, before, 1);
        TokenRef token = mint(tokenId(7), seller);
        confirmed(chain().settle(order("first", token, winner, seller, "0.01")));

        refused(chain().settle(order("second", token, other, seller, "0.02")));

        assertThat(chain().ownerOf(token)).contains(winner);
    }

    /** An amount of the chain's currency. */
    protected final Money eth(String decimal) {
        return Money.of(decimal, chain().currency());
    }

    private SettlementOrder order(
            String name, TokenRef token, WalletAddress winner, WalletAddress seller, String price) {
        return new SettlementOrder(
                new SettlementId(name + "-" + run), token, winner, seller, eth(price), new Hash("ab".repeat(32)));
    }

    private BigInteger tokenId(int number) {
        return new BigInteger(run, 16).shiftLeft(8).add(BigInteger.valueOf(number));
    }

    private List<EscrowMovement> awaitMovements(WalletAddress wallet, long after, int count) {
        long deadline = System.nanoTime() + BLOCKS_WAIT.toNanos();
        List<EscrowMovement> mine = movementsOf(wallet, after);
        while (mine.size() < count && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            mine = movementsOf(wallet, after);
        }
        assertThat(mine).as("movements of " + wallet + " within " + BLOCKS_WAIT).hasSize(count);
        return mine;
    }

    private List<EscrowMovement> movementsOf(WalletAddress wallet, long after) {
        long safe = chain().safeBlock();
        if (safe <= after) {
            return List.of();
        }
        return chain().movements(after + 1, safe).stream()
                .filter(movement -> walletOf(movement).equals(wallet))
                .toList();
    }

    private static WalletAddress walletOf(EscrowMovement movement) {
        if (movement instanceof Deposited in) {
            return in.wallet();
        }
        return movement instanceof Withdrawn out ? out.wallet() : ((Settled) movement).wallet();
    }

    private Money change(EscrowMovement movement) {
        Money zero = Money.zero(chain().currency());
        if (movement instanceof Deposited in) {
            return in.amount();
        }
        return zero.minus(movement instanceof Withdrawn out ? out.amount() : ((Settled) movement).amount());
    }

    private static Confirmed confirmed(SettlementResult result) {
        assertThat(result).isInstanceOf(Confirmed.class);
        return (Confirmed) result;
    }

    private static void refused(SettlementResult result) {
        assertThat(result).isInstanceOf(Refused.class);
        assertThat(((Refused) result).reason()).isNotBlank();
    }
}
