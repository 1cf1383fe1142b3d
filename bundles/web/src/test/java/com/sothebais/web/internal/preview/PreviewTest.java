package com.sothebais.web.internal.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.api.stream.Preview;
import com.sothebais.web.internal.SamplePlatform;
import com.sothebais.web.internal.WebCase;
import com.sothebais.web.internal.answer.Envelope;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class PreviewTest extends WebCase {
    private static final String COOKIE = "sothebais_session=" + SamplePlatform.TOKEN;
    private static final int HEAD_BYTES = 17;
    private static final int POLICY_VIOLATION = 1008;
    private static final int SERVICE_RESTART = 1012;

    @Test
    void onlyThoseWhoAreLoggedInWatchAndOnlyFromOurOwnPages() throws Exception {
        assertThat(web.get(PreviewServlet.PATH).statusCode()).isEqualTo(401);
        assertThat(web.get(PreviewServlet.PATH, "Cookie", COOKIE).statusCode()).isEqualTo(426);
        assertThat(web.get(PreviewServlet.PATH, "Cookie", COOKIE, "Origin", "https://elsewhere.example")
                        .statusCode())
                .isEqualTo(403);
        assertThatThrownBy(() -> new Client("sothebais_session=other"))
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("WebSocketHandshakeException");
        assertThat(web.preview.viewers()).isZero();
    }

    @Test
    void beginsWithWhatTheDecoderMustKnowAndAKeyframe() throws Exception {
        Client client = new Client(COOKIE);
        await("the studio is watched", () -> platform.stream.watches() == 1);
        platform.stream.show(false, (byte) 1);
        platform.stream.show(true, (byte) 2, (byte) 3);
        platform.stream.show(false, (byte) 4);

        JsonNode greeting = Envelope.JSON.readTree(client.texts.poll(20, TimeUnit.SECONDS));
        assertThat(greeting.get("codec").asText()).isEqualTo("avc1.42c00d");
        assertThat(greeting.get("width").asInt()).isEqualTo(320);
        assertThat(greeting.get("fps").asInt()).isEqualTo(30);
        ByteBuffer first = client.next();
        assertThat(first.remaining()).isEqualTo(HEAD_BYTES + 2);
        assertThat(first.get()).as("key").isEqualTo((byte) 1);
        assertThat(first.getLong()).as("index").isEqualTo(1);
        assertThat(first.getLong())
                .as("millis")
                .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis());
        assertThat(first.get()).isEqualTo((byte) 2);
        assertThat(client.next().get()).as("no key").isZero();
        client.socket.abort();
        await("nobody watches, so the studio is left alone", () -> {
            platform.stream.show(false, (byte) 5);
            return web.preview.viewers() == 0 && platform.stream.watches() == 0;
        });
    }

    @Test
    void aViewerWhoReadsNothingLosesWholeGroupsAndNobodyElseWaits() throws Exception {
        Client slow = new Client(COOKIE);
        slow.reading = false;
        Client quick = new Client(COOKIE);
        await("both are in", () -> web.preview.viewers() == 2 && platform.stream.watches() == 1);
        byte[] large = new byte[40_000];
        int shown = 0;
        int received = 0;
        // Ten groups of ten pictures are far more than sockets and backlog hold.
        for (int group = 0; group < 30; group++) {
            for (int i = 0; i < 10; i++) {
                platform.stream.show(i == 0, large);
                shown++;
            }
            while (received < shown) {
                assertThat(quick.next().getLong(1)).isEqualTo(received);
                received++;
            }
        }
        slow.reading = true;
        slow.socket.request(Long.MAX_VALUE / 2);
        List<Long> indexes = new ArrayList<>();
        List<Boolean> keys = new ArrayList<>();
        long last = shown;
        // Whatever it missed, it goes on with a keyframe.
        while (indexes.isEmpty() || indexes.get(indexes.size() - 1) < last) {
            platform.stream.show(true, (byte) 9);
            ByteBuffer picture = slow.next();
            indexes.add(picture.getLong(1));
            keys.add(picture.get(0) == 1);
        }
        int gaps = 0;
        for (int i = 1; i < indexes.size(); i++) {
            if (indexes.get(i) != indexes.get(i - 1) + 1) {
                gaps++;
                assertThat(keys.get(i))
                        .as("after a gap before picture %d", indexes.get(i))
                        .isTrue();
            }
        }
        assertThat(gaps).isPositive();
    }

    @Test
    void thePlacesAreLimited() throws Exception {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < PreviewHub.VIEWERS_MAX; i++) {
            clients.add(new Client(COOKIE));
        }
        assertThatThrownBy(() -> new Client(COOKIE)).isInstanceOf(CompletionException.class);
        assertThat(platform.stream.watches()).as("one for all").isLessThanOrEqualTo(1);
        clients.get(0).socket.abort();
        await("a place is free", () -> {
            platform.stream.show(true, (byte) 1);
            return web.preview.viewers() < PreviewHub.VIEWERS_MAX;
        });
        new Client(COOKIE).socket.abort();
        clients.forEach(client -> client.socket.abort());
    }

    @Test
    void whoLogsOutStopsSeeing() throws Exception {
        Client client = new Client(COOKIE);
        await("the studio is watched", () -> platform.stream.watches() == 1);
        web.post("/api/logout", "{}", "Cookie", COOKIE);
        assertThat(client.closed.poll(20, TimeUnit.SECONDS)).isEqualTo(POLICY_VIOLATION);
    }

    @Test
    void whenTheStudioStartsAgainViewersAreToldToComeBack() throws Exception {
        Client client = new Client(COOKIE);
        await("the studio is watched", () -> platform.stream.watches() == 1);
        platform.stream.leaveTheAir();
        assertThat(client.closed.poll(20, TimeUnit.SECONDS)).isEqualTo(SERVICE_RESTART);

        platform.remove(Preview.class);
        assertThat(new Client(COOKIE).closed.poll(20, TimeUnit.SECONDS)).isEqualTo(SERVICE_RESTART);
    }

    private static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(until);
            LockSupport.parkNanos(2_000_000);
        }
    }

    /** A viewer that can stop reading. */
    private final class Client implements WebSocket.Listener {
        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private final BlockingQueue<ByteBuffer> pictures = new LinkedBlockingQueue<>();
        private final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
        private final java.io.ByteArrayOutputStream part = new java.io.ByteArrayOutputStream();
        private final WebSocket socket;
        private volatile boolean reading = true;

        Client(String cookie) {
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .header("Cookie", cookie)
                    .buildAsync(
                            java.net.URI.create(
                                    web.uri(PreviewServlet.PATH).toString().replace("http", "ws")),
                            this)
                    .join();
        }

        ByteBuffer next() throws InterruptedException {
            ByteBuffer picture = pictures.poll(20, TimeUnit.SECONDS);
            assertThat(picture).as("a picture").isNotNull();
            return picture;
        }

        private void more(WebSocket from) {
            if (reading) {
                from.request(1);
            }
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            texts.add(data.toString());
            more(from);
            return null;
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            try {
                part.write(bytes);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            if (last) {
                pictures.add(ByteBuffer.wrap(part.toByteArray()));
                part.reset();
            }
            more(from);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.add(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closed.add(0);
        }
    }
}
