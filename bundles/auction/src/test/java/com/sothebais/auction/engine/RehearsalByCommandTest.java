package com.sothebais.auction.engine;

import static com.sothebais.auction.engine.Stage.START;
import static com.sothebais.auction.engine.Stage.TEMPO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.AuctionEvent.OverrideMade;
import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.auction.CampaignException;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.auction.SessionPlan.PlannedLot;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.RehearsalMark;
import com.sothebais.auction.calendar.Calendar;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A marked session: who is heard in it, and how it is ended before its time. */
class RehearsalByCommandTest {
    private static final Decree DECREE = new Decree("alice", "The doors open soon.");

    private final Stage stage = new Stage();
    private final Campaign named = Stage.campaign(Stage.rules());

    @BeforeEach
    void bidders() {
        stage.fund(1, "100");
        stage.fund(2, "100");
    }

    private Campaign marked(String network) {
        return new Campaign(
                new CampaignId(RehearsalMark.id(network, START, 60)),
                named.name(),
                named.project(),
                named.collection(),
                named.schedule(),
                named.lots(),
                named.rules(),
                named.policy());
    }

    /** As the calendar plans a demo, under the ids of the campaign. */
    private SessionPlan plan(Campaign campaign) {
        SessionPlan demo = Calendar.rehearse(named, stage.now, TEMPO);
        List<PlannedLot> lots = demo.lots().stream()
                .map(lot -> new PlannedLot(
                        new AuctionId(campaign.id() + "-lot-" + lot.lot().number()),
                        lot.lot(),
                        lot.rules(),
                        lot.opens(),
                        lot.ends()))
                .toList();
        return new SessionPlan(
                SessionId.compressed(campaign.id()), campaign.id(), demo.zone(), demo.times(), demo.course(), lots);
    }

    private SessionPlan publish(String network) {
        Campaign campaign = marked(network);
        SessionPlan plan = plan(campaign);
        Calendar.checkRehearsal(campaign, plan);
        stage.settled(stage.publish(campaign, plan));
        return plan;
    }

    private List<Event> end(SessionPlan plan) {
        long before = stage.log.last();
        CompletableFuture<Void> done = new CompletableFuture<>();
        stage.room.queue().offer(at -> new Work.Ending(plan.id(), DECREE, at, done));
        stage.settled(done);
        return stage.since(before);
    }

    @Nested
    class Hearing {
        @Test
        void theNetworkOfTheMarkBids() {
            SessionPlan plan = publish("sim");
            stage.at(21);

            assertThat(stage.say(1, "bid 2 eth")).singleElement().satisfies(fact -> assertThat(
                            ((BidAccepted) fact).auction())
                    .isEqualTo(plan.lots().get(0).auction()));
        }

        @Test
        void forEveryOtherNetworkNoLotIsOpen() {
            publish("sandbox");
            stage.at(21);

            assertThat(stage.say(1, "bid 2 eth")).singleElement().satisfies(fact -> {
                BidRefused refused = (BidRefused) fact;
                assertThat(refused.reason()).isEqualTo(Reason.NO_OPEN_LOT);
                assertThat(refused.auction()).as("what they hear of it").isEmpty();
                assertThat(refused.nextMinimum()).isEmpty();
            });
            assertThat(stage.say(1, "bid 2 eth on lot 1"))
                    .singleElement()
                    .satisfies(fact -> assertThat(((BidRefused) fact).auction()).isEmpty());
        }

        @Test
        void afterItsCloseOtherNetworksStillDoNotHearOfIt() {
            publish("sandbox");
            stage.at(70);

            assertThat(stage.say(1, "bid 2 eth"))
                    .singleElement()
                    .satisfies(fact -> assertThat(((BidRefused) fact).auction()).isEmpty());
        }
    }

    @Nested
    class Ending {
        @Test
        void cancelsWhatIsNotClosedAndTakesEveryStepThatIsLeft() {
            SessionPlan plan = publish("sim");
            stage.at(21);
            stage.say(1, "bid 2 eth");

            List<Event> facts = end(plan);

            assertThat(facts).filteredOn(OverrideMade.class::isInstance).hasSize(2);
            assertThat(facts)
                    .filteredOn(AuctionClosed.class::isInstance)
                    .hasSize(2)
                    .allSatisfy(fact -> assertThat(((AuctionClosed) fact).outcome())
                            .isEqualTo(new Outcome.Returned(Outcome.Cause.CANCELLED)));
            assertThat(facts)
                    .endsWith(
                            new SessionMoved(plan.id(), SessionPhase.LIVE, SessionPhase.POST),
                            new SessionMoved(plan.id(), SessionPhase.POST, SessionPhase.ENDED));
            assertThat(stage.room.auctioneer().step())
                    .as("nothing is due any more")
                    .isEqualTo(Instant.MAX);
        }

        @Test
        void endsOneThatHasNotBegun() {
            SessionPlan plan = publish("sim");

            assertThat(end(plan)).filteredOn(SessionMoved.class::isInstance).hasSizeGreaterThanOrEqualTo(3);
        }

        @Test
        void asksNothingOfOneThatIsOver() {
            SessionPlan plan = publish("sim");
            end(plan);

            assertThat(end(plan)).isEmpty();
        }

        @Test
        void isOverAfterARestartToo() {
            SessionPlan plan = publish("sim");
            stage.at(21);
            end(plan);
            stage.restart();

            assertThat(stage.room.auctioneer().step()).isEqualTo(Instant.MAX);
        }
    }

    @Test
    void nothingRealCanBeEndedThatWay() {
        assertThatThrownBy(() -> stage.room.endRehearsal(new SessionId("genesis-2026-11-21"), DECREE))
                .isInstanceOf(CampaignException.class)
                .hasMessageContaining("no rehearsal");
    }

    @Test
    void nothingRealCanCarryTheMark() {
        assertThatThrownBy(() -> stage.room.publish(marked("sim")))
                .isInstanceOf(CampaignException.class)
                .hasMessageContaining("kept for rehearsals");
    }

    @Test
    void aRehearsalMustCarryTheMarkInEveryId() {
        SessionPlan demo = Calendar.rehearse(named, START, TEMPO);

        assertThatThrownBy(() -> stage.room.rehearse(named, demo))
                .isInstanceOf(CampaignException.class)
                .hasMessageContaining("begins with 'rehearsal-'");
        assertThatThrownBy(() -> stage.room.rehearse(marked("sim"), demo))
                .isInstanceOf(CampaignException.class)
                .hasMessageContaining("The session and the lots");
    }
}
