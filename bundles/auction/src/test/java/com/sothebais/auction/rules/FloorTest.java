package com.sothebais.auction.rules;

import static com.sothebais.auction.testing.Samples.eth;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.AuctionEvent.BidAccepted;
import com.sothebais.api.event.NewEvent;
import com.sothebais.auction.testing.Samples;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FloorTest {
    private final Hall hall = new Hall();

    @BeforeEach
    void live() {
        hall.fund(1, "10");
        hall.fund(2, "10");
        hall.live();
        hall.bid(1, 1, "2");
    }

    /** What the next bid would change. */
    private NewEvent nextBid() {
        Hall other = new Hall();
        other.floor = Floor.of(hall.floor.state());
        other.now = hall.now;
        other.bid(2, 1, "3");
        return other.facts.get(0);
    }

    @Test
    void aDraftThatIsThrownAwayChangesNothing() {
        FloorState before = hall.floor.state();
        Floor draft = hall.floor.draft();
        draft.apply(nextBid());
        assertThat(draft.lot(Sample.id(1)).orElseThrow().price()).isEqualTo(eth("3"));
        assertThat(hall.floor.state()).isEqualTo(before);
        assertThat(hall.free(2, 2)).isEqualTo(eth("10"));
    }

    @Test
    void aDraftTakesThePlaceOfTheFloor() {
        Floor draft = hall.floor.draft();
        draft.apply(nextBid());
        Floor next = draft.draft();
        assertThat(next.lot(Sample.id(1)).orElseThrow().price()).isEqualTo(eth("3"));
        assertThat(next.free(Samples.wallet(1), next.lot(Sample.id(2)).orElseThrow()))
                .isEqualTo(eth("10"));
        assertThat(next.free(Samples.wallet(2), next.lot(Sample.id(2)).orElseThrow()))
                .isEqualTo(eth("7"));
    }

    @Test
    void whatWasWrittenDownIsTheSameFloorAgain() {
        hall.maximum(2, 1, "5");
        hall.bid(1, 1, "60");
        hall.posted("lot-opened/c-lot-1/sim", "opening", java.util.Optional.empty());
        Floor again = Floor.of(hall.floor.state());
        assertThat(again.state()).isEqualTo(hall.floor.state());
        assertThat(again.openLots()).isEqualTo(hall.floor.openLots());
        assertThat(again.due()).isEqualTo(hall.floor.due());
        assertThat(again.free(Samples.wallet(2), again.lot(Sample.id(2)).orElseThrow()))
                .isEqualTo(hall.free(2, 2));
    }

    @Test
    void sessionsThatAreOverAreForgottenButNotTheirIds() {
        hall.at(Duration.ofMinutes(60));
        hall.paid(1, "2", Sample.id(1).settlement(1));
        hall.at(Duration.ofHours(11));
        assertThat(hall.floor.lots()).isEmpty();
        assertThat(hall.floor.runningSessions()).isEmpty();
        assertThat(hall.floor.knows(Sample.id(2))).isTrue();
        assertThat(hall.replayed().state()).isEqualTo(hall.floor.state());
    }

    @Test
    void theClockIsAskedOnlyWhenItChanged() {
        assertThat(Timekeeper.due(hall.floor)).isEqualTo(hall.lot(1).closes());
        assertThat(Timekeeper.next(hall.floor, hall.now))
                .contains(new Timekeeper.Wait(hall.lot(1).closes()));
        assertThat(hall.all(BidAccepted.class)).hasSize(1);
    }
}
