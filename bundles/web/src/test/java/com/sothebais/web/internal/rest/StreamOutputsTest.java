package com.sothebais.web.internal.rest;

import static com.sothebais.web.internal.WebServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.api.stream.StreamOutputs;
import com.sothebais.web.internal.WebCase;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StreamOutputsTest extends WebCase {
    @Test
    void listsEveryOutputWithItsStateForThoseWhoAreLoggedIn() throws Exception {
        assertThat(web.get("/api/stream/outputs").statusCode()).isEqualTo(401);
        JsonNode waiting = json(web.get("/api/stream/outputs", LOGGED_IN)).at("/data/0");

        assertThat(waiting.get("name").asText()).isEqualTo("youtube");
        assertThat(waiting.get("target").asText()).isEqualTo("rtmps://live.example.org/app/***");
        assertThat(waiting.get("state").asText()).isEqualTo("WAITING");
        assertThat(waiting.get("failure").asText()).isEqualTo("Connection refused");
        assertThat(waiting.get("nextAttempt").asText()).endsWith("Z");
        assertThat(waiting.at("/traffic/queueMax").asInt()).isEqualTo(320);
        assertThat(waiting.at("/traffic/reconnects").asInt()).isEqualTo(2);
    }

    @Test
    void letsAnOutputTryAgainOnceForEachKey() throws Exception {
        String path = "/api/stream/outputs/youtube/retry";
        assertThat(web.post(path, "{}").statusCode()).isEqualTo(401);
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer =
                    web.post(path, "{}", LOGGED_IN[0], LOGGED_IN[1], "Idempotency-Key", "one-press");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(json(answer).at("/data/state").asText()).isEqualTo("CONNECTING");
        }
        assertThat(platform.stream.retried).containsExactly("youtube");
    }

    @Test
    void saysWhenThereIsNothingToRetry() throws Exception {
        assertThat(web.post("/api/stream/outputs/nowhere/retry", "{}", LOGGED_IN)
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> over = web.post("/api/stream/outputs/recording/retry", "{}", LOGGED_IN);
        assertThat(over.statusCode()).isEqualTo(409);
        assertThat(json(over).at("/error/message").asText()).contains("given up");
        assertThat(web.post("/api/stream/outputs/youtube/retry", "{\"now\":1}", LOGGED_IN)
                        .statusCode())
                .isEqualTo(400);
        platform.remove(StreamOutputs.class);
        assertThat(web.get("/api/stream/outputs", LOGGED_IN).statusCode()).isEqualTo(503);
    }

    @Test
    void listsClipsAndGivesTheirFilms() throws Exception {
        Path film = Files.writeString(directory.resolve("clip-demo-1.mp4"), "a film");
        platform.stream.clip("demo-1", film, Files.size(film));

        assertThat(web.get("/api/clips").statusCode()).isEqualTo(401);
        JsonNode clip = json(web.get("/api/clips", LOGGED_IN)).at("/data/items/0");
        assertThat(clip.get("auction").asText()).isEqualTo("demo-1");
        assertThat(clip.get("lot").asInt()).isEqualTo(7);
        assertThat(clip.get("lengthMillis").asLong()).isEqualTo(51_000);
        assertThat(web.get(clip.get("href").asText()).statusCode()).isEqualTo(401);
        HttpResponse<String> answer = web.get(clip.get("href").asText(), LOGGED_IN);
        assertThat(answer.body()).isEqualTo("a film");
        assertThat(answer.headers().firstValue("Content-Type")).contains("video/mp4");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValueSatisfying(header -> assertThat(header)
                .startsWith("attachment; filename=\"Lot 7 ")
                .endsWith(".mp4"));
        assertThat(web.get("/api/clips/demo-2", LOGGED_IN).statusCode()).isEqualTo(404);
    }

    @Test
    void playersJumpInAFilm() throws Exception {
        Path film = Files.writeString(directory.resolve("clip-demo-1.mp4"), "0123456789");
        platform.stream.clip("demo-1", film, 10);
        HttpResponse<String> whole = clip();
        String tag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");

        HttpResponse<String> part = clip("Range", "bytes=2-4", "If-Range", tag);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("234");
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 2-4/10");
        assertThat(part.headers().firstValue("Content-Length")).contains("3");
        assertThat(clip("Range", "bytes=7-").body()).isEqualTo("789");
        assertThat(clip("Range", "bytes=-2").body()).isEqualTo("89");
        assertThat(clip("Range", "bytes=2-4", "If-Range", "\"other\"").body()).isEqualTo("0123456789");
        assertThat(clip("Range", "bytes=0-1,4-5").statusCode()).isEqualTo(200);

        HttpResponse<String> beyond = clip("Range", "bytes=10-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */10");
        assertThat(json(beyond).at("/error/message").asText()).contains("10 bytes only");
        assertThat(clip("If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void whoAsksForTheHeadOfAFilmGetsNoFilm() throws Exception {
        Path film = Files.writeString(directory.resolve("clip-demo-1.mp4"), "0123456789");
        platform.stream.clip("demo-1", film, 10);
        HttpRequest.Builder head = HttpRequest.newBuilder(web.uri("/api/clips/demo-1"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody());
        HttpResponse<String> answer = web.send(head, LOGGED_IN);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Content-Length")).contains("10");
        assertThat(answer.headers().firstValue("Content-Type")).contains("video/mp4");
    }

    @Test
    void aFilmThatWasRemovedIsSaid() throws Exception {
        platform.stream.clip("demo-1", directory.resolve("gone.mp4"), 10);
        assertThat(clip().statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> clip(String... headers) throws Exception {
        String[] all = Arrays.copyOf(LOGGED_IN, LOGGED_IN.length + headers.length);
        System.arraycopy(headers, 0, all, LOGGED_IN.length, headers.length);
        return web.get("/api/clips/demo-1", all);
    }
}
