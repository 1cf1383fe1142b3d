package com.sothebais.api.show;

import static com.sothebais.api.money.Currency.ETH;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.asset.AssetId;
import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionExtended;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionEvent.AuctionPaused;
import com.sothebais.api.auction.AuctionEvent.AuctionResumed;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.BidVoided;
import com.sothebais.api.auction.AuctionEvent.CampaignPublished;
import com.sothebais.api.auction.AuctionEvent.LotAwarded;
import com.sothebais.api.auction.AuctionEvent.RulesChanged;
import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.AuctionEvent.SessionPlanned;
import com.sothebais.api.auction.AuctionEvent.Standing;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Bidder;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Extension;
import com.sothebais.api.auction.Increment;
import com.sothebais.api.auction.Lot;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.Reserve;
import com.sothebais.api.auction.Rules;
import com.sothebais.api.auction.Schedule;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.chain.ChainId;
import com.sothebais.api.chain.TokenRef;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.chain.WalletAddress;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.money.Money;
import com.sothebais.api.settlement.SettlementEvent.SettlementConfirmed;
import com.sothebais.api.show.LotView.Status;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.PostId;
import com.sothebais.api.social.Relation;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShowViewTest {
    private static final Instant START = Instant.parse("2026-03-01T19:00:00Z");
    private static final WalletAddress SELLER = new WalletAddress("0x" + "5e".repeat(20));
    private static final AuctionId ONE = new AuctionId("lot-1");
    private static final AuctionId TWO = new AuctionId("lot-2");
    private static final SessionId SESSION = new SessionId("day-1");
    private static final Bidder ALICE = new Bidder(
            new Account(new AccountId("sandbox", "a"), "alice", "Alice"), new WalletAddress("0x" + "a1".repeat(20)));

    private long position;
    private ShowView view = ShowView.EMPTY;

    @Test
    void nothingHappenedYet() {
        assertThat(view.session()).isEmpty();
        assertThat(view.currentLot()).isEmpty();
    }

    @Test
    void thePlanIsVisibleBeforeAnythingOpens() {
        publish();

        assertThat(view.session().orElseThrow().phase()).isEqualTo(SessionPhase.PLANNED);
        assertThat(view.currentLot().orElseThrow().auction()).isEqualTo(ONE);
        assertThat(view.currentLot().orElseThrow().bidding().nextMinimum()).isEqualTo(eth("1"));
    }

    @Test
    void anAcceptedBidLeadsAndARefusedOneIsOnlyCounted() {
        publish();
        open(ONE);
        happened(accepted("1.5"));
        happened(refused());

        LotView lot = view.lot(ONE).orElseThrow();
        assertThat(lot.times().status()).isEqualTo(Status.OPEN);
        assertThat(lot.bidding().price()).isEqualTo(eth("1.5"));
        assertThat(lot.bidding().leader()).contains(ALICE);
        assertThat(lot.bidding().accepted()).isEqualTo(1);
        assertThat(lot.bidding().refused()).isEqualTo(1);
        assertThat(view.bids())
                .extracting(BidView::refusal)
                .containsExactly(Optional.of(Reason.TOO_LOW), Optional.empty());
    }

    @Test
    void theReserveIsMetFromItsPriceOn() {
        publish();
        open(ONE);
        happened(accepted("1.9"));
        assertThat(view.lot(ONE).orElseThrow().reserveMet()).isFalse();

        happened(accepted("2"));
        assertThat(view.lot(ONE).orElseThrow().reserveMet()).isTrue();
    }

    @Test
    void anExtensionMovesTheEnd() {
        publish();
        open(ONE);
        happened(new AuctionExtended(ONE, START.plusSeconds(60), START.plusSeconds(75), 1));

        assertThat(view.lot(ONE).orElseThrow().times().ends()).isEqualTo(START.plusSeconds(75));
        assertThat(view.lot(ONE).orElseThrow().times().extensions()).isEqualTo(1);
    }

    @Test
    void afterACloseTheNextLotIsTheCurrentOne() {
        publish();
        open(ONE);
        happened(accepted("2"));
        close(ONE);

        assertThat(view.lot(ONE).orElseThrow().result().outcome()).contains(new Outcome.Sold(ALICE, eth("2")));
        assertThat(view.currentLot().orElseThrow().auction()).isEqualTo(TWO);
    }

    @Test
    void aSettlementBelongsToItsLot() {
        publish();
        open(ONE);
        close(ONE);
        TxHash tx = new TxHash("0x" + "ab".repeat(32));
        happened(new SettlementConfirmed(ONE, tx, 7));

        assertThat(view.lot(ONE).orElseThrow().result().settlement()).contains(tx);
    }

    @Test
    void keepsABoundedNumberOfBids() {
        publish();
        open(ONE);
        for (int i = 0; i < ShowView.BIDS_MAX + 10; i++) {
            happened(refused());
        }
        assertThat(view.bids()).hasSize(ShowView.BIDS_MAX);
        assertThat(view.lot(ONE).orElseThrow().bidding().refused()).isEqualTo(ShowView.BIDS_MAX + 10);
    }

    @Test
    void aCampaignThatIsOverGoesWhenAnotherIsPublished() {
        publish();
        open(ONE);
        moved(SessionPhase.PLANNED, SessionPhase.LIVE);
        moved(SessionPhase.LIVE, SessionPhase.ENDED);
        publish();

        assertThat(view.lot(ONE).orElseThrow().times().status()).isEqualTo(Status.PLANNED);
        assertThat(view.sessions()).hasSize(1);
        assertThat(view.campaigns()).hasSize(1);
    }

    @Test
    void aCampaignThatIsPublishedInMidShowChangesNothingOfTheShow() {
        publish();
        moved(SessionPhase.PLANNED, SessionPhase.LIVE);
        open(ONE);
        publish("autumn", new SessionId("autumn-day-1"), new AuctionId("autumn-1"), new AuctionId("autumn-2"));

        assertThat(view.campaign().orElseThrow().id()).isEqualTo(new CampaignId("spring"));
        assertThat(view.currentLot().orElseThrow().auction()).isEqualTo(ONE);
        assertThat(view.sessions()).hasSize(2);
    }

    @Test
    void aPauseStopsTheClockUntilTheLotGoesOn() {
        publish();
        open(ONE);
        happened(new AuctionPaused(ONE));
        LotView.Times paused = view.lot(ONE).orElseThrow().times();
        assertThat(paused.pausedSince()).isPresent();
        Duration left = Duration.between(paused.pausedSince().orElseThrow(), paused.ends());
        assertThat(paused.left(START.plusSeconds(3_600))).isEqualTo(left);

        happened(new AuctionResumed(ONE, START.plusSeconds(500)));
        assertThat(view.lot(ONE).orElseThrow().times().pausedSince()).isEmpty();
        assertThat(view.lot(ONE).orElseThrow().times().left(START.plusSeconds(499)))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aVoidedBidStaysVisibleAndIsMarkedAndTheOneBeforeLeads() {
        publish();
        open(ONE);
        BidAccepted voided = accepted("3");
        happened(voided);
        happened(new BidVoided(
                ONE,
                voided.post().id(),
                ALICE,
                eth("3"),
                Optional.of(new Standing(ALICE, eth("1.5"))),
                eth("1.6"),
                Hash.GENESIS));

        assertThat(view.bids()).singleElement().satisfies(bid -> {
            assertThat(bid.voided()).isTrue();
            assertThat(bid.counts()).isFalse();
        });
        assertThat(view.lot(ONE).orElseThrow().bidding().price()).isEqualTo(eth("1.5"));
        assertThat(view.lot(ONE).orElseThrow().bidding().nextMinimum()).isEqualTo(eth("1.6"));
    }

    @Test
    void theRunnerUpTakesThePlaceOfAWinnerWhoCannotPay() {
        publish();
        open(ONE);
        happened(accepted("2"));
        close(ONE);
        Outcome.Sold runnerUp = new Outcome.Sold(ALICE, eth("1.9"));
        happened(new LotAwarded(ONE, lot(1), runnerUp, 2, Hash.GENESIS));

        assertThat(view.lot(ONE).orElseThrow().result().outcome()).contains(runnerUp);
    }

    @Test
    void changedRulesAreTheRulesOfTheLot() {
        publish();
        open(ONE);
        Rules changed = rules().withReserve(Optional.empty()).withViewerDelay(Duration.ofSeconds(4));
        happened(new RulesChanged(ONE, changed));

        assertThat(view.lot(ONE).orElseThrow().rules()).isEqualTo(changed);
    }

    @Test
    void factsOfOtherSubjectsMoveThePosition() {
        publish();
        long before = view.position();
        record Other() implements Event {}
        happened(new Other());

        assertThat(view.position()).isEqualTo(before + 1);
    }

    private void moved(SessionPhase from, SessionPhase to) {
        happened(new SessionMoved(SESSION, from, to));
    }

    private void publish() {
        publish("spring", SESSION, ONE, TWO);
    }

    private void publish(String campaign, SessionId session, AuctionId one, AuctionId two) {
        Schedule schedule = new Schedule(
                ZoneId.of("America/New_York"),
                new Schedule.Days(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 1), Set.of()),
                Schedule.Daily.DEFAULT,
                2,
                Duration.ZERO);
        happened(new CampaignPublished(new Campaign(
                new CampaignId(campaign),
                "Spring",
                "Studio",
                "Studio",
                schedule,
                List.of(lot(1), lot(2)),
                rules(),
                Campaign.Policy.RETURN)));
        happened(new SessionPlanned(new SessionPlan(
                session,
                new CampaignId(campaign),
                schedule.zone(),
                new SessionPlan.Times(START, START, START.plusSeconds(120), START.plusSeconds(200)),
                List.of(
                        new SessionPlan.PlannedLot(one, lot(1), rules(), START, START.plusSeconds(60)),
                        new SessionPlan.PlannedLot(
                                two, lot(2), rules(), START.plusSeconds(60), START.plusSeconds(120))))));
    }

    private void open(AuctionId auction) {
        happened(new AuctionOpened(auction, SESSION, lot(1), rules(), START.plusSeconds(60)));
    }

    private void close(AuctionId auction) {
        happened(new AuctionClosed(auction, lot(1), new Outcome.Sold(ALICE, eth("2")), Hash.GENESIS, 0));
    }

    private static BidAccepted accepted(String amount) {
        return new BidAccepted(
                ONE, post(), ALICE, eth(amount), eth(amount).plus(eth("0.1")), Optional.empty(), Hash.GENESIS);
    }

    private static AuctionEvent refused() {
        return new BidRefused(
                Optional.of(ONE),
                post(),
                Reason.TOO_LOW,
                Optional.of(eth("1")),
                Optional.of(eth("1.6")),
                Optional.empty());
    }

    private static Post post() {
        return new Post(new PostId("sandbox", "p"), ALICE.account(), "bid", START, Relation.ORIGINAL, true);
    }

    private static Lot lot(int number) {
        TokenRef token = new TokenRef(new ChainId("sim:1"), SELLER, BigInteger.valueOf(number));
        return new Lot(number, "Neon Koi", "Studio", "A koi.", new AssetId("ab".repeat(32)), token, SELLER);
    }

    private static Rules rules() {
        return new Rules(
                eth("1"),
                Optional.of(new Reserve(eth("2"), true)),
                new Increment.Absolute(eth("0.1")),
                Extension.NONE,
                10,
                Duration.ZERO);
    }

    private static Money eth(String decimal) {
        return Money.of(decimal, ETH);
    }

    private void happened(Event event) {
        NewEvent fact =
                new NewEvent(new StreamId("test"), event, "test", START, new CorrelationId("test"), Optional.empty());
        view = view.after(new Recorded(++position, EventId.random(), position, fact));
    }
}
