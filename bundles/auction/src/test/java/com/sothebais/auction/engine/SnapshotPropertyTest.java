package com.sothebais.auction.engine;

import static com.sothebais.auction.engine.Stage.LOT_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.EventLogException;
import com.sothebais.api.settlement.SettlementEvent.SettlementRefused;
import com.sothebais.api.social.Post;
import com.sothebais.auction.engine.FaultyLog.Fault;
import com.sothebais.auction.rules.Floor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happened, and wherever a snapshot was taken, a snapshot and the tail give the state of the whole log. */
class SnapshotPropertyTest {
    private static final int BIDDERS = 4;
    private static final Settings OFTEN = new Settings(1_000, 100, 30, 60, Duration.ofSeconds(10), 7);
    private static final Decree DECREE = new Decree("alice", "As agreed.");

    /** @param kind 0..5 bid, 6 deposit, 7 maximum, 8 order, 9 redelivery, 10 fault, 11 refused settlement, 12..14 restart */
    record Step(int kind, int bidder, int tenths, int millis) {}

    /** Newest first, in memory. */
    private static final class Shelf implements Snapshots {
        private final List<Kept> kept = new ArrayList<>();

        @Override
        public List<Kept> newestFirst() {
            return List.copyOf(kept);
        }

        @Override
        public void keep(Kept snapshot) {
            kept.add(0, snapshot);
        }
    }

    @Property(tries = 80)
    void aSnapshotAndTheTailAreTheWholeLog(@ForAll("steps") List<Step> steps) {
        Shelf shelf = new Shelf();
        Stage stage = new Stage(OFTEN, shelf);
        stage.rehearse(Stage.rules());
        for (int bidder = 1; bidder <= BIDDERS; bidder++) {
            stage.fund(bidder, "3");
        }
        List<Post> posted = new ArrayList<>();
        long millis = 20_000;
        for (Step step : steps) {
            millis += step.millis();
            stage.at(Duration.ofMillis(millis));
            play(stage, step, posted);
        }
        stage.room.auctioneer().step();
        Floor whole = new Floor();
        stage.log.read(0, EventLog.READ_MAX).forEach(recorded -> whole.apply(recorded.fact()));
        assertThat(stage.room.auctioneer().floor().state()).as("live").isEqualTo(whole.state());
        // Each of them, not only the newest.
        for (int i = shelf.kept.size(); i > 0; i--) {
            stage.restart();
            assertThat(stage.room.auctioneer().floor().state()).isEqualTo(whole.state());
            for (Post post : posted) {
                assertThat(stage.say(post)).as("delivered again").isEmpty();
            }
            shelf.kept.remove(0);
        }
    }

    private static void play(Stage stage, Step step, List<Post> posted) {
        Post post = stage.post(step.bidder(), "bid " + step.tenths() + "00000000 gwei");
        switch (step.kind()) {
            case 6 -> stage.deposit(step.bidder(), "0.5");
            case 7 -> stage.settled(stage.maximum(step.bidder(), step.tenths() / 10 + "." + step.tenths() % 10));
            case 8 -> order(stage, step);
            case 9 ->
                posted.stream().findFirst().ifPresent(first -> assertThat(stage.say(first))
                        .isEmpty());
            case 10 -> {
                stage.log.next(step.tenths() % 2 == 0 ? Fault.LOST : Fault.LOST_ANSWER);
                stage.deliver(post);
                try {
                    stage.room.auctioneer().step();
                } catch (EventLogException e) {
                    stage.failures.add(e.getMessage());
                }
                stage.room.auctioneer().step();
                posted.add(post);
            }
            case 11 -> stage.record("settlement/" + LOT_1, new SettlementRefused(LOT_1, "The seller has sold it."));
            case 12, 13, 14 -> stage.restart();
            default -> {
                stage.say(post);
                posted.add(post);
            }
        }
    }

    /** Whether it can be made just now does not matter here. */
    private static void order(Stage stage, Step step) {
        LotOverride override =
                switch (step.tenths() % 4) {
                    case 0 -> new LotOverride.Pause();
                    case 1 -> new LotOverride.Resume();
                    case 2 -> new LotOverride.Extend(Duration.ofSeconds(5));
                    default ->
                        stage.room
                                .auctioneer()
                                .floor()
                                .lot(LOT_1)
                                .flatMap(lot -> lot.lead().trail().oldestFirst().stream()
                                        .findFirst())
                                .<LotOverride>map(bid -> new LotOverride.VoidBid(bid.post()))
                                .orElse(new LotOverride.Resume());
                };
        stage.order(override, Optional.empty(), Optional.of(DECREE));
        stage.room.auctioneer().step();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 14),
                        Arbitraries.integers().between(1, BIDDERS),
                        Arbitraries.integers().between(8, 40),
                        Arbitraries.integers().between(0, 6_000))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }
}
