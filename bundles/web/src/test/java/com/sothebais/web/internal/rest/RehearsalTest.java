package com.sothebais.web.internal.rest;

import static com.sothebais.web.internal.WebServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.rehearsal.Rehearsals;
import com.sothebais.web.internal.WebCase;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class RehearsalTest extends WebCase {
    private static final String PATH = "/api/rehearsals";

    private HttpResponse<String> order(String body) throws Exception {
        return web.post(PATH, body, LOGGED_IN);
    }

    @Test
    void startsOneOnceForEachKey() throws Exception {
        assertThat(web.post(PATH, "{\"session\":\"demo-2027-03-01\"}").statusCode())
                .isEqualTo(401);
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = web.post(
                    PATH,
                    "{\"session\":\"demo-2027-03-01\",\"speed\":30,\"seed\":7}",
                    LOGGED_IN[0],
                    LOGGED_IN[1],
                    "Idempotency-Key",
                    "one-press");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            JsonNode data = json(answer).get("data");
            assertThat(data.get("id").asText()).isEqualTo("rehearsal-sandbox-1");
            assertThat(data.get("stage").asText()).isEqualTo("PREPARING");
            assertThat(data.get("recording").asText()).endsWith("show.mp4");
            assertThat(data.get("report").isNull()).isTrue();
        }
        assertThat(platform.ordered).containsExactly(new Rehearsals.Order(new SessionId("demo-2027-03-01"), 30, 7));
    }

    @Test
    void isSixtyTimesFasterWhereNobodySaysOtherwise() throws Exception {
        assertThat(order("{\"session\":\"demo-2027-03-01\"}").statusCode()).isEqualTo(201);
        assertThat(platform.ordered.get(0).speed()).isEqualTo(60);
    }

    @Test
    void namesEveryMistake() throws Exception {
        HttpResponse<String> answer = order("{\"session\":\"a b\",\"speed\":601,\"seed\":\"x\",\"now\":true}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/error/details").findValuesAsText("path"))
                .containsExactlyInAnyOrder("session", "speed", "seed", "now");
        assertThat(json(order("{}")).at("/error/details/0/path").asText()).isEqualTo("session");
        assertThat(platform.ordered).isEmpty();
    }

    @Test
    void saysWhyItCannotBe() throws Exception {
        assertThat(order("{\"session\":\"nobody-2027-03-01\"}").statusCode()).isEqualTo(404);
        HttpResponse<String> busy = order("{\"session\":\"demo-2027-03-01\",\"speed\":1}");
        assertThat(busy.statusCode()).isEqualTo(409);
        assertThat(json(busy).at("/error/message").asText()).contains("speed of at least 9");
        platform.remove(Rehearsals.class);
        assertThat(order("{\"session\":\"demo-2027-03-01\"}").statusCode()).isEqualTo(503);
    }

    @Test
    void tellsOfThemAndEndsThemForThoseWhoAreLoggedIn() throws Exception {
        assertThat(web.get(PATH).statusCode()).isEqualTo(401);
        assertThat(web.get(PATH + "/rehearsal-sandbox-1").statusCode()).isEqualTo(401);
        assertThat(json(web.get(PATH, LOGGED_IN)).at("/data/0/message").asText())
                .isEqualTo("lot 1 of 3");
        assertThat(json(web.get(PATH + "/rehearsal-sandbox-1", LOGGED_IN))
                        .at("/data/speed")
                        .asInt())
                .isEqualTo(10);
        assertThat(web.get(PATH + "/other", LOGGED_IN).statusCode()).isEqualTo(404);

        String abort = PATH + "/rehearsal-sandbox-1/abort";
        assertThat(web.post(abort, "{}").statusCode()).isEqualTo(401);
        assertThat(json(web.post(abort, "{}", LOGGED_IN)).at("/data/stage").asText())
                .isEqualTo("ABORTED");
        assertThat(platform.aborted).hasSize(1);
        assertThat(web.post(PATH + "/other/abort", "{}", LOGGED_IN).statusCode())
                .isEqualTo(404);
    }
}
