package com.sothebais.web.internal.rest;

import static com.sothebais.web.internal.WebServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.api.stream.ShowControl;
import com.sothebais.web.internal.WebCase;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class StreamControlTest extends WebCase {
    private static final String CONTROL = "/api/stream/control";
    private static final String RUNDOWN = "/api/stream/rundown";

    @Test
    void showsProgramAndPreviewToThoseWhoAreLoggedIn() throws Exception {
        assertThat(web.get(CONTROL).statusCode()).isEqualTo(401);
        JsonNode status = json(web.get(CONTROL, LOGGED_IN)).at("/data");

        assertThat(status.get("program").asText()).isEqualTo("show");
        assertThat(status.get("preview").asText()).isEqualTo("standby");
        assertThat(status.get("running").isNull()).isTrue();
        assertThat(status.get("sources")).hasSize(3);
        platform.control.busy = true;
        JsonNode running = json(web.get(CONTROL, LOGGED_IN)).at("/data/running");
        assertThat(running.get("kind").asText()).isEqualTo("FADE");
        assertThat(running.get("frames").asInt()).isEqualTo(21);
    }

    @Test
    void takesWhatIsOnPreviewOnceForEachKey() throws Exception {
        assertThat(web.post(CONTROL + "/take", "{}").statusCode()).isEqualTo(401);
        assertThat(post(CONTROL + "/preview", "{\"source\":\"bars\"}").statusCode())
                .isEqualTo(200);
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = web.post(
                    CONTROL + "/take",
                    "{\"transition\":\"WIPE\",\"length\":\"PT1.5S\"}",
                    LOGGED_IN[0],
                    LOGGED_IN[1],
                    "Idempotency-Key",
                    "one-take");
            assertThat(json(answer).at("/data/program").asText()).isEqualTo("bars");
        }
        assertThat(platform.control.told).containsExactly("take bars WIPE PT1.5S");
        post(CONTROL + "/take", "{}");
        post(CONTROL + "/take", "{\"transition\":\"FADE\"}");
        assertThat(platform.control.told).endsWith("take show CUT PT0S", "take bars FADE PT0.7S");
    }

    @Test
    void refusesWhatTheDeskRefusesAndWhatIsWronglyWritten() throws Exception {
        assertThat(post(CONTROL + "/preview", "{\"source\":\"gala\"}").statusCode())
                .isEqualTo(404);
        for (String wrong : new String[] {
            "{\"transition\":\"SPIN\"}",
            "{\"transition\":\"FADE\",\"length\":\"PT4S\"}",
            "{\"length\":\"PT1S\"}",
            "{\"transition\":\"CUT\",\"length\":\"PT1S\"}",
            "{\"fade\":1}"
        }) {
            assertThat(post(CONTROL + "/take", wrong).statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(post(CONTROL + "/preview", "{\"source\":\"../etc\"}").statusCode())
                .isEqualTo(400);
        platform.control.busy = true;
        assertThat(post(CONTROL + "/take", "{\"transition\":\"FADE\"}").statusCode())
                .isEqualTo(409);
        platform.remove(ShowControl.class);
        assertThat(web.get(CONTROL, LOGGED_IN).statusCode()).isEqualTo(503);
    }

    @Test
    void saysWhoTookWhatIsOnProgramAndKeepsWhatARestartBroughtBack() throws Exception {
        assertThat(json(web.get(CONTROL, LOGGED_IN)).at("/data/taken").isNull()).isTrue();
        platform.control.bringBackBars();
        JsonNode taken = json(web.get(CONTROL, LOGGED_IN)).at("/data/taken");
        assertThat(taken.get("by").asText()).isEqualTo("ada");
        assertThat(taken.get("restored").asBoolean()).isTrue();
        assertThat(taken.get("until").asText()).endsWith("Z");
        assertThat(web.post(CONTROL + "/keep", "{}").statusCode()).isEqualTo(401);
        JsonNode kept = json(post(CONTROL + "/keep", "{}")).at("/data");

        assertThat(kept.get("program").asText()).isEqualTo("bars");
        assertThat(kept.at("/taken/until").isNull()).isTrue();
        assertThat(post(CONTROL + "/keep", "{\"for\":\"ever\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void givesThePicturesOfProgramAndPreview() throws Exception {
        assertThat(web.get(CONTROL + "/program.png").statusCode()).isEqualTo(401);
        HttpResponse<String> picture = web.get(CONTROL + "/program.png", LOGGED_IN);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(picture.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(picture.body()).contains("PNG", "IEND");
        platform.control.busy = true;
        HttpResponse<String> late = web.get(CONTROL + "/preview.png", LOGGED_IN);

        assertThat(late.statusCode()).isEqualTo(503);
        assertThat(json(late).at("/error/code").asText()).isEqualTo("BUSY");
        assertThat(late.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void showsTheRundownAndDoesWithCuesWhatIsAsked() throws Exception {
        assertThat(web.get(RUNDOWN).statusCode()).isEqualTo(401);
        JsonNode cue = json(web.get(RUNDOWN, LOGGED_IN)).at("/data/cues/0");
        assertThat(cue.get("id").asText()).isEqualTo("lot-1.opens");
        assertThat(cue.get("state").asText()).isEqualTo("NEXT");
        assertThat(cue.get("at").asText()).endsWith("Z");
        assertThat(cue.get("planned").asText()).isLessThan(cue.get("at").asText());
        assertThat(cue.at("/action/kind").asText()).isEqualTo("MARK");
        for (String deed : new String[] {"hold", "go", "skip", "fire"}) {
            assertThat(post(RUNDOWN + "/cues/lot-1.opens/" + deed, "{}").statusCode())
                    .isEqualTo(200);
        }
        assertThat(platform.control.told)
                .containsExactly("HELD lot-1.opens", "PENDING lot-1.opens", "SKIPPED lot-1.opens", "FIRED lot-1.opens");
        assertThat(post(RUNDOWN + "/cues/nothing/fire", "{}").statusCode()).isEqualTo(404);
        assertThat(json(post(RUNDOWN + "/hold", "{\"held\":true}"))
                        .at("/data/held")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void addsCuesThatTakeASourceSetAMoodOrMarkAMoment() throws Exception {
        String head = "{\"at\":\"2026-11-21T19:30:00Z\",\"label\":\"Break\"";
        JsonNode take = json(post(RUNDOWN + "/cues", head + ",\"source\":\"standby\",\"transition\":\"FADE\"}"))
                .at("/data");
        assertThat(take.get("automatic").asBoolean()).isFalse();
        assertThat(take.at("/action/source").asText()).isEqualTo("standby");
        assertThat(take.at("/action/lengthMillis").asLong()).isEqualTo(700);
        assertThat(json(post(RUNDOWN + "/cues", head + ",\"mood\":\"AMUSED\"}"))
                        .at("/data/action/mood")
                        .asText())
                .isEqualTo("AMUSED");
        assertThat(json(post(RUNDOWN + "/cues", head + "}"))
                        .at("/data/action/kind")
                        .asText())
                .isEqualTo("MARK");
        JsonNode say = json(post(RUNDOWN + "/cues", head + ",\"say\":\"Lot {lot} follows.\",\"mood\":\"CURIOUS\"}"))
                .at("/data/action");
        assertThat(say.get("kind").asText()).isEqualTo("SAY");
        assertThat(say.get("text").asText()).isEqualTo("Lot {lot} follows.");
        assertThat(say.get("mood").asText()).isEqualTo("CURIOUS");
        for (String wrong : new String[] {
            ",\"say\":\"{wallet}\"", ",\"say\":\"a { b\"", ",\"say\":\"\"", ",\"say\":\"Hi\",\"source\":\"bars\""
        }) {
            HttpResponse<String> refused = post(RUNDOWN + "/cues", head + wrong + "}");
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(refused.body()).contains("say");
        }
        HttpResponse<String> both = post(RUNDOWN + "/cues", head + ",\"mood\":\"AMUSED\",\"source\":\"bars\"}");
        assertThat(both.statusCode()).isEqualTo(400);
        assertThat(post(RUNDOWN + "/cues", "{\"at\":\"tomorrow\",\"label\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(RUNDOWN + "/cues", head + ",\"transition\":\"FADE\"}").statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return web.post(path, body, LOGGED_IN);
    }
}
