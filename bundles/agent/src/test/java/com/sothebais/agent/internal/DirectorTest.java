package com.sothebais.agent.internal;

import static com.sothebais.agent.internal.Script.ALICE;
import static com.sothebais.agent.internal.Script.BOB;
import static com.sothebais.agent.internal.Script.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.agent.internal.Cue.Urgency;
import com.sothebais.api.agent.Line;
import com.sothebais.api.agent.Moment.Kind;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.settlement.SettlementEvent.SettlementConfirmed;
import com.sothebais.api.stream.DeskEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DirectorTest {
    private static final Instant ENDS = START.plusSeconds(60);

    private final Director director = new Director(Duration.ofSeconds(12));
    private final PlayedShow show = new PlayedShow();

    @Test
    void welcomesAndPresentsTheLotsBeforeTheShow() {
        List<Cue> cues = after(Script.moved(SessionPhase.PLANNED, SessionPhase.PRE), START);
        assertThat(cues)
                .extracting(cue -> cue.moment().kind())
                .containsExactly(Kind.WELCOME, Kind.LOT_PRESENTED, Kind.LOT_PRESENTED);
        assertThat(cues.get(0).moment().facts()).containsEntry("campaign", "Night Garden");
        assertThat(cues.get(2).moment().facts()).containsEntry("title", "Glass Fox");
    }

    @Test
    void announcesAnOpenLotInPlaceOfItsPresentation() {
        Cue presented = after(Script.moved(SessionPhase.PLANNED, SessionPhase.PRE), START)
                .get(1);
        Cue opened = after(Script.opened(ENDS), START).get(0);
        assertThat(opened.moment().kind()).isEqualTo(Kind.LOT_OPENED);
        assertThat(opened.moment().facts()).containsEntry("next", "1 ETH").containsEntry("lot", "1");
        assertThat(opened.group()).isEqualTo(presented.group());
    }

    @Test
    void saysThanksOnceTheSellingIsOverAndLast() {
        Cue thanks =
                after(Script.moved(SessionPhase.LIVE, SessionPhase.POST), START).get(0);
        assertThat(thanks.moment().kind()).isEqualTo(Kind.THANKS);
        assertThat(thanks.urgency()).isEqualTo(Urgency.LOW);
        assertThat(thanks.window().isOpen(START)).isFalse();
    }

    @Test
    void leavesHistoryAlone() {
        Recorded opened = show.happened(Script.opened(ENDS), START);
        assertThat(director.on(show.view(), opened, START.plusSeconds(16))).isEmpty();
    }

    @Test
    void saysTheWordsOfTheRundownWithWhatIsKnownNow() {
        after(Script.moved(SessionPhase.PLANNED, SessionPhase.LIVE), START);
        after(Script.opened(ENDS), START);
        Cue cue = after(line("In 5 minutes: {{lot}} {lot}, {title}, {seconds} s left."), START)
                .get(0);

        assertThat(cue.script()).contains(new Line("In 5 minutes: {lot} 1, Neon Koi, 60 s left.", Mood.AMUSED));
        assertThat(cue.urgency()).isEqualTo(Urgency.HIGH);
        assertThat(cue.origin().causation()).isPresent();
    }

    @Test
    void saysNothingWhenAWordOfTheRundownHasNoValue() {
        after(Script.moved(SessionPhase.PLANNED, SessionPhase.LIVE), START);
        after(Script.opened(ENDS), START);

        assertThat(after(line("@{leader} leads."), START)).as("nobody does").isEmpty();
    }

    private static DeskEvent line(String text) {
        return new DeskEvent.LineCued("added-1", text, Mood.AMUSED, Optional.empty());
    }

    @Nested
    class WhileALotIsOpen {
        WhileALotIsOpen() {
            show.happened(Script.moved(SessionPhase.PLANNED, SessionPhase.LIVE), START);
            show.happened(Script.opened(ENDS), START);
        }

        @Test
        void namesTheNewLeaderThePriceAndWhoWasOvertaken() {
            after(Script.accepted(ALICE, "p1", "1.5"), START);
            Cue cue = after(Script.accepted(BOB, "p2", "2", ALICE), START).get(0);
            assertThat(cue.moment().kind()).isEqualTo(Kind.NEW_LEADER);
            assertThat(cue.moment().facts())
                    .containsEntry("leader", "bob_7")
                    .containsEntry("outbid", "alice")
                    .containsEntry("price", "2 ETH")
                    .containsEntry("next", "2.1 ETH");
            assertThat(cue.origin().correlation().value()).isEqualTo("sandbox/p1");
            assertThat(cue.origin().causation()).isPresent();
        }

        @Test
        void doesNotTellSomebodyThatTheyOvertookThemselves() {
            Cue cue = after(Script.accepted(ALICE, "p2", "2", ALICE), START).get(0);
            assertThat(cue.moment().facts()).doesNotContainKey("outbid");
        }

        @Test
        void saysNothingOnAirOfARefusedBid() {
            assertThat(after(Script.refused(BOB, "p9", Reason.TOO_LOW), START)).isEmpty();
        }

        @Test
        void callsThirtyAndTenSecondsOnceEach() {
            assertThat(ticks(START, ENDS))
                    .extracting(cue ->
                            cue.moment().kind() + " " + cue.moment().facts().get("seconds"))
                    .containsExactly("TIME_LEFT 30", "COUNTDOWN 10");
        }

        @Test
        void callsTheTimeAgainAfterAnExtension() {
            ticks(START, ENDS.minusSeconds(5));
            Cue extended = after(Script.extended(ENDS, ENDS.plusSeconds(30)), ENDS.minusSeconds(5))
                    .get(0);
            assertThat(extended.moment().facts()).containsEntry("seconds", "35");
            assertThat(extended.deadline()).contains(ENDS.plusSeconds(30));
            assertThat(ticks(ENDS.minusSeconds(5), ENDS.plusSeconds(30)))
                    .extracting(cue -> cue.moment().kind())
                    .containsExactly(Kind.TIME_LEFT, Kind.COUNTDOWN);
        }

        @Test
        void fillsALongSilenceButNotTheLastSeconds() {
            List<Cue> talk = new ArrayList<>();
            for (Instant now = START; now.isBefore(ENDS); now = now.plusMillis(250)) {
                talk.addAll(director.tick(show.view(), now, false));
            }
            assertThat(talk.stream()
                            .filter(cue -> cue.moment().kind() == Kind.SMALL_TALK)
                            .map(cue -> Duration.between(START, cue.window().opens())
                                    .toSeconds()))
                    .containsExactly(12L, 24L, 36L);
        }

        @Test
        void looksTenseInTheLastSecondsOnly() {
            assertThat(director.mood(show.view(), START)).isEqualTo(Mood.CALM);
            assertThat(director.mood(show.view(), ENDS.minusSeconds(15))).isEqualTo(Mood.SUSPENSE);
        }

        @Test
        void letsTheHammerFallOverEverythingElse() {
            Cue sold = after(Script.sold(ALICE, "2.5"), ENDS).get(0);
            assertThat(sold.urgency()).isEqualTo(Urgency.URGENT);
            assertThat(sold.moment().kind()).isEqualTo(Kind.SOLD);
            assertThat(sold.moment().facts()).containsEntry("leader", "alice").containsEntry("price", "2.5 ETH");
            assertThat(director.mood(show.view(), ENDS)).isEqualTo(Mood.CALM);
        }

        @Test
        void tellsWhyALotReturns() {
            Cue returned = after(Script.returned(), ENDS).get(0);
            assertThat(returned.moment().kind()).isEqualTo(Kind.RETURNED);
            assertThat(returned.moment().facts()).containsEntry("reason", "NO_BIDS");
        }

        @Test
        void mentionsTheSettlementOfASoldLot() {
            after(Script.accepted(ALICE, "p1", "2.5"), START);
            after(Script.sold(ALICE, "2.5"), ENDS);
            Cue settled = after(new SettlementConfirmed(Script.ONE, new TxHash("0x" + "ab".repeat(32)), 7), ENDS)
                    .get(0);
            assertThat(settled.moment().kind()).isEqualTo(Kind.SETTLED);
            assertThat(settled.moment().facts())
                    .containsEntry("leader", "alice")
                    .doesNotContainKey("next");
        }

        private List<Cue> ticks(Instant from, Instant to) {
            List<Cue> cues = new ArrayList<>();
            for (Instant now = from; now.isBefore(to); now = now.plusMillis(250)) {
                cues.addAll(director.tick(show.view(), now, true));
            }
            return cues;
        }
    }

    private List<Cue> after(Event event, Instant now) {
        Recorded recorded = show.happened(event, now);
        return director.on(show.view(), recorded, now);
    }
}
