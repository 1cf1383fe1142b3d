package com.sothebais.web.internal.rest;

import static com.sothebais.web.internal.WebServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sothebais.api.auction.CampaignException;
import com.sothebais.api.auction.CampaignFiles;
import com.sothebais.web.internal.LiveWebCase;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CampaignTest extends LiveWebCase {
    @Nested
    class Planning {
        @Test
        void aDryRunShowsEveryInstantInTheZoneAndInUtcAndDoesNothing() throws Exception {
            JsonNode plan = ok(dryRun(Samples.campaign()));
            assertThat(plan.at("/campaign/id").asText()).isEqualTo("autumn-lights");
            assertThat(plan.at("/campaign/zone").asText()).isEqualTo("America/New_York");
            assertThat(plan.at("/sessions/0/times/live/local").asText()).isEqualTo("2027-11-06T14:00:00-04:00");
            assertThat(plan.at("/sessions/0/times/live/utc").asText()).isEqualTo("2027-11-06T18:00:00Z");
            assertThat(plan.at("/sessions/0/times/onAir/local").asText()).isEqualTo("2027-11-06T13:45:00-04:00");
            assertThat(plan.at("/sessions/0/times/offAir/local").asText()).isEqualTo("2027-11-06T16:15:00-04:00");
            assertThat(plan.at("/sessions/0/lots")).hasSize(2);
            assertThat(plan.at("/sessions/0/day/clockChange").isNull()).isTrue();
            assertThat(plan.at("/sessions/1/times/live/local").asText()).isEqualTo("2027-11-07T14:00:00-05:00");
            assertThat(plan.at("/sessions/1/day/clockChange").asText()).isEqualTo("BACK");
            assertThat(plan.at("/sessions/1/day/changesAt/utc").asText()).isEqualTo("2027-11-07T06:00:00Z");
            assertThat(plan.at("/sessions/1/day/hours").asText()).isEqualTo("25 h");
            assertThat(plan.at("/sessions/1/lots/0/lastCall/utc").asText()).isEqualTo("2027-11-07T21:00:05Z");
            assertThat(plan.at("/totals/liveText").asText()).isEqualTo("4 h");
            assertThat(plan.at("/policy/unpaidText").asText()).contains("best bid of another bidder");
            assertThat(plan.at("/rules/closing").asText()).contains("last 2 min", "at most 10 times", "5 s");
            assertThat(web.campaigns.published).isEmpty();
        }

        @Test
        void everyMistakeIsNamedWithItsPlace() throws Exception {
            ObjectNode wrong = Samples.campaign();
            wrong.remove("name");
            wrong.put("zone", "Mars/Olympus").put("lotsPerDay", 0).put("colour", "red");
            wrong.withObject("/rules").put("startPrice", 1).put("grace", "5 seconds");
            wrong.withObject("/rules/reserve").put("amount", "-1");
            ((ObjectNode) wrong.at("/lots/1")).put("seller", "me").put("number", 7);
            ((ObjectNode) wrong.at("/lots/2")).put("number", 7).put("title", "\u0007");
            wrong.withObject("/days").put("first", "2027-02-30");
            HttpResponse<String> answer = dryRun(wrong);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).at("/error/code").asText()).isEqualTo("INVALID");
            List<String> places = json(answer).at("/error/details").findValuesAsText("path");
            assertThat(places)
                    .containsExactlyInAnyOrder(
                            "name",
                            "zone",
                            "lotsPerDay",
                            "colour",
                            "rules.startPrice",
                            "rules.grace",
                            "rules.reserve.amount",
                            "lots[1].seller",
                            "lots[2].number",
                            "lots[2].title",
                            "days.first");
            assertThat(json(answer).at("/error/message").asText()).startsWith("The body has 11 mistakes");
        }

        @Test
        void aFileIsReadInTheSameWordsByWhoDoesNotComeThroughRest() {
            CampaignFiles files = new WrittenCampaigns(platform);
            byte[] good = Samples.campaign().toString().getBytes(StandardCharsets.UTF_8);
            assertThat(files.read(good).id().value()).isEqualTo("autumn-lights");
            ObjectNode wrong = Samples.campaign().put("colour", "red");
            wrong.withObject("/rules").put("grace", "5 seconds");
            assertThat(reasons(files, wrong.toString()))
                    .anySatisfy(reason -> assertThat(reason).startsWith("colour: 'colour' is not known here"))
                    .anySatisfy(reason -> assertThat(reason).startsWith("rules.grace: 'grace' must be a duration"))
                    .hasSize(2);
            assertThat(reasons(files, "{\n  oops"))
                    .singleElement()
                    .asString()
                    .startsWith("The body is not valid JSON at line 2");
            assertThat(reasons(files, " ".repeat(CampaignFiles.BYTES_MAX + 1)))
                    .singleElement()
                    .asString()
                    .contains("larger than");
        }

        private static List<String> reasons(CampaignFiles files, String json) {
            return catchThrowableOfType(
                            CampaignException.class, () -> files.read(json.getBytes(StandardCharsets.UTF_8)))
                    .reasons();
        }

        @Test
        void whatThePlannerRefusesIsSaidToo() throws Exception {
            ObjectNode crowded = Samples.campaign();
            crowded.withObject("/days").put("last", "2027-11-06");
            JsonNode details = json(dryRun(crowded)).at("/error/details");
            assertThat(details.findValuesAsText("message")).contains("There are more lots than places.");
        }

        @Test
        void lotsComeInTheOrderThatWasAskedFor() throws Exception {
            assertThat(titles(Samples.campaign())).containsExactly("Low Tide", "Afterglow", "Bright");
            assertThat(titles(Samples.campaign().put("order", "TITLE")))
                    .containsExactly("Afterglow", "Bright", "Low Tide");
            ObjectNode numbered = Samples.campaign().put("order", "NUMBER");
            ((ObjectNode) numbered.at("/lots/0")).put("number", 9);
            assertThat(titles(numbered)).containsExactly("Afterglow", "Bright", "Low Tide");
            ObjectNode shuffled = Samples.campaign().put("order", "SHUFFLED");
            long seed = ok(dryRun(shuffled)).at("/campaign/seed").asLong();
            assertThat(titles(shuffled.deepCopy().put("seed", seed))).isEqualTo(titles(shuffled));
            assertThat(dryRun(Samples.campaign().put("seed", 3)).statusCode()).isEqualTo(400);
        }

        @Test
        void onlyThoseWhoAreLoggedInPlan() throws Exception {
            String body = Samples.campaign().toString();
            assertThat(web.post("/api/campaigns/dry-run", body).statusCode()).isEqualTo(401);
            assertThat(web.post("/api/campaigns", body).statusCode()).isEqualTo(401);
        }

        private List<String> titles(ObjectNode campaign) throws Exception {
            return ok(dryRun(campaign)).at("/sessions").findValuesAsText("title");
        }
    }

    @Nested
    class Publishing {
        @Test
        void aCampaignIsPublishedOnceHoweverOftenItIsSent() throws Exception {
            HttpResponse<String> first = publish(Samples.campaign());
            assertThat(first.statusCode()).isEqualTo(201);
            assertThat(json(first).at("/data/sessions").asInt()).isEqualTo(2);
            assertThat(json(first).at("/data/already").asBoolean()).isFalse();
            HttpResponse<String> second = publish(Samples.campaign());
            assertThat(second.statusCode()).isEqualTo(201);
            assertThat(json(second).at("/data/already").asBoolean()).isTrue();
            assertThat(web.campaigns.published).hasSize(1);
            HttpResponse<String> other = publish(Samples.campaign().put("project", "Another"));
            assertThat(other.statusCode()).isEqualTo(409);
            assertThat(json(other).at("/error/code").asText()).isEqualTo("CONFLICT");
        }

        @Test
        void theSameKeyGivesTheSameAnswerAndSaysSo() throws Exception {
            String[] headers = {LOGGED_IN[0], LOGGED_IN[1], "Idempotency-Key", "k1"};
            String body = Samples.campaign().toString();
            HttpResponse<String> first = web.post("/api/campaigns", body, headers);
            HttpResponse<String> second = web.post("/api/campaigns", body, headers);
            assertThat(second.statusCode()).isEqualTo(201);
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
            HttpResponse<String> other = web.post("/api/campaigns", body + " ", headers);
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(json(other).at("/error/code").asText()).isEqualTo("KEY_REUSED");
        }

        @Test
        void itIsThereWithItsSessionsLotsAndCalendar() throws Exception {
            publish(Samples.campaign());
            JsonNode list = json(web.get("/api/campaigns?limit=1")).get("data");
            assertThat(list.at("/items/0/id").asText()).isEqualTo("autumn-lights");
            assertThat(list.at("/items/0/state").asText()).isEqualTo("PLANNED");
            assertThat(list.at("/next").asText()).isEqualTo("autumn-lights");
            JsonNode rest = json(web.get("/api/campaigns?cursor=autumn-lights")).get("data");
            assertThat(rest.at("/items/0/id").asText()).isEqualTo("demo");
            assertThat(rest.at("/next").isNull()).isTrue();
            JsonNode running = json(web.get("/api/campaigns?state=RUNNING")).at("/data/items");
            assertThat(running).hasSize(1);
            HttpResponse<String> one = web.get("/api/campaigns/autumn-lights");
            assertThat(json(one).at("/data/sessions/0/lots/0/title").asText()).isEqualTo("Low Tide");
            assertThat(one.body()).contains("\"hidden\":true,\"amount\":null").doesNotContain("2.5 ETH");
            JsonNode calendar =
                    json(web.get("/api/campaigns/autumn-lights/calendar")).get("data");
            assertThat(calendar.at("/entries").findValuesAsText("kind"))
                    .containsExactly("SESSION", "ON_AIR", "LOT", "LOT", "SESSION", "ON_AIR", "LOT");
            assertThat(web.get("/api/campaigns/other").statusCode()).isEqualTo(404);
        }

        @Test
        void readsAreTaggedAndFiltersAreChecked() throws Exception {
            HttpResponse<String> first = web.get("/api/campaigns");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> second = web.get("/api/campaigns", "If-None-Match", tag);
            assertThat(second.statusCode()).isEqualTo(304);
            assertThat(second.body()).isEmpty();
            publish(Samples.campaign());
            assertThat(web.get("/api/campaigns", "If-None-Match", tag).statusCode())
                    .isEqualTo(200);
            for (String wrong :
                    List.of("state=NEW", "limit=0", "limit=201", "cursor=x", "stat=ENDED", "limit=1&limit=2")) {
                assertThat(web.get("/api/campaigns?" + wrong).statusCode())
                        .as(wrong)
                        .isEqualTo(400);
            }
        }
    }

    private HttpResponse<String> dryRun(ObjectNode campaign) throws Exception {
        return web.post("/api/campaigns/dry-run", campaign.toString(), LOGGED_IN);
    }

    private HttpResponse<String> publish(ObjectNode campaign) throws Exception {
        return web.post("/api/campaigns", campaign.toString(), LOGGED_IN);
    }

    private static JsonNode ok(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("data");
    }
}
