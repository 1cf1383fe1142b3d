package com.sothebais.auction.engine;

import static com.sothebais.auction.engine.Stage.CHAIN;
import static com.sothebais.auction.engine.Stage.LOT_1;
import static com.sothebais.auction.engine.Stage.LOT_2;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.auction.Outcome;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.money.Currency;
import com.sothebais.api.money.Money;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.social.Post;
import com.sothebais.auction.rules.Floor;
import com.sothebais.auction.rules.LotState;
import com.sothebais.auction.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people do, and whenever the log or the process fails, the books hold. */
class AuctioneerPropertyTest {
    private static final int BIDDERS = 4;

    /**
     * One thing that happens.
     *
     * @param kind 0..6 bid, 7 deposit, 8 redelivery, 9 restart, 10 log outage while bidding
     * @param tenths amount in tenths of an ETH
     */
    record Step(int kind, int bidder, int tenths, int millis) {}

    @Property(tries = 60)
    void theBooksHoldWhateverHappens(@ForAll("steps") List<Step> steps) {
        Stage stage = new Stage();
        stage.rehearse(Stage.rules());
        for (int bidder = 1; bidder <= BIDDERS; bidder++) {
            stage.fund(bidder, "3");
        }
        List<Post> posted = new ArrayList<>();
        long millis = 20_000;
        for (Step step : steps) {
            millis += step.millis();
            stage.at(java.time.Duration.ofMillis(millis));
            play(stage, step, posted);
            noMoneyIsPromisedTwice(stage.room.auctioneer().floor());
        }
        stage.at(300);
        stage.at(400);
        Floor live = stage.room.auctioneer().floor();
        replayGivesTheSameState(stage, live);
        for (AuctionId lot : List.of(LOT_1, LOT_2)) {
            thePriceOnlyRoseAndTheHighestWon(stage, lot);
        }
    }

    private static void play(Stage stage, Step step, List<Post> posted) {
        String text = "bid " + step.tenths() + "00000000 gwei";
        Post post = stage.post(step.bidder(), text);
        switch (step.kind()) {
            case 7 -> stage.deposit(step.bidder(), "0.5");
            case 8 ->
                posted.stream().findFirst().ifPresent(first -> assertThat(stage.say(first))
                        .isEmpty());
            case 9 -> stage.restart();
            case 10 -> {
                stage.log.outage(true);
                stage.deliver(post);
                try {
                    stage.room.auctioneer().step();
                } catch (EventLogException e) {
                    assertThat(e).hasMessageContaining("down");
                }
                stage.log.outage(false);
                stage.room.auctioneer().step();
            }
            default -> {
                stage.say(post);
                posted.add(post);
            }
        }
    }

    private static void noMoneyIsPromisedTwice(Floor floor) {
        for (int bidder = 1; bidder <= BIDDERS; bidder++) {
            int number = bidder;
            Money promised = floor.lots().stream()
                    .map(lot -> floor.claim(lot, Samples.wallet(number)))
                    .reduce(Money.zero(Currency.ETH), Money::plus);
            Money held = floor.purses().held(CHAIN, Samples.wallet(bidder), Currency.ETH);
            assertThat(promised.isMoreThan(held)).as("%s of %s", promised, held).isFalse();
        }
    }

    private static void replayGivesTheSameState(Stage stage, Floor live) {
        Floor replayed = new Floor();
        ShowView show = ShowView.EMPTY;
        for (var recorded : stage.log.read(0, EventLog.READ_MAX)) {
            replayed.apply(recorded.fact());
            show = show.after(recorded);
        }
        assertThat(replayed.lots()).isEqualTo(live.lots());
        assertThat(replayed.runningSessions()).isEqualTo(live.runningSessions());
        for (LotState lot : live.lots()) {
            assertThat(show.lot(lot.plan().auction()).orElseThrow().times().ends())
                    .isEqualTo(lot.clock().ends());
        }
    }

    private static void thePriceOnlyRoseAndTheHighestWon(Stage stage, AuctionId lot) {
        List<BidAccepted> bids = stage.all(BidAccepted.class).stream()
                .filter(bid -> bid.auction().equals(lot))
                .toList();
        for (int i = 1; i < bids.size(); i++) {
            assertThat(bids.get(i).amount().isLessThan(bids.get(i - 1).nextMinimum()))
                    .isFalse();
        }
        AuctionClosed closed = stage.all(AuctionClosed.class).stream()
                .filter(close -> close.auction().equals(lot))
                .findFirst()
                .orElseThrow();
        if (bids.isEmpty()) {
            assertThat(closed.outcome()).isEqualTo(new Outcome.Returned(Outcome.Cause.NO_BIDS));
        } else {
            BidAccepted last = bids.get(bids.size() - 1);
            assertThat(closed.outcome()).isEqualTo(new Outcome.Sold(last.bidder(), last.amount()));
        }
        Ledger ledger = stage.room.ledger(lot).orElseThrow();
        assertThat(ledger.flaw()).isEmpty();
        assertThat(ledger.root()).isEqualTo(closed.root());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.integers().between(1, BIDDERS),
                        Arbitraries.integers().between(8, 40),
                        Arbitraries.integers().between(0, 6_000))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }
}
