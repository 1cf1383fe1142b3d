package com.sothebais.web.internal.rest;

import static com.sothebais.web.internal.SampleShow.FIRST;
import static com.sothebais.web.internal.SampleShow.eth;
import static com.sothebais.web.internal.WebServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.stream.FirstFrames;
import com.sothebais.web.internal.LiveWebCase;
import com.sothebais.web.internal.SampleShow;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Facts 1 to 7 are: campaign, session, two moves of it, opening, a bid that leads, one that does not. */
class EventTest extends LiveWebCase {
    @Test
    void withoutAFilterTheNewestAreShownAndAllOfThemPageByPage() throws Exception {
        JsonNode newest = ask("?limit=2");
        assertThat(positions(newest)).containsExactly("6", "7");
        assertThat(newest.at("/items/1/payload/reason").asText()).isEqualTo("TOO_LOW");
        JsonNode first = ask("?after=0&limit=3");
        assertThat(positions(first)).containsExactly("1", "2", "3");
        assertThat(first.at("/items/0/payload/campaign/id").asText()).isEqualTo("demo");
        JsonNode second = ask("?after=0&limit=3&cursor=" + first.get("next").asText());
        assertThat(positions(second)).containsExactly("4", "5", "6");
        JsonNode third = ask("?after=0&limit=3&cursor=" + second.get("next").asText());
        assertThat(positions(third)).containsExactly("7");
        assertThat(third.get("next").isNull()).isTrue();
    }

    @Test
    void factsAreFoundByRangeTimeStreamTypeAndCorrelation() throws Exception {
        assertThat(positions(ask("?after=2&before=5"))).containsExactly("3", "4");
        assertThat(positions(ask("?from=2026-11-21T19:00:00.060Z&to=2026-11-21T19:00:00.100Z")))
                .containsExactly("3", "4");
        assertThat(positions(ask("?type=SessionMoved"))).containsExactly("3", "4");
        JsonNode stream = ask("?stream=auction/demo-1&limit=2");
        assertThat(positions(stream)).containsExactly("5", "6");
        assertThat(positions(ask(
                        "?stream=auction/demo-1&cursor=" + stream.get("next").asText())))
                .containsExactly("7");
        assertThat(positions(ask("?correlation=sandbox/p6"))).containsExactly("6");
        assertThat(positions(ask("?to=1815-12-10T00:00:00Z"))).isEmpty();
        assertThat(positions(ask("?from=%2B999999999-01-01T00:00:00Z"))).isEmpty();
        for (String wrong : List.of("limit=501", "after=-1", "from=today", "cursor=s1", "kind=x", "stream=a%00b")) {
            assertThat(web.get("/api/events?" + wrong, LOGGED_IN).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void oneFactIsFoundByItsId() throws Exception {
        Recorded fact = web.show.speak("Good evening.");
        JsonNode found = json(web.get("/api/events/" + fact.id(), LOGGED_IN)).get("data");
        assertThat(found.at("/payload/text").asText()).isEqualTo("Good evening.");
        assertThat(web.get("/api/events/" + "0".repeat(36), LOGGED_IN).statusCode())
                .isEqualTo(404);
        assertThat(web.get("/api/events/00000000-0000-0000-0000-000000000000", LOGGED_IN)
                        .statusCode())
                .isEqualTo(404);
        assertThat(web.get("/api/events/" + fact.id()).statusCode()).isEqualTo(401);
    }

    @Test
    void theStoryOfABidTellsTheTimesFromThePostOn() throws Exception {
        JsonNode story = json(web.get("/api/stories/sandbox/p6", LOGGED_IN)).get("data");
        assertThat(story.get("posted").asText()).isEqualTo("2026-11-21T19:00:00.100Z");
        assertThat(story.at("/facts/0/sinceBeganMillis").asLong()).isEqualTo(20);
        assertThat(story.at("/facts/0/fact/type").asText()).isEqualTo("BidAccepted");
        assertThat(story.get("steps").findValuesAsText("step")).containsExactly("POST", "VERDICT");
        assertThat(story.at("/steps/1/sinceBeganMillis").asLong()).isEqualTo(20);
        assertThat(story.get("whole").asBoolean()).isTrue();
        assertThat(web.get("/api/stories/sandbox/none", LOGGED_IN).statusCode()).isEqualTo(404);
        assertThat(web.get("/api/stories/sandbox/p6").statusCode()).isEqualTo(401);
    }

    @Test
    void theStoryTellsWhenTheFirstFrameThatShowsTheBidWasEncodedIfTheStreamKnows() throws Exception {
        Instant encoded = Instant.parse("2026-11-21T19:00:00.155Z");
        FirstFrames frames =
                story -> Optional.of(encoded).filter(any -> story.value().equals("sandbox/p6"));
        platform.put(FirstFrames.class, frames);
        JsonNode steps = json(web.get("/api/stories/sandbox/p6", LOGGED_IN)).at("/data/steps");
        assertThat(steps.findValuesAsText("step")).containsExactly("POST", "VERDICT", "FRAME");
        assertThat(steps.at("/2/at").asText()).isEqualTo("2026-11-21T19:00:00.155Z");
        assertThat(steps.at("/2/sinceBeganMillis").asLong()).isEqualTo(55);
        assertThat(steps.at("/2/position").isNull()).isTrue();
    }

    @Test
    void whatIsConfidentialShowsThatItExistsAndNothingMore() throws Exception {
        Recorded secret =
                web.show.happens(FIRST, new AuctionEvent.MaximumSet(FIRST, SampleShow.BOB, Optional.of(eth("77.7"))));
        String story = "/api/stories/" + secret.fact().correlation();
        for (String path : List.of(
                "/api/events",
                "/api/events?type=MaximumSet",
                "/api/events?stream=auction/demo-1",
                "/api/events?correlation=" + secret.fact().correlation(),
                "/api/events/" + secret.id(),
                story)) {
            HttpResponse<String> answer = web.get(path, LOGGED_IN);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).contains("MaximumSet", "\"confidential\":true,\"payload\":null");
            assertThat(answer.body()).as(path).doesNotContain("77.7", "77700000");
        }
        for (String path : List.of(
                "/api/show", "/api/bids", "/api/auctions", "/api/auctions/demo-1", "/api/auctions/demo-1/bids")) {
            assertThat(web.get(path).body()).as(path).doesNotContain("77.7", "MaximumSet");
        }
    }

    private JsonNode ask(String query) throws Exception {
        HttpResponse<String> answer = web.get("/api/events" + query, LOGGED_IN);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("data");
    }

    private static List<String> positions(JsonNode page) {
        return page.get("items").findValuesAsText("position");
    }
}
