package com.sothebais.settlement.internal;

import static com.sothebais.settlement.internal.Facts.SIM;
import static com.sothebais.settlement.internal.Facts.auction;
import static com.sothebais.settlement.internal.Facts.awarded;
import static com.sothebais.settlement.internal.Facts.bid;
import static com.sothebais.settlement.internal.Facts.bidder;
import static com.sothebais.settlement.internal.Facts.eth;
import static com.sothebais.settlement.internal.Facts.opened;
import static com.sothebais.settlement.internal.Facts.returned;
import static com.sothebais.settlement.internal.Facts.sold;
import static com.sothebais.settlement.internal.Facts.voided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sothebais.api.auction.AuctionEvent.Standing;
import com.sothebais.api.auction.Outcome.Cause;
import com.sothebais.api.chain.EscrowMovement;
import com.sothebais.api.chain.SettlementId;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.settlement.EscrowBook.Balance;
import com.sothebais.api.settlement.SettlementEvent.EscrowMoved;
import com.sothebais.api.settlement.SettlementEvent.SettlementRefused;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BooksTest {
    private static final WalletAddress ALICE = new WalletAddress("0x" + "a1".repeat(20));
    private static final WalletAddress BOB = new WalletAddress("0x" + "b0".repeat(20));
    private static final TxHash TX = new TxHash("0x" + "11".repeat(32));

    private final Books books = new Books();

    @BeforeEach
    void bothHaveFiveAndALotIsOpen() {
        deposit(ALICE, "5");
        deposit(BOB, "5");
        books.take(opened(1));
    }

    @Test
    void aDepositIsFree() {
        assertThat(of(ALICE)).isEqualTo(balance(ALICE, "5", "0", "0"));
    }

    @Test
    void aLeadingBidLocksItsAmount() {
        books.take(bid(1, ALICE, eth("2")));
        assertThat(of(ALICE)).isEqualTo(balance(ALICE, "3", "2", "0"));
    }

    @Test
    void whoIsOutbidIsFreeAgain() {
        books.take(bid(1, ALICE, eth("2")));
        books.take(bid(1, BOB, eth("3")));
        assertThat(of(ALICE)).isEqualTo(balance(ALICE, "5", "0", "0"));
        assertThat(of(BOB)).isEqualTo(balance(BOB, "2", "3", "0"));
    }

    @Test
    void whoRaisesHisOwnBidHasOnlyTheNewOneLocked() {
        books.take(bid(1, ALICE, eth("2")));
        books.take(bid(1, ALICE, eth("4")));
        assertThat(of(ALICE)).isEqualTo(balance(ALICE, "1", "4", "0"));
    }

    @Test
    void aSaleMakesTheLockedMoneyOwedUntilTheChainMovesIt() {
        books.take(bid(1, ALICE, eth("2")));
        books.take(sold(1, ALICE, eth("2")));
        assertThat(of(ALICE)).isEqualTo(balance(ALICE, "3", "0", "2"));

        books.take(settled(ALICE, "2", "lot-1"));
        assertThat(of(ALICE)).isEqualTo(balance(ALICE, "3", "0", "0"));
    }

    @Test
    void aVoidedBidIsFreeAgainAndWhoLeadsAfterItIsLocked() {
        books.take(bid(1, ALICE, eth("2")));
        books.take(bid(1, BOB, eth("3")));
        books.take(voided(1, BOB, eth("3"), Optional.of(new Standing(bidder(ALICE), eth("2")))));
        assertThat(of(BOB)).isEqualTo(balance(BOB, "5", "0", "0"));
        assertThat(of(ALICE)).isEqualTo(balance(ALICE, "3", "2", "0"));

        books.take(voided(1, ALICE, eth("2"), Optional.empty()));
        assertThat(of(ALICE)).isEqualTo(balance(ALICE, "5", "0", "0"));
    }

    @Test
    void theRunnerUpOwesOnceTheWinnerCouldNotPay() {
        books.take(bid(1, ALICE, eth("2")));
        books.take(bid(1, BOB, eth("3")));
        books.take(sold(1, BOB, eth("3")));
        books.take(new SettlementRefused(auction(1), "the token was gone"));
        books.take(awarded(1, ALICE, eth("2"), 2));
        assertThat(of(BOB)).isEqualTo(balance(BOB, "5", "0", "0"));
        assertThat(of(ALICE)).isEqualTo(balance(ALICE, "3", "0", "2"));

        books.take(settled(ALICE, "2", "lot-1.2"));
        assertThat(of(ALICE)).isEqualTo(balance(ALICE, "3", "0", "0"));
    }

    @Test
    void aReturnedLotLocksNothing() {
        books.take(bid(1, ALICE, eth("2")));
        books.take(returned(1, Cause.RESERVE_NOT_MET));
        assertThat(of(ALICE)).isEqualTo(balance(ALICE, "5", "0", "0"));
    }

    @Test
    void aRefusedSettlementGivesTheMoneyBack() {
        books.take(bid(1, ALICE, eth("2")));
        books.take(sold(1, ALICE, eth("2")));
        books.take(new SettlementRefused(auction(1), "The token is gone."));
        assertThat(of(ALICE)).isEqualTo(balance(ALICE, "5", "0", "0"));
    }

    @Test
    void aWithdrawalIsTakenFromWhatIsFree() {
        books.take(new EscrowMoved(SIM, new EscrowMovement.Withdrawn(4, TX, ALICE, eth("1"))));
        assertThat(of(ALICE)).isEqualTo(balance(ALICE, "4", "0", "0"));
        assertThat(books.total(SIM).overdrawn()).isEmpty();
    }

    @Test
    void aWithdrawalOfLockedMoneyShowsAsOverdrawn() {
        books.take(bid(1, ALICE, eth("5")));
        books.take(new EscrowMoved(SIM, new EscrowMovement.Withdrawn(4, TX, ALICE, eth("1"))));
        assertThat(books.total(SIM).overdrawn()).contains(ALICE);
        assertThat(books.total(SIM).booked()).contains(eth("9"));
    }

    @Test
    void aSettlementNobodyAskedForIsStillCounted() {
        books.take(settled(ALICE, "1", "someone else's"));
        assertThat(of(ALICE)).isEqualTo(balance(ALICE, "4", "0", "0"));
        assertThat(books.total(SIM).movements()).isEqualTo(3);
    }

    @Test
    void aBidOnALotThatIsNotOpenChangesNothing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> books.take(bid(2, ALICE, eth("1"))))
                .withMessageContaining("lot-2");
        assertThat(of(ALICE)).isEqualTo(balance(ALICE, "5", "0", "0"));
    }

    private void deposit(WalletAddress wallet, String amount) {
        books.take(new EscrowMoved(SIM, new EscrowMovement.Deposited(1, TX, wallet, eth(amount))));
    }

    private static EscrowMoved settled(WalletAddress wallet, String amount, String id) {
        return new EscrowMoved(SIM, new EscrowMovement.Settled(3, TX, wallet, eth(amount), new SettlementId(id)));
    }

    private Balance of(WalletAddress wallet) {
        return books.balances().stream()
                .filter(balance -> balance.wallet().equals(wallet))
                .findFirst()
                .orElseThrow();
    }

    private static Balance balance(WalletAddress wallet, String free, String locked, String owed) {
        return new Balance(SIM, wallet, eth(free), eth(locked), eth(owed));
    }
}
