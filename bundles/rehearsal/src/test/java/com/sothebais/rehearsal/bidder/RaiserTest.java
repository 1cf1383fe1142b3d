package com.sothebais.rehearsal.bidder;

import static com.sothebais.rehearsal.bidder.ScriptedShow.eth;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.rehearsal.bidder.ScriptedShow.Timed;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RaiserTest {
    private final ScriptedShow show = new ScriptedShow("ada");

    @Test
    void bidsTheMinimumAfterThinking() {
        show.opens(1);

        List<Timed> moves = show.watch(raiser("3"), 5);

        assertThat(moves).first().satisfies(move -> {
            assertThat(move.text()).isEqualTo("@host bid 1 ETH (1)");
            assertThat(move.second()).isBetween(3.0, 4.3);
        });
    }

    @Test
    void isContentWhileLeadingAndAnswersWhenOutbid() {
        Habit raiser = raiser("3");
        show.opens(1).leads("ada", 1, "1.5");
        assertThat(show.watch(raiser, 8)).isEmpty();

        show.leads("bo", 1, "1.8");

        assertThat(show.watch(raiser, 5)).first().satisfies(move -> assertThat(move.text())
                .isEqualTo("@host bid 1.9 ETH (1)"));
    }

    @Test
    void stopsAtTheLimitOfTheLot() {
        Habit raiser = raiser("2", "4");
        show.opens(1).leads("bo", 1, "1.95");
        assertThat(show.watch(raiser, 20)).isEmpty();
        show.after(26).closes(1).opens(2).leads("bo", 2, "1.95");

        assertThat(show.watch(raiser, 5)).first().satisfies(move -> assertThat(move.text())
                .isEqualTo("@host bid 2.05 ETH (2)"));
    }

    @Test
    void neverBidsWhereABidWouldMoveTheEnd() {
        show.opens(1).leads("bo", 1, "1");

        List<Timed> moves = show.watch(raiser("9"), 45);

        assertThat(moves).isNotEmpty().allSatisfy(move -> assertThat(move.second())
                .isLessThan(45 - 15 - 1.9));
    }

    @Test
    void theSameSeedGivesTheSameMoves() {
        List<Timed> first = new ScriptedShow("ada").opens(1).watch(raiser("9"), 20);
        List<Timed> second = new ScriptedShow("ada").opens(1).watch(raiser("9"), 20);

        assertThat(second).isEqualTo(first).hasSizeGreaterThan(2);
    }

    @Test
    void anEchoRepeatsTheFirstTwoBidsThatLedAndNoMore() {
        Habit echo = new Echo(situation -> List.of());
        show.opens(1);
        var first = show.leads("ada", 1, "1");
        assertThat(show.asks(echo)).containsExactly(redelivery(first), redelivery(first), redelivery(first));
        assertThat(show.asks(echo)).isEmpty();
        show.leads("bo", 1, "1.2");
        var second = show.leads("ada", 1, "1.4");
        assertThat(show.asks(echo)).hasSize(3).containsOnly(redelivery(second));

        show.leads("ada", 1, "1.6");

        assertThat(show.asks(echo)).isEmpty();
    }

    @Test
    void amountsAreRoundAndWrittenAsPeopleWrite() {
        assertThat(Amounts.roundUp(eth("2.011"))).isEqualTo(eth("2.05"));
        assertThat(Amounts.roundUp(eth("2.05"))).isEqualTo(eth("2.05"));
        assertThat(Amounts.percent(eth("2"), 125)).isEqualTo(eth("2.5"));
        assertThat(Amounts.withComma(eth("2.5"))).isEqualTo("2,5");
        assertThat(Amounts.withoutPoint(eth("2.5"))).isEqualTo("25");
        assertThat(Amounts.withoutPoint(eth("3"))).isEqualTo("30");
    }

    private static Move redelivery(com.sothebais.api.social.Post post) {
        return new Move.Redeliver(post.id());
    }

    private static Raiser raiser(String... limits) {
        Random random = new Random(7);
        return new Raiser(
                new Raiser.Temper(List.of(limits), 100, 3, 4),
                new Phrases(random, "@host bid {amount} {unit} ({lot})"),
                random);
    }
}
