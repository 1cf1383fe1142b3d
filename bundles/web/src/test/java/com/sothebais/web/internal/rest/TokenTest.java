package com.sothebais.web.internal.rest;

import static com.sothebais.web.internal.WebServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sothebais.api.auction.CampaignFiles.Filled;
import com.sothebais.web.internal.LiveWebCase;
import com.sothebais.web.internal.SampleShow;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenTest extends LiveWebCase {
    private static final String TOKEN = "/api/assets/token";
    private static final String FILL = "/api/campaigns/fill";

    @Test
    void aTokensPictureBecomesAnAssetThatNamesItsOrigin() throws Exception {
        HttpResponse<String> answer =
                web.post(TOKEN, "{\"uri\": \"https://example.org/7.json\", \"tokenId\": \"7\"}", LOGGED_IN);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode data = json(answer).get("data");
        assertThat(data.at("/asset/newest/origin/tokenUri").asText()).isEqualTo("https://example.org/7.json");
        assertThat(data.at("/asset/newest/uploadedBy").asText()).isEqualTo("admin");
        assertThat(data.at("/token/name").asText()).isEqualTo("Koi 7");
        assertThat(data.at("/token/traits/0/value").asText()).isEqualTo("gold");
    }

    @Test
    void howFarACallIsCanBeAsked() throws Exception {
        JsonNode running = json(web.get(TOKEN, LOGGED_IN)).at("/data/items/0");
        assertThat(running.get("from").asText()).isEqualTo("example.org");
        assertThat(running.get("bytes").asLong()).isEqualTo(50);
        assertThat(web.get(TOKEN).statusCode()).isEqualTo(401);
    }

    @Test
    void whoeverIsNotThereIsNotTheCallersMistake() throws Exception {
        HttpResponse<String> answer = web.post(TOKEN, "{\"uri\": \"https://away.example\"}", LOGGED_IN);
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(json(answer).at("/error/code").asText()).isEqualTo("TOKEN_UNREACHABLE");
        assertThat(json(answer).at("/error/details/problem").asText()).isEqualTo("UNREACHABLE");
    }

    @Test
    void aBodyThatIsWrongSaysWhatIs() throws Exception {
        for (String body : List.of(
                "{}",
                "{\"uri\": \"\"}",
                "{\"uri\": \"a\", \"tokenId\": \"-1\"}",
                "{\"uri\": \"a\", \"tokenId\": 7}",
                "{\"uri\": \"a\", \"medium\": \"SOUND\"}",
                "{\"uri\": \"a\", \"url\": \"b\"}")) {
            assertThat(web.post(TOKEN, body, LOGGED_IN).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(web.post(TOKEN, "{\"uri\": \"a\"}").statusCode()).isEqualTo(401);
    }

    @Test
    void theLotsOfACampaignSayWhatTheirTokensSayAndCanBePlannedThen() throws Exception {
        ObjectNode campaign = Samples.campaign();
        ObjectNode lot = (ObjectNode) campaign.at("/lots/0");
        lot.retain("token", "seller");
        lot.put("tokenUri", "https://example.org/{id}.json");
        ((ObjectNode) campaign.at("/lots/1")).put("tokenUri", "https://example.org/8.json");
        HttpResponse<String> early = web.post("/api/campaigns/dry-run", campaign.toString(), LOGGED_IN);
        assertThat(json(early).at("/error/details/0/path").asText()).isEqualTo("lots[0].tokenUri");
        assertThat(json(early).at("/error/details/0/message").asText()).contains(FILL);

        JsonNode data = json(web.post(FILL, campaign.toString(), LOGGED_IN)).get("data");
        assertThat(data.get("filled").asInt()).isEqualTo(2);
        assertThat(data.get("left").asInt()).isZero();
        JsonNode filled = data.at("/campaign/lots/0");
        assertThat(filled.get("title").asText()).isEqualTo("Koi 1");
        assertThat(filled.get("artist").asText()).isEqualTo("Aiko");
        assertThat(filled.get("story").asText()).isEqualTo("A fish.");
        assertThat(filled.get("artwork").asText()).isEqualTo(SampleShow.ARTWORK.value());
        assertThat(data.at("/campaign/lots/1/title").asText())
                .as("what a lot says itself stays")
                .isEqualTo("Afterglow");
        HttpResponse<String> plan =
                web.post("/api/campaigns/dry-run", data.get("campaign").toString(), LOGGED_IN);
        assertThat(plan.statusCode()).as(plan.body()).isEqualTo(200);
    }

    @Test
    void aLotThatCannotBeFilledInStaysAsItIsAndSaysWhy() throws Exception {
        ObjectNode campaign = Samples.campaign();
        ((ObjectNode) campaign.at("/lots/1")).put("tokenUri", "https://away.example");
        ((ObjectNode) campaign.at("/lots/2")).put("tokenUri", 5);
        JsonNode data = json(web.post(FILL, campaign.toString(), LOGGED_IN)).get("data");
        assertThat(data.get("left").asInt()).isEqualTo(2);
        assertThat(data.at("/problems/0/path").asText()).isEqualTo("lots[1].tokenUri");
        assertThat(data.at("/problems/0/message").asText()).isEqualTo("Nobody is there; try again.");
        assertThat(data.at("/problems/1/message").asText()).contains("must be a text");
        assertThat(data.get("campaign")).isEqualTo(campaign);
        assertThat(json(web.post(FILL, "{\"lots\": 5}", LOGGED_IN))
                        .at("/data/left")
                        .asInt())
                .isZero();
    }

    @Test
    void aCallDoesAFewLotsAndTheNextOneTheOthers() throws Exception {
        ObjectNode campaign = Samples.campaign();
        ObjectNode lot = (ObjectNode) campaign.at("/lots/0");
        lot.put("tokenUri", "https://example.org/{id}.json");
        for (int i = 0; i < TokenLots.LOTS_MAX; i++) {
            campaign.withArray("/lots").add(lot.deepCopy());
        }
        WrittenCampaigns files = new WrittenCampaigns(platform);
        Filled first = files.fill(campaign.toString().getBytes(StandardCharsets.UTF_8), "shell");
        assertThat(first.filled()).isEqualTo(TokenLots.LOTS_MAX);
        assertThat(first.left()).isEqualTo(1);
        Filled second = files.fill(first.json().getBytes(StandardCharsets.UTF_8), "shell");
        assertThat(second.filled()).isEqualTo(1);
        assertThat(second.left()).isZero();
    }
}
