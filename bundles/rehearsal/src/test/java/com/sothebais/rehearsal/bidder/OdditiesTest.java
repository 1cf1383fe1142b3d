package com.sothebais.rehearsal.bidder;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.Relation;
import com.sothebais.rehearsal.bidder.ScriptedShow.Timed;
import java.util.List;
import org.junit.jupiter.api.Test;

class OdditiesTest {
    private static final String AT = "@sothebais ";
    private final ScriptedShow show = new ScriptedShow("odd");

    @Test
    void theSniperMovesOnceInTheLastThreeSecondsOfTheFirstLot() {
        Habit sniper = Oddities.sniper(AT);
        show.opens(1).leads("ada", 1, "2.4");

        List<Timed> moves = show.watch(sniper, 45);

        assertThat(moves).hasSize(1);
        assertThat(moves.get(0).second()).isBetween(42.0, 42.2);
        assertThat(moves.get(0).text()).isEqualTo("@sothebais bid 2.65 ETH");
    }

    @Test
    void theSniperBidsInGoodTimeOnLaterLots() {
        Habit sniper = Oddities.sniper(AT);
        show.opens(1).after(45).closes(1).opens(2).leads("ada", 2, "1.2");

        List<Timed> moves = show.watch(sniper, 45);

        assertThat(moves).hasSize(1).allSatisfy(move -> assertThat(move.second())
                .isBetween(55.9, 56.2));
    }

    @Test
    void theFatFingerLosesThePointAndCorrectsItOnceAskedToConfirm() {
        Habit finn = Oddities.fatFinger(AT);
        show.opens(1).leads("ada", 1, "2.3");
        assertThat(show.watch(finn, 15)).extracting(Timed::text).containsExactly("@sothebais bid 25 ETH");

        show.refused(1, Reason.CONFIRM_LARGE);

        assertThat(show.watch(finn, 2.3)).isEmpty();
        assertThat(show.watch(finn, 5)).extracting(Timed::text).containsExactly("@sothebais sorry! bid 2.4 ETH");
    }

    @Test
    void theUnfundedBidsTwiceALot() {
        Habit nora = Oddities.unfunded(AT);
        show.opens(1);
        assertThat(show.watch(nora, 45)).hasSize(2);
        show.closes(1).opens(2);
        assertThat(show.watch(nora, 45)).hasSize(2);
    }

    @Test
    void theUnlinkedAsksHowToLinkAfterBeingTold() {
        Habit wes = Oddities.unlinked(AT);
        show.opens(1);
        assertThat(show.watch(wes, 10)).hasSize(1);
        show.refused(1, Reason.NEEDS_WALLET);
        assertThat(show.watch(wes, 10)).extracting(Timed::text).containsExactly("@sothebais how do I link my wallet?");
    }

    @Test
    void theChattyOneTalksInEveryPhaseAndNeverBids() {
        Habit cleo = Oddities.chatty(AT);
        assertThat(show.watch(cleo, 5))
                .extracting(Timed::text)
                .singleElement()
                .asString()
                .contains("Work 1");
        show.opens(1);
        assertThat(show.watch(cleo, 45)).hasSize(3).noneMatch(move -> move.text()
                .contains("bid "));
        show.closes(1).moves(SessionPhase.LIVE, SessionPhase.POST);
        assertThat(show.watch(cleo, 5)).hasSize(1);
    }

    @Test
    void theRuleBreakerTriesTheWholeBook() {
        Habit rex = Oddities.ruleBreaker(AT);
        show.opens(1);
        assertThat(show.watch(rex, 9)).extracting(Timed::text).containsExactly("@sothebais max bid 4 eth");
        assertThat(show.watch(rex, 3)).extracting(Timed::text).containsExactly("@sothebais bid 1 ETH");
        Post mine = show.leads("odd", 1, "1");
        List<Timed> afterwards = show.watch(rex, 8);
        assertThat(afterwards)
                .extracting(OdditiesTest::relation)
                .containsExactly(
                        Relation.to(Relation.Kind.EDIT, mine.id(), mine.author().id()),
                        Relation.to(
                                Relation.Kind.REPLY, mine.id(), mine.author().id()));
        assertThat(afterwards.get(1).text()).contains("retract my bid");

        Post rival = show.leads("ada", 1, "2");

        assertThat(show.watch(rex, 15))
                .extracting(OdditiesTest::relation)
                .containsExactly(
                        Relation.to(
                                Relation.Kind.QUOTE, rival.id(), rival.author().id()),
                        Relation.to(
                                Relation.Kind.REPOST, rival.id(), rival.author().id()));
    }

    @Test
    void theTardyOneOffersTooLittleAndThenTooLate() {
        Habit lou = Oddities.tooLittleTooLate(AT);
        show.opens(1).leads("ada", 1, "3");
        assertThat(show.watch(lou, 45))
                .extracting(Timed::text)
                .containsExactly("@sothebais bid 1.5 ETH", "@sothebais ok ok, bid 2.4 ETH");
        show.closes(1);
        assertThat(show.watch(lou, 1.6)).isEmpty();
        assertThat(show.watch(lou, 3)).extracting(Timed::text).containsExactly("@sothebais #1 bid 9 eth");
    }

    @Test
    void theVagueOneIsClearOnce() {
        Habit vera = Oddities.vague(AT);
        show.opens(1).leads("ada", 1, "2");
        assertThat(show.watch(vera, 45))
                .extracting(Timed::text)
                .containsExactly(
                        "@sothebais bid 1,000 eth",
                        "@sothebais bid 2-3 eth",
                        "@sothebais bid 2.1 ETH",
                        "@sothebais bid 3 eth?");
    }

    @Test
    void theCastHasTwelveDifferentPeopleWhoAddressTheHost() {
        List<Persona> cast = Cast.of("gavel", 1);

        assertThat(cast).hasSize(12).extracting(Persona::handle).doesNotHaveDuplicates();
        assertThat(cast).allSatisfy(persona -> {
            assertThat(persona.handle()).matches("[a-z_]{1,30}");
            ScriptedShow own = new ScriptedShow(persona.handle());
            own.opens(1).leads("somebody", 1, "1.5");
            assertThat(own.watch(persona.habit(), 45)).isNotEmpty().allSatisfy(move -> assertThat(
                            relation(move).kind() == Relation.Kind.REPOST
                                    || move.text().startsWith("@gavel "))
                    .isTrue());
        });
    }

    private static Relation relation(Timed timed) {
        return timed.move() instanceof Move.Say say ? say.relation() : Relation.ORIGINAL;
    }
}
