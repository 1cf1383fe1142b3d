package com.sothebais.web.internal.rest;

import static com.sothebais.web.internal.WebServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.api.event.Decree;
import com.sothebais.web.internal.WebCase;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ReplayTest extends WebCase {
    private static final String RANGE =
            "{\"subscriber\":\"settler\",\"positions\":{\"from\":2,\"to\":7},\"reason\":\"Try it.\"}";

    @Test
    void startsIntoTheShadowUnlessItIsSaidOtherwiseAndSaysWhoOrderedIt() throws Exception {
        HttpResponse<String> answer = web.post("/api/replays", RANGE, LOGGED_IN);
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode replay = json(answer).get("data");
        assertThat(replay.path("number").asLong()).isEqualTo(2);
        assertThat(replay.path("shadow").asBoolean()).isTrue();
        assertThat(replay.at("/positions/to").asLong()).isEqualTo(7);
        assertThat(platform.replays.decrees).containsExactly(new Decree("admin", "Try it."));
        assertThat(json(web.get("/api/replays/2", LOGGED_IN)).get("data")).isEqualTo(replay);
    }

    @Test
    void takesAFactOrTimesInsteadOfPositions() throws Exception {
        for (String which : new String[] {
            "\"event\":\"0f8fad5b-d9cb-469f-a165-70867728950e\"",
            "\"times\":{\"from\":\"2026-11-21T19:00:00Z\",\"until\":\"2026-11-21T20:00:00.5Z\"}"
        }) {
            String body = "{\"subscriber\":\"settler\",\"shadow\":false," + which + ",\"reason\":\"r\"}";
            HttpResponse<String> answer = web.post("/api/replays", body, LOGGED_IN);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() throws Exception {
        HttpResponse<String> answer = web.post(
                "/api/replays",
                "{\"shadow\":1,\"positions\":{\"from\":9,\"to\":2,\"x\":1},\"when\":\"now\"}",
                LOGGED_IN);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/error/details").findValuesAsText("path"))
                .containsExactlyInAnyOrder("subscriber", "shadow", "positions.to", "positions.x", "reason", "when");
        String both = RANGE.replace("\"reason\"", "\"event\":\"x\",\"reason\"");
        assertThat(web.post("/api/replays", both, LOGGED_IN).body()).contains("exactly one");
        HttpResponse<String> unknown = web.post("/api/replays", RANGE.replace("settler", "nobody"), LOGGED_IN);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("no subscriber is named nobody");
        assertThat(platform.replays.decrees).isEmpty();
    }

    @Test
    void aKeyStartsOneReplayAndIsRefusedForAnother() throws Exception {
        String[] headers = {LOGGED_IN[0], LOGGED_IN[1], "Idempotency-Key", "again"};
        HttpResponse<String> first = web.post("/api/replays", RANGE, headers);
        HttpResponse<String> second = web.post("/api/replays", RANGE, headers);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        HttpResponse<String> other = web.post("/api/replays", RANGE.replace("7", "8"), headers);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(platform.replays.decrees).hasSize(1);
    }

    @Test
    void runsALimitedNumberStopsThemAndListsPages() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertThat(web.post("/api/replays", RANGE, LOGGED_IN).statusCode()).isEqualTo(201);
        }
        assertThat(web.post("/api/replays", RANGE, LOGGED_IN).statusCode()).isEqualTo(409);
        HttpResponse<String> stopped = web.post("/api/replays/3/stop", "{}", LOGGED_IN);
        assertThat(json(stopped).at("/data/status").asText()).isEqualTo("STOPPED");
        assertThat(web.post("/api/replays/3/stop", "{}", LOGGED_IN).statusCode())
                .isEqualTo(409);
        assertThat(web.post("/api/replays/77/stop", "{}", LOGGED_IN).statusCode())
                .isEqualTo(404);
        assertThat(web.get("/api/replays/x", LOGGED_IN).statusCode()).isEqualTo(404);
        JsonNode page = json(web.get("/api/replays?limit=2", LOGGED_IN)).get("data");
        assertThat(page.get("items").findValuesAsText("number")).containsExactly("5", "4");
        JsonNode rest = json(web.get("/api/replays?cursor=" + page.get("next").asText(), LOGGED_IN))
                .get("data");
        assertThat(rest.get("items").findValuesAsText("number")).containsExactly("3", "2", "1");
        assertThat(rest.get("next").isNull()).isTrue();
    }
}
