package com.sothebais.auction.rules;

import static com.sothebais.auction.testing.Samples.eth;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.OverrideException;
import com.sothebais.api.money.Money;
import com.sothebais.auction.testing.Samples;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever bids, maxima and voids come in whatever order. {@link Hall} fails when one engine bid leads to another. */
class ProxiesPropertyTest {

    /**
     * @param kind 0..2 maximum, 3..5 bid, 6 withdraw, 7 void the last bid, 8 read the log again, 9 write down and read back
     * @param cents hundredths of an ETH
     */
    record Step(int kind, int bidder, int lot, int cents) {}

    @Property(tries = 300)
    void noMaximumIsExceededNoMoneyCountsTwiceAndTheStateFollowsFromTheLog(@ForAll("steps") List<Step> steps) {
        Hall hall = new Hall();
        hall.course = com.sothebais.api.auction.Schedule.Course.CONCURRENT;
        for (int bidder = 1; bidder <= 4; bidder++) {
            hall.fund(bidder, "8");
        }
        hall.live();
        Map<String, Money> maxima = new HashMap<>();
        for (Step step : steps) {
            int before = hall.all(BidAccepted.class).size();
            play(hall, step, maxima);
            List<BidAccepted> bids = hall.all(BidAccepted.class);
            for (BidAccepted bid : bids.subList(before, bids.size())) {
                if (bid.post().isByProxy()) {
                    Money maximum = maxima.get(
                            key(bid.bidder().account().handle(), bid.auction().value()));
                    assertThat(bid.amount().isMoreThan(maximum)).isFalse();
                }
            }
            noMoneyCountsTwice(hall);
        }
        assertThat(hall.replayed().lots()).isEqualTo(hall.floor.lots());
        assertThat(hall.replayed().state()).isEqualTo(hall.floor.state());
    }

    private static void play(Hall hall, Step step, Map<String, Money> maxima) {
        String amount = step.cents() / 100 + "." + String.format("%02d", step.cents() % 100);
        String key = key("user" + step.bidder(), Sample.id(step.lot()).value());
        switch (step.kind()) {
            case 0, 1, 2 -> {
                Money before = maxima.put(key, eth(amount));
                if (hall.maximum(step.bidder(), step.lot(), amount)
                        instanceof com.sothebais.api.auction.MaximumAnswer.Refused) {
                    maxima.put(key, before == null ? eth("0") : before);
                }
            }
            case 6 -> hall.withdrawMaximum(step.bidder(), step.lot());
            case 7 -> {
                List<Trail.Taken> bids = hall.lot(step.lot()).lead().trail().oldestFirst();
                if (!bids.isEmpty()) {
                    Trail.Taken bid = bids.get(step.cents() % bids.size());
                    hall.override(step.lot(), new LotOverride.VoidBid(bid.post()));
                }
            }
            case 8 -> hall.floor = hall.replayed();
            case 9 -> hall.floor = Floor.of(hall.floor.state()).draft();
            default -> hall.bid(step.bidder(), step.lot(), amount);
        }
    }

    private static String key(String handle, String auction) {
        return handle + "/" + auction;
    }

    private static void noMoneyCountsTwice(Hall hall) {
        for (int bidder = 1; bidder <= 4; bidder++) {
            Money claimed = eth("0");
            for (LotState lot : hall.floor.lots()) {
                claimed = claimed.plus(hall.floor.claim(lot, Samples.wallet(bidder)));
            }
            assertThat(claimed.isMoreThan(eth("8"))).isFalse();
            for (LotState lot : hall.floor.lots()) {
                Money own = hall.floor.claim(lot, Samples.wallet(bidder));
                assertThat(hall.floor.free(Samples.wallet(bidder), lot))
                        .isEqualTo(eth("8").minus(claimed).plus(own));
            }
        }
    }

    @Property(tries = 300)
    void theOrderOfSettingDecidesOnlyBetweenEqualMaxima(@ForAll("cents") List<Integer> amounts) {
        Hall hall = new Hall();
        for (int bidder = 1; bidder <= amounts.size(); bidder++) {
            hall.fund(bidder, "1000");
        }
        hall.publish();
        hall.atSeconds(-60);
        for (int bidder = 1; bidder <= amounts.size(); bidder++) {
            hall.maximum(bidder, 1, "" + amounts.get(bidder - 1));
        }
        hall.atSeconds(0);
        int best = amounts.stream().max(Integer::compare).orElseThrow();
        int winner = amounts.indexOf(best);
        int second = 0;
        for (int i = 0; i < amounts.size(); i++) {
            second = i == winner ? second : Math.max(second, amounts.get(i));
        }
        Money price = second == 0 ? eth("1") : eth("" + second).plus(eth("0.1"));
        price = price.isMoreThan(eth("" + best)) ? eth("" + best) : price;
        assertThat(hall.leader(1)).isEqualTo("user" + (winner + 1) + " " + price.decimal());
        assertThat(hall.all(BidAccepted.class)).hasSize(1);
    }

    @Property(tries = 50)
    void anOverrideThatIsRefusedChangesNothing(@ForAll("steps") List<Step> steps) {
        Hall hall = new Hall();
        hall.publish();
        FloorState before = hall.floor.state();
        for (Step step : steps) {
            try {
                hall.override(step.lot(), new LotOverride.ForceClose());
            } catch (OverrideException e) {
                assertThat(e.obstacle()).isEqualTo(OverrideException.Obstacle.ILLEGAL);
            }
        }
        assertThat(hall.floor.state()).isEqualTo(before);
    }

    @Provide
    Arbitrary<List<Integer>> cents() {
        return Arbitraries.integers().between(1, 9).list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(90, 900))
                .as(Step::new)
                .list()
                .ofMaxSize(30);
    }
}
