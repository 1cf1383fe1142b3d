package com.sothebais.auction.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.AuctionEvent.AuctionPaused;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PassageTest {
    private static final NewEvent CLOSE = fact("close");
    private static final NewEvent FIRST_BID = fact("first");
    private static final NewEvent SECOND_BID = fact("second");
    private static final NewEvent OTHER = fact("other");

    @Test
    void isMetWhenAllFactsComeOneBehindTheOther() {
        assertThat(metIn(OTHER, CLOSE, FIRST_BID, SECOND_BID)).isTrue();
        assertThat(metIn(CLOSE, CLOSE, FIRST_BID, SECOND_BID, OTHER)).isTrue();
    }

    /** An auctioneer that took over closes the lot at the same instant, but never heard of the bids. */
    @Test
    void isNotMetByItsBeginning() {
        assertThat(metIn(CLOSE, OTHER)).isFalse();
        assertThat(metIn(CLOSE, FIRST_BID)).isFalse();
        assertThat(metIn(CLOSE, FIRST_BID, OTHER, SECOND_BID)).isFalse();
        assertThat(metIn()).isFalse();
    }

    private static boolean metIn(NewEvent... log) {
        Passage passage = new Passage(List.of(CLOSE, FIRST_BID, SECOND_BID));
        boolean met = false;
        for (NewEvent fact : log) {
            met |= passage.test(fact);
        }
        return met;
    }

    private static NewEvent fact(String name) {
        return new NewEvent(
                new StreamId("auction/" + name),
                new AuctionPaused(new AuctionId(name)),
                "auction",
                Instant.EPOCH,
                new CorrelationId(name),
                Optional.empty());
    }
}
