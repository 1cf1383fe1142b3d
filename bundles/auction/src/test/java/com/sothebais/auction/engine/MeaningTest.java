package com.sothebais.auction.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.event.Decree;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Snapshots of an older version must not be used when facts have come to mean something else since. */
class MeaningTest {

    /** Of the state after the history below, folded from its facts. */
    private static final String STATE = "0e03f71ad1fe5e3c5153083bef146972809ae2c1a336b90f48c3490bd3b3650f";

    @Test
    void whoeverChangesWhatFactsDoRaisesTheMeaningOfSnapshots() {
        Stage stage = new Stage();
        stage.rehearse(Stage.rules());
        stage.fund(1, "100");
        stage.fund(2, "100");
        stage.at(21);
        stage.say(1, "bid 2 eth");
        stage.say(2, "bid 50 eth");
        stage.settled(stage.maximum(2, "9"));
        stage.say(1, "bid 3 eth");
        Decree decree = new Decree("alice", "Sound.");
        stage.settled(stage.order(new LotOverride.Pause(), Optional.empty(), Optional.of(decree)));
        stage.at(31);
        stage.settled(stage.order(new LotOverride.Resume(), Optional.empty(), Optional.of(decree)));
        stage.settled(
                stage.order(new LotOverride.Extend(Duration.ofSeconds(30)), Optional.empty(), Optional.of(decree)));
        stage.at(90);
        stage.restart();
        String state = stage.room.auctioneer().floor().state().toString();
        assertThat(Archive.checksum(state.getBytes(StandardCharsets.UTF_8)))
                .as("raise Snapshot.MEANING, then write the new checksum here")
                .isEqualTo(STATE);
        assertThat(Snapshot.MEANING).isEqualTo(2);
    }
}
