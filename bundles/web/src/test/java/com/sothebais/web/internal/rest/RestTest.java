package com.sothebais.web.internal.rest;

import static com.sothebais.web.internal.WebServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.api.health.Health;
import com.sothebais.api.settlement.EscrowBook;
import com.sothebais.api.stream.Studio;
import com.sothebais.web.internal.SampleShow;
import com.sothebais.web.internal.WebCase;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RestTest extends WebCase {
    @Nested
    class Reading {
        @Test
        void theShowSaysWhoLeadsAtWhatPrice() throws Exception {
            web.goLive();
            HttpResponse<String> answer = web.get("/api/show");
            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode show = json(answer).get("data");
            assertThat(json(answer).get("success").asBoolean()).isTrue();
            assertThat(show.at("/campaign/name").asText()).isEqualTo("Twelve Lights");
            assertThat(show.at("/session/phase").asText()).isEqualTo("LIVE");
            assertThat(show.at("/lot/bidding/price/text").asText()).isEqualTo("1.5 ETH");
            assertThat(show.at("/lot/bidding/price/units").asText()).isEqualTo("1500000000000000000");
            assertThat(show.at("/lot/bidding/leader/handle").asText()).isEqualTo("ann");
            assertThat(show.at("/lot/bidding/nextMinimum/text").asText()).isEqualTo("1.6 ETH");
            assertThat(show.get("lots")).hasSize(2);
            assertThat(show.at("/bids/0/verdict/reason").asText()).isEqualTo("TOO_LOW");
            assertThat(show.at("/bids/1/verdict/latencyMillis").asLong()).isEqualTo(20);
        }

        @Test
        void aHiddenReserveNeverShowsItsAmount() throws Exception {
            web.goLive();
            for (String path : new String[] {"/api/show", "/api/lots/demo-1"}) {
                String body = web.get(path).body();
                assertThat(body)
                        .contains("\"reserve\":{\"exists\":true,\"hidden\":true,\"met\":false,\"amount\":null}");
                assertThat(body).doesNotContain("2000000000000000000");
            }
        }

        @Test
        void beforeTheLogIsReadTheShowIsStarting() throws Exception {
            HttpResponse<String> answer = web.get("/api/show");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(json(answer).at("/error/code").asText()).isEqualTo("STARTING");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }

        @Test
        void theLedgerCanBeDownloadedAndVerified() throws Exception {
            HttpResponse<String> answer = web.get("/api/lots/demo-1/ledger");
            assertThat(answer.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"ledger-demo-1.json\"");
            assertThat(json(answer).get("flaw").isNull()).isTrue();
            assertThat(json(answer).at("/entries/0/hash").asText())
                    .isEqualTo(json(answer).get("root").asText());
        }

        @Test
        void partsTellHowTheyAre() throws Exception {
            assertThat(json(web.get("/api/stream")).at("/data/picture/fps").asDouble())
                    .isEqualTo(30);
            assertThat(json(web.get("/api/escrow")).at("/data/balanced").asBoolean())
                    .isTrue();
            assertThat(json(web.get("/api/escrow"))
                            .at("/data/balances/0/total/text")
                            .asText())
                    .isEqualTo("5 ETH");
            assertThat(json(web.get("/api/rehearsal")).at("/data/stage").asText())
                    .isEqualTo("IDLE");
            assertThat(json(web.get("/api/host"))
                            .at("/data/activity/linesSpoken")
                            .asInt())
                    .isEqualTo(2);
        }

        @Test
        void aPartThatIsAwayIsNamed() throws Exception {
            platform.remove(Studio.class);
            HttpResponse<String> answer = web.get("/api/stream");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(json(answer).at("/error/details/part").asText()).isEqualTo("Studio");
        }

        @Test
        void readinessFailsOnlyWhenAPartIsDown() throws Exception {
            platform.sources.add(() -> Health.degraded("voice", "Captions only."));
            assertThat(web.get("/api/health/ready").statusCode()).isEqualTo(200);
            platform.sources.add(() -> Health.down("stream", "Restart it."));
            assertThat(web.get("/api/health/ready").statusCode()).isEqualTo(503);
            assertThat(web.get("/api/health").statusCode()).isEqualTo(200);
            assertThat(json(web.get("/api/health")).at("/data/status").asText()).isEqualTo("DOWN");
        }

        @Test
        void aHealthCheckThatThrowsDoesNotHideTheOthers() throws Exception {
            platform.sources.add(() -> Health.well("event", "Fine."));
            platform.sources.add(() -> {
                throw new IllegalStateException("boom");
            });
            JsonNode parts = json(web.get("/api/health")).at("/data/parts");
            assertThat(parts).hasSize(2);
            assertThat(parts.findValuesAsText("status")).containsExactlyInAnyOrder("WELL", "DOWN");
        }

        @Test
        void artworkIsCachedForEverAndNeverRuns() throws Exception {
            HttpResponse<String> answer = web.get("/api/assets/" + SampleShow.ARTWORK);
            assertThat(answer.body()).isEqualTo("<svg/>");
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/svg+xml");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("sandbox", "default-src 'none'");
            assertThat(web.get("/api/assets/" + "0".repeat(64)).statusCode()).isEqualTo(404);
            assertThat(web.get("/api/assets/%2e%2e").statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class Failing {
        @Test
        void anUnknownAddressIsAnEnvelopeToo() throws Exception {
            HttpResponse<String> answer = web.get("/api/nothing/here");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json(answer).at("/error/code").asText()).isEqualTo("NOT_FOUND");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }

        @Test
        void anUnknownLotIsNotFound() throws Exception {
            web.goLive();
            assertThat(web.get("/api/lots/other").statusCode()).isEqualTo(404);
            assertThat(web.get("/api/lots/%20%27/ledger").statusCode()).isEqualTo(404);
        }

        @Test
        void aWrongMethodIsSaid() throws Exception {
            HttpResponse<String> answer = web.post("/api/show", "{}");
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(json(answer).at("/error/code").asText()).isEqualTo("METHOD_NOT_ALLOWED");
        }

        @Test
        void aBrokenPartShowsAnIncidentAndNoStackTrace() throws Exception {
            platform.put(EscrowBook.class, new BrokenBook());
            HttpResponse<String> answer = web.get("/api/escrow");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(json(answer).at("/error/details/incident").asText()).hasSize(36);
            assertThat(answer.body()).doesNotContain("Exception", "secret detail", "com.sothebais");
        }
    }

    private static final class BrokenBook implements EscrowBook {
        @Override
        public List<Balance> balances() {
            throw new IllegalStateException("secret detail");
        }

        @Override
        public List<Reserves> reserves() {
            throw new IllegalStateException("secret detail");
        }
    }
}
