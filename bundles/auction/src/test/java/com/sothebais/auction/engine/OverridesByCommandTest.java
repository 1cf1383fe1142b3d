package com.sothebais.auction.engine;

import static com.sothebais.auction.engine.Stage.LOT_1;
import static com.sothebais.auction.engine.Stage.START;
import static com.sothebais.auction.testing.Samples.eth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.AuctionPaused;
import com.sothebais.api.auction.AuctionEvent.AuctionResumed;
import com.sothebais.api.auction.AuctionEvent.BidVoided;
import com.sothebais.api.auction.AuctionEvent.OverrideMade;
import com.sothebais.api.auction.AuctionEvent.RulesChanged;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.OverrideException;
import com.sothebais.api.auction.OverrideException.Obstacle;
import com.sothebais.api.auction.OverridePreview;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.Event;
import com.sothebais.api.social.Post;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an admin orders: shown first, done as shown, refused when the lot has changed, and in the log with the reason. */
class OverridesByCommandTest extends OnStage {
    private static final Decree DECREE = new Decree("alice", "The sound was gone for half a minute.");

    private Post leading;

    @BeforeEach
    void live() {
        stage.at(21);
    }

    private void bids() {
        stage.say(1, "bid 2 eth");
        leading = stage.post(2, "bid 3 eth");
        stage.say(leading);
    }

    /** Previews, orders on that basis, and gives what was recorded behind the order. */
    private <E extends Event> E made(LotOverride override, Class<E> type, String effect) {
        long before = stage.log.last();
        OverridePreview preview = stage.settled(stage.order(override, Optional.empty(), Optional.empty()));
        assertThat(stage.since(before)).as("a preview does nothing").isEmpty();
        assertThat(String.join(" ", preview.effects())).contains(effect);
        OverridePreview done = stage.settled(stage.order(override, Optional.of(preview.basis()), Optional.of(DECREE)));
        assertThat(done).as("done as shown").isEqualTo(preview);
        List<Event> facts = stage.since(before);
        assertThat(facts.get(0)).isEqualTo(new OverrideMade(LOT_1, override, DECREE));
        assertThat(facts.get(1)).isInstanceOf(type);
        return type.cast(facts.get(1));
    }

    @Test
    void aPauseStopsTheClockAndAResumptionMovesTheEnd() {
        bids();
        made(new LotOverride.Pause(), AuctionPaused.class, "It stops with 44 s left.");
        assertThat(lot1().isPaused()).isTrue();
        stage.at(31);
        AuctionResumed resumed = made(
                new LotOverride.Resume(),
                AuctionResumed.class,
                "It ends at 14:01:15 instead of 14:01:05 (America/New_York).");
        assertThat(resumed.ends()).isEqualTo(START.plusSeconds(75));
        assertThat(lot1().clock().ends()).isEqualTo(resumed.ends());
    }

    @Test
    void anExtensionMovesTheEnd() {
        AuctionExtended moved = made(
                new LotOverride.Extend(Duration.ofSeconds(30)),
                AuctionExtended.class,
                "moves from 14:01:05 to 14:01:35 (America/New_York)");
        assertThat(moved.to()).isEqualTo(START.plusSeconds(95));
        assertThat(lot1().clock().ends()).isEqualTo(moved.to());
    }

    @Test
    void aCancellationEndsTheLotWithoutASale() {
        bids();
        AuctionClosed closed =
                made(new LotOverride.Cancel(), AuctionClosed.class, "Lot 1 ends now without a sale. @user2's 3 ETH");
        assertThat(closed.outcome()).isEqualTo(new Outcome.Returned(Outcome.Cause.CANCELLED));
    }

    @Test
    void aForcedCloseSellsToTheLeader() {
        bids();
        AuctionClosed closed =
                made(new LotOverride.ForceClose(), AuctionClosed.class, "Lot 1 is sold to @user2 for 3 ETH.");
        assertThat(closed.outcome()).isInstanceOfSatisfying(Outcome.Sold.class, sold -> assertThat(sold.price())
                .isEqualTo(eth("3")));
        assertThat(closed.root())
                .isEqualTo(stage.room.ledger(LOT_1).orElseThrow().root());
    }

    @Test
    void aVoidGivesTheLeadBackAndIsALineOfTheLedger() {
        bids();
        BidVoided voided = made(
                new LotOverride.VoidBid(leading.id()),
                BidVoided.class,
                "The price falls from 3 ETH to 2 ETH; @user1 leads again.");
        assertThat(voided.standing().orElseThrow().amount()).isEqualTo(eth("2"));
        assertThat(lot1().price()).isEqualTo(eth("2"));
        assertThat(stage.room.ledger(LOT_1).orElseThrow().entries())
                .hasSize(3)
                .last()
                .extracting(entry -> entry.line().verdict())
                .isEqualTo("VOIDED");
        assertThat(stage.room.ledger(LOT_1).orElseThrow().flaw()).isEmpty();
        assertThat(stage.say(2, "bid 2.1 eth")).singleElement();
    }

    @Test
    void aReserveChangesUntilTheFirstBid() {
        Reserve reserve = new Reserve(eth("5"), true);
        RulesChanged changed = made(
                new LotOverride.ChangeReserve(Optional.of(reserve)),
                RulesChanged.class,
                "The reserve of lot 1 changes from none to 5 ETH (hidden).");
        assertThat(changed.rules().reserve()).contains(reserve);
        bids();
        CompletableFuture<OverridePreview> late =
                stage.order(new LotOverride.ChangeReserve(Optional.empty()), Optional.empty(), Optional.of(DECREE));
        assertThatThrownBy(() -> stage.settled(late)).hasRootCauseInstanceOf(OverrideException.class);
    }

    @Test
    void aViewersDelayMovesZeroAndTheClose() {
        RulesChanged changed = made(
                new LotOverride.ChangeViewerDelay(Duration.ofSeconds(4)),
                RulesChanged.class,
                "Bids on lot 1 count when they are posted up to 4 s after its end");
        assertThat(lot1().zero()).isEqualTo(START.plusSeconds(69));
        assertThat(changed.rules().viewerDelay()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void anOrderIsRefusedWhenTheLotHasChangedSinceThePreview() {
        bids();
        LotOverride close = new LotOverride.ForceClose();
        OverridePreview preview = stage.settled(stage.order(close, Optional.empty(), Optional.empty()));
        stage.say(1, "bid 4 eth");
        long before = stage.log.last();
        CompletableFuture<OverridePreview> order =
                stage.order(close, Optional.of(preview.basis()), Optional.of(DECREE));
        assertThatThrownBy(() -> stage.settled(order))
                .hasRootCauseInstanceOf(OverrideException.class)
                .rootCause()
                .extracting(thrown -> ((OverrideException) thrown).obstacle())
                .isEqualTo(Obstacle.CHANGED);
        assertThat(stage.since(before)).isEmpty();
        assertThat(stage.settled(stage.order(close, Optional.empty(), Optional.of(DECREE)))
                        .effects())
                .as("without a basis it is made whatever has changed")
                .containsExactly("Lot 1 is sold to @user1 for 4 ETH.");
    }

    @Test
    void anOrderNobodyWaitsForAnyMoreIsNotBegun() {
        CompletableFuture<OverridePreview> order =
                stage.order(new LotOverride.Cancel(), Optional.empty(), Optional.of(DECREE));
        order.cancel(false);
        stage.room.auctioneer().step();
        assertThat(stage.all(OverrideMade.class)).isEmpty();
    }
}
