package com.sothebais.web.internal.rest;

import static com.sothebais.web.internal.SampleShow.ANN;
import static com.sothebais.web.internal.SampleShow.BOB;
import static com.sothebais.web.internal.SampleShow.FIRST;
import static com.sothebais.web.internal.SampleShow.eth;
import static com.sothebais.web.internal.WebServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.api.auction.AuctionEvent;
import com.sothebais.api.auction.LotOverride;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.event.Decree;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.social.PostId;
import com.sothebais.web.internal.LiveWebCase;
import com.sothebais.web.internal.SampleShow;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AuctionTest extends LiveWebCase {
    @Nested
    class Reading {
        @Test
        void auctionsAreListedByCampaignSessionAndStatus() throws Exception {
            assertThat(auctions("")).containsExactly("demo-1", "demo-2");
            assertThat(auctions("?status=OPEN")).containsExactly("demo-1");
            assertThat(auctions("?campaign=demo&session=demo-s1&status=PLANNED"))
                    .containsExactly("demo-2");
            assertThat(auctions("?campaign=other")).isEmpty();
            JsonNode page = json(web.get("/api/auctions?limit=1")).get("data");
            assertThat(auctions("?cursor=" + page.get("next").asText())).containsExactly("demo-2");
        }

        @Test
        void oneAuctionHasItsRulesAndItsClock() throws Exception {
            HttpResponse<String> answer = web.get("/api/auctions/demo-1");
            JsonNode auction = json(answer).get("data");
            assertThat(auction.at("/rules/closing").asText())
                    .isEqualTo(
                            "An accepted bid in the last 10 s moves the end to 10 s after the bid, at most 3 times and"
                                    + " never more than 1 min beyond the planned end. Bids posted before zero count if they reach"
                                    + " us within 2 s. Of equal bids the one that arrived first leads.");
            assertThat(auction.at("/clock/paused").asBoolean()).isFalse();
            assertThat(auction.at("/clock/closes").asText()).isEqualTo("2026-11-21T19:01:07Z");
            assertThat(auction.at("/lot/bidding/leader/handle").asText()).isEqualTo("ann");
            assertThat(answer.body()).doesNotContain("2000000000000000000");
            String tag = answer.headers().firstValue("ETag").orElseThrow();
            assertThat(web.get("/api/auctions/demo-1", "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
            web.show.happens(FIRST, new AuctionEvent.AuctionPaused(FIRST));
            JsonNode paused = json(web.get("/api/auctions/demo-1", "If-None-Match", tag));
            assertThat(paused.at("/data/clock/paused").asBoolean()).isTrue();
            assertThat(paused.at("/data/clock/leftMillis").asLong()).isPositive();
            assertThat(web.get("/api/auctions/%27/bids").statusCode()).isEqualTo(404);
        }

        @Test
        void bidsArePagedNewestFirstAndVoidedOnesStay() throws Exception {
            List<String> amounts = new ArrayList<>(List.of("1.5 ETH"));
            for (int i = 0; i < 7; i++) {
                amounts.add(0, "2." + i + "1 ETH");
                web.show.accept(FIRST, i % 2 == 0 ? BOB : ANN, "2." + i + "1", "3");
            }
            List<String> seen = new ArrayList<>();
            String next = "";
            do {
                JsonNode page = json(web.get("/api/auctions/demo-1/bids?verdict=ACCEPTED&limit=3" + next))
                        .get("data");
                page.get("items").forEach(bid -> seen.add(bid.at("/amount/text").asText()));
                next = page.get("next").isNull()
                        ? ""
                        : "&cursor=" + page.get("next").asText();
            } while (!next.isEmpty());
            assertThat(seen).isEqualTo(amounts);
            assertThat(bids("?bidder=@BOB&verdict=ACCEPTED")).hasSize(4);
            assertThat(bids("?bidder=sandbox/u-bob")).hasSize(5);
            assertThat(bids("?verdict=REJECTED")).hasSize(1);
            String post = bids("?bidder=ann").at("/0/post/id").asText();
            web.show.happens(
                    FIRST,
                    new AuctionEvent.BidVoided(
                            FIRST,
                            new PostId("sandbox", post.substring(8)),
                            ANN,
                            eth("2.51"),
                            Optional.empty(),
                            eth("1"),
                            Hash.GENESIS));
            assertThat(bids("?voided=true").findValuesAsText("amount")).hasSize(1);
            assertThat(bids("?voided=true").at("/0/post/id").asText()).isEqualTo(post);
            assertThat(bids("?voided=false")).hasSize(8);
            assertThat(web.get("/api/auctions/demo-1/bids?verdict=MAYBE").statusCode())
                    .isEqualTo(400);
        }

        @Test
        void theLedgerIsTheSameFileUnderBothAddresses() throws Exception {
            HttpResponse<String> file = web.get("/api/auctions/demo-1/ledger");
            assertThat(file.body()).isEqualTo(web.get("/api/lots/demo-1/ledger").body());
            assertThat(file.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"ledger-demo-1.json\"");
            assertThat(file.headers().firstValue("ETag")).isPresent();
        }

        @Test
        void theShowIsWrittenOncePerStateWithTheTimeOfTheAnswer() throws Exception {
            JsonNode first = json(web.get("/api/show")).get("data");
            JsonNode second = json(web.get("/api/show")).get("data");
            assertThat(second.get("serverTime").asText())
                    .isGreaterThanOrEqualTo(first.get("serverTime").asText());
            assertThat(second.get("lots")).isEqualTo(first.get("lots"));
            web.show.refuse(FIRST, BOB, "0.2 ETH", Reason.TOO_LOW);
            assertThat(json(web.get("/api/show")).at("/data/bids")).hasSize(3);
        }

        private List<String> auctions(String query) throws Exception {
            return json(web.get("/api/auctions" + query)).at("/data/items").findValuesAsText("auction");
        }

        private JsonNode bids(String query) throws Exception {
            return json(web.get("/api/auctions/demo-1/bids" + query)).at("/data/items");
        }
    }

    @Nested
    class Overriding {
        @Test
        void theEffectIsSeenBeforeItIsMade() throws Exception {
            JsonNode preview = json(post("/preview", "{\"kind\":\"EXTEND\",\"by\":\"PT5M\"}"))
                    .get("data");
            assertThat(preview.at("/override/byMillis").asLong()).isEqualTo(300_000);
            assertThat(preview.at("/effects/0").asText()).isEqualTo("Something happens to demo-1.");
            assertThat(platform.auctions.overridden).isEmpty();
            String basis = preview.get("basis").asText();
            String order = "{\"kind\":\"EXTEND\",\"by\":\"PT5M\",\"reason\":\"Outage.\",\"basis\":\"" + basis + "\"}";
            assertThat(post("", order).statusCode()).isEqualTo(200);
            assertThat(platform.auctions.overridden).containsExactly("admin: Extend[by=PT5M]: Outage.");
        }

        @Test
        void aStaleBasisIsRefusedWithTheNewEffect() throws Exception {
            HttpResponse<String> answer = post("", "{\"kind\":\"PAUSE\",\"reason\":\"Fire.\",\"basis\":\"old\"}");
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(json(answer).at("/error/code").asText()).isEqualTo("BASIS_STALE");
            assertThat(json(answer).at("/error/details/preview/basis").asText()).isEqualTo("b0");
            assertThat(platform.auctions.overridden).isEmpty();
        }

        @Test
        void whatCannotBeMadeSaysWhy() throws Exception {
            HttpResponse<String> illegal = post("/preview", "{\"kind\":\"RESUME\"}");
            assertThat(illegal.statusCode()).isEqualTo(409);
            assertThat(json(illegal).at("/error/details/obstacle").asText()).isEqualTo("ILLEGAL");
            assertThat(places(post("", "{\"kind\":\"EXTEND\",\"post\":\"a/b\"}")))
                    .containsExactlyInAnyOrder("by", "reason", "basis", "post");
            assertThat(places(post("/preview", "{\"kind\":\"STOP\"}"))).containsExactly("kind");
            assertThat(places(post("/preview", "{\"kind\":\"CHANGE_VIEWER_DELAY\",\"delay\":\"PT61S\"}")))
                    .containsExactly("delay");
            String foreign = "{\"kind\":\"CHANGE_RESERVE\",\"reserve\":{\"amount\":\"3\","
                    + "\"currency\":{\"code\":\"USDC\",\"decimals\":6}}}";
            assertThat(places(post("/preview", foreign))).containsExactly("reserve.currency");
            assertThat(post("/preview", "{\"kind\":\"CHANGE_RESERVE\"}").statusCode())
                    .isEqualTo(200);
            assertThat(web.post("/api/auctions/none/overrides/preview", "{\"kind\":\"PAUSE\"}", LOGGED_IN)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(web.post("/api/auctions/demo-1/overrides", "{}").statusCode())
                    .isEqualTo(401);
        }

        @Test
        void whatWasMadeIsListedFromTheLog() throws Exception {
            web.show.happens(
                    FIRST,
                    new AuctionEvent.OverrideMade(
                            FIRST, new LotOverride.Pause(), new Decree("admin", "The stream is down.")));
            JsonNode made =
                    json(web.get("/api/auctions/demo-1/overrides", LOGGED_IN)).at("/data/items");
            assertThat(made).hasSize(1);
            assertThat(made.at("/0/override/kind").asText()).isEqualTo("PAUSE");
            assertThat(made.at("/0/reason").asText()).isEqualTo("The stream is down.");
            assertThat(web.get("/api/auctions/demo-1/overrides").statusCode()).isEqualTo(401);
        }

        private HttpResponse<String> post(String path, String body) throws Exception {
            return web.post("/api/auctions/" + SampleShow.FIRST + "/overrides" + path, body, LOGGED_IN);
        }

        private List<String> places(HttpResponse<String> answer) throws Exception {
            assertThat(answer.statusCode()).isEqualTo(400);
            return json(answer).at("/error/details").findValuesAsText("path");
        }
    }
}
