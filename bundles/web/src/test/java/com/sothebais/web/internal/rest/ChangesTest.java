package com.sothebais.web.internal.rest;

import static com.sothebais.web.internal.WebServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.web.internal.SamplePlatform;
import com.sothebais.web.internal.WebCase;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChangesTest extends WebCase {
    @Nested
    class Changing {
        @Test
        void needsALogin() throws Exception {
            for (String path : new String[] {
                "/api/rehearsal",
                "/api/rehearsals",
                "/api/host/say",
                "/api/dead-letters/retry",
                "/api/dead-letters/drop",
                "/api/dead-letters/edit",
                "/api/replays",
                "/api/replays/1/stop"
            }) {
                HttpResponse<String> answer = web.post(path, "{}");
                assertThat(answer.statusCode()).as(path).isEqualTo(401);
                assertThat(json(answer).at("/error/code").asText()).isEqualTo("NOT_LOGGED_IN");
            }
            for (String path : new String[] {"/api/events", "/api/subscribers", "/api/dead-letters", "/api/replays"}) {
                assertThat(web.get(path).statusCode()).as(path).isEqualTo(401);
            }
            assertThat(platform.said).isEmpty();
            assertThat(platform.rehearsed).isEmpty();
        }

        @Test
        void loginGivesACookieThatScriptsCannotRead() throws Exception {
            HttpResponse<String> answer = web.post("/api/login", "{\"name\":\"admin\",\"password\":\"secret\"}");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie"))
                    .contains("sothebais_session=the-token; Path=/; HttpOnly; SameSite=Strict");
            assertThat(answer.body()).doesNotContain(SamplePlatform.TOKEN);
            assertThat(json(web.get("/api/session", LOGGED_IN)).at("/data/name").asText())
                    .isEqualTo("admin");
        }

        @Test
        void aWrongPasswordAndALockedNameDiffer() throws Exception {
            HttpResponse<String> wrong = web.post("/api/login", "{\"name\":\"admin\",\"password\":\"x\"}");
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(json(wrong).at("/error/code").asText()).isEqualTo("WRONG_NAME_OR_PASSWORD");
            HttpResponse<String> locked = web.post("/api/login", "{\"name\":\"locked\",\"password\":\"x\"}");
            assertThat(locked.statusCode()).isEqualTo(429);
            assertThat(json(locked).at("/error/code").asText()).isEqualTo("LOCKED");
        }

        @Test
        void logoutEndsTheSessionAndTheCookie() throws Exception {
            HttpResponse<String> answer = web.post("/api/logout", "", LOGGED_IN);
            assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
            assertThat(json(web.get("/api/session", LOGGED_IN))
                            .at("/data/loggedIn")
                            .asBoolean())
                    .isFalse();
        }

        @Test
        void theHostSaysWhatTheDirectorWants() throws Exception {
            HttpResponse<String> answer =
                    web.post("/api/host/say", "{\"text\":\"Good evening.\",\"mood\":\"AMUSED\"}", LOGGED_IN);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(platform.said).containsExactly("AMUSED: Good evening.");
            HttpResponse<String> wrong = web.post("/api/host/say", "{\"text\":\"x\",\"mood\":\"ANGRY\"}", LOGGED_IN);
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(json(wrong).at("/error/details/0/path").asText()).isEqualTo("mood");
            String tooLong = "{\"text\":\"" + "x".repeat(281) + "\"}";
            assertThat(web.post("/api/host/say", tooLong, LOGGED_IN).statusCode())
                    .isEqualTo(400);
        }

        @Test
        void aBearerTokenWorksLikeTheCookie() throws Exception {
            String[] bearer = {"Authorization", "Bearer " + SamplePlatform.TOKEN};
            assertThat(web.get("/api/events", bearer).statusCode()).isEqualTo(200);
            assertThat(web.get("/api/events", "Authorization", "Bearer x").statusCode())
                    .isEqualTo(401);
        }

        @Test
        void theDemoShowStartsOnceInItsOwnFolder() throws Exception {
            assertThat(web.post("/api/rehearsal", "{}", LOGGED_IN).statusCode()).isEqualTo(200);
            assertThat(platform.rehearsed).hasSize(1);
            assertThat(platform.rehearsed.get(0).toString()).matches("demo/\\d{8}-\\d{6}");
            HttpResponse<String> again = web.post("/api/rehearsal", "{}", LOGGED_IN);
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(json(again).at("/error/code").asText()).isEqualTo("CONFLICT");
        }

        @Test
        void theSameIdempotencyKeyActsOnce() throws Exception {
            String[] headers = {LOGGED_IN[0], LOGGED_IN[1], "Idempotency-Key", "k1"};
            String first =
                    web.post("/api/host/say", "{\"text\":\"Once.\"}", headers).body();
            String second =
                    web.post("/api/host/say", "{\"text\":\"Once.\"}", headers).body();
            assertThat(second).isEqualTo(first);
            assertThat(platform.said).hasSize(1);
        }

        @Test
        void deadLettersComeInPages() throws Exception {
            JsonNode first =
                    json(web.get("/api/dead-letters?limit=1", LOGGED_IN)).get("data");
            assertThat(first.at("/items/0/position").asLong()).isEqualTo(3);
            String cursor = first.get("next").asText();
            JsonNode second = json(web.get("/api/dead-letters?limit=1&cursor=" + cursor, LOGGED_IN))
                    .get("data");
            assertThat(second.get("items")).hasSize(1);
            assertThat(second.at("/items/0/position").asLong()).isEqualTo(5);
            assertThat(second.get("next").isNull()).isTrue();
            assertThat(web.get("/api/dead-letters?page=2", LOGGED_IN).statusCode())
                    .as("a filter that nobody knows")
                    .isEqualTo(400);
        }

        @Test
        void deadLettersAreRetriedOrDroppedByTheirPlace() throws Exception {
            assertThat(json(web.get("/api/dead-letters", LOGGED_IN))
                            .at("/data/items/0/reason")
                            .asText())
                    .isEqualTo("boom");
            String body = "{\"subscriber\":\"agent-replies\",\"position\":3,\"reason\":\"looked into it\"}";
            assertThat(web.post("/api/dead-letters/retry", body, LOGGED_IN).statusCode())
                    .isEqualTo(200);
            assertThat(web.post("/api/dead-letters/drop", body, LOGGED_IN).statusCode())
                    .isEqualTo(404);
            HttpResponse<String> wrong = web.post(
                    "/api/dead-letters/drop", "{\"subscriber\":\"a\",\"position\":\"x\",\"reason\":\"r\"}", LOGGED_IN);
            assertThat(json(wrong).at("/error/details/0/path").asText()).isEqualTo("position");
            HttpResponse<String> silent =
                    web.post("/api/dead-letters/retry", "{\"subscriber\":\"agent-replies\",\"position\":3}", LOGGED_IN);
            assertThat(json(silent).at("/error/details/0/path").asText()).isEqualTo("reason");
            HttpResponse<String> damaged = web.post(
                    "/api/dead-letters/edit",
                    "{\"subscriber\":\"agent-replies\",\"position\":3,\"payload\":\"x\",\"reason\":\"r\"}",
                    LOGGED_IN);
            assertThat(damaged.statusCode()).isEqualTo(400);
        }
    }

    @Nested
    class Guarding {
        @Test
        void malformedJsonSaysWhere() throws Exception {
            HttpResponse<String> answer = web.post("/api/login", "{\"name\":");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).at("/error/code").asText()).isEqualTo("MALFORMED_JSON");
            assertThat(json(answer).at("/error/message").asText()).contains("line 1");
            assertThat(web.post("/api/login", "[]").statusCode()).isEqualTo(400);
            assertThat(web.post("/api/login", "{} {}").statusCode()).isEqualTo(400);
            assertThat(web.post("/api/login", "[".repeat(1_000)).statusCode()).isEqualTo(400);
        }

        @Test
        void onlyJsonIsTaken() throws Exception {
            for (String type :
                    new String[] {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"}) {
                HttpRequest.Builder request = HttpRequest.newBuilder(web.uri("/api/login"))
                        .POST(HttpRequest.BodyPublishers.ofString("name=admin&password=secret"))
                        .header("Content-Type", type);
                assertThat(web.send(request).statusCode()).as(type).isEqualTo(415);
            }
        }

        @Test
        void largeBodiesAreRefused() throws Exception {
            HttpResponse<String> answer = web.post("/api/login", "{\"name\":\"" + "x".repeat(20_000) + "\"}");
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(json(answer).at("/error/details/maxBytes").asInt()).isEqualTo(16 * 1024);
        }

        @Test
        void pagesOfOtherSitesCannotChangeAnything() throws Exception {
            String login = "{\"name\":\"admin\",\"password\":\"secret\"}";
            assertThat(web.post("/api/login", login, "Origin", "https://evil.example")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(web.post("/api/login", login, "Origin", "null").statusCode())
                    .isEqualTo(403);
            assertThat(web.post("/api/login", login, "Sec-Fetch-Site", "cross-site")
                            .statusCode())
                    .isEqualTo(403);
            String own = web.uri("").toString();
            assertThat(web.post("/api/login", login, "Origin", own).statusCode())
                    .isEqualTo(200);
        }

        @Test
        void tooManyChangesOfOneAddressAreRefused() throws Exception {
            for (int i = 0; i < RestFixture.POSTS_MAX; i++) {
                assertThat(web.post("/api/host/say", "{}").statusCode()).isEqualTo(401);
            }
            HttpResponse<String> answer = web.post("/api/host/say", "{}");
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(json(answer).at("/error/code").asText()).isEqualTo("TOO_MANY_REQUESTS");
        }
    }
}
