package com.sothebais.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Kills the platform in mid-auction, as a power cut would, and starts it again. */
class RecoveryIT {
    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration LOT = Duration.ofMinutes(3);

    @Test
    void aKilledAuctionContinuesWithTheSamePriceAndEndAndIsSettled() throws Exception {
        Path out = Platform.ROOT.resolve("itests/target/recovery");
        try (Platform platform = new Platform("recovery")) {
            platform.start("demo", "--headless", "--out", out.toString());
            platform.awaitConsole("with the password", START);
            JsonNode before = platform.await(
                    "lot with bids above its reserve",
                    "/api/show",
                    show -> lot(show).at("/reserve/met").asBoolean(),
                    LOT);
            platform.killHard();

            platform.start("run");
            JsonNode after = platform.await(
                    "show after the restart", "/api/show", show -> lot(show).has("times"), START);
            assertThat(lot(after).get("auction")).isEqualTo(lot(before).get("auction"));
            assertThat(lot(after).at("/times/status").asText()).isEqualTo("OPEN");
            assertThatNothingWasLost(lot(before), lot(after));

            String auction = lot(after).get("auction").asText();
            JsonNode settled = platform.await(
                    "settlement",
                    "/api/lots/" + auction,
                    lot -> lot.at("/result/settlement").isTextual(),
                    LOT);
            assertThat(settled.at("/result/winner/handle")).isEqualTo(lot(after).at("/bidding/leader/handle"));
            assertThat(settled.at("/result/price/text")).isEqualTo(lot(after).at("/bidding/price/text"));
            platform.await(
                    "balanced books",
                    "/api/escrow",
                    escrow -> escrow.get("balanced").asBoolean(),
                    START);
        }
    }

    /** A bid may have been accepted between the look and the kill; none that was seen may be missing. */
    private static void assertThatNothingWasLost(JsonNode before, JsonNode after) {
        int missed = after.at("/bidding/accepted").asInt()
                - before.at("/bidding/accepted").asInt();
        assertThat(missed).isNotNegative();
        if (missed == 0) {
            assertThat(after.at("/bidding/price")).isEqualTo(before.at("/bidding/price"));
            assertThat(after.at("/bidding/leader")).isEqualTo(before.at("/bidding/leader"));
            assertThat(after.at("/times/ends")).isEqualTo(before.at("/times/ends"));
        }
    }

    private static JsonNode lot(JsonNode show) {
        return show.path("lot");
    }
}
