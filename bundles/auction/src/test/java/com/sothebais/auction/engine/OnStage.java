package com.sothebais.auction.engine;

import static com.sothebais.auction.engine.Stage.LOT_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.AuctionEvent.BidRefused;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.event.Event;
import com.sothebais.auction.rules.LotState;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A planned session of two lots and two bidders with money. */
abstract class OnStage {
    Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage();
        stage.rehearse(Stage.rules());
        stage.fund(1, "100");
        stage.fund(2, "100");
    }

    LotState lot1() {
        return stage.room.auctioneer().floor().lot(LOT_1).orElseThrow();
    }

    static Reason reason(List<Event> events) {
        assertThat(events).singleElement().isInstanceOf(BidRefused.class);
        return ((BidRefused) events.get(0)).reason();
    }
}
