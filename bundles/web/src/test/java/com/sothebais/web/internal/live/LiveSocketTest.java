package com.sothebais.web.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.SessionPhase;
import com.sothebais.web.internal.SamplePlatform;
import com.sothebais.web.internal.SampleShow;
import com.sothebais.web.internal.WebServer;
import com.sothebais.web.internal.live.SseClient.Message;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSocketTest {
    private static final int VIEWERS_MAX = 4;
    private static final int TOO_LARGE = 1009;
    private static final int GOING_AWAY = 1001;
    private static final String[] UPGRADE = {
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
    };

    @TempDir
    Path hls;

    private WebServer web;

    @BeforeEach
    void start() throws Exception {
        web = new WebServer(new SamplePlatform(hls, "image/png", new byte[] {1}), VIEWERS_MAX);
        web.show.publish().move(SessionPhase.PLANNED, SessionPhase.PRE).move(SessionPhase.PRE, SessionPhase.LIVE);
        web.show.open(SampleShow.FIRST, SampleShow.START.plusSeconds(65));
        web.log.subscribe(web.live.subscriber());
    }

    @AfterEach
    void stop() throws Exception {
        web.stop();
    }

    @Test
    void bothFormsOfTheFeedSayTheSame() throws Exception {
        try (SseClient stream = new SseClient(web.uri("/api/live"));
                SocketClient socket = new SocketClient(web.uri("/api/live/ws"))) {
            Message show = stream.next();
            Message same = socket.next();
            assertThat(same.event()).isEqualTo("show");
            assertThat(same.id()).isEqualTo(show.id());
            for (int i = 0; i < 500; i++) {
                web.show.accept(SampleShow.FIRST, SampleShow.ANN, "1." + (i + 1), "9");
                web.show.speak("line " + i);
            }
            List<Message> events = new ArrayList<>();
            List<Message> texts = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                events.add(stream.next());
                texts.add(socket.next());
            }
            assertThat(texts).isEqualTo(events);
            assertThat(texts.get(999).id()).isEqualTo(web.log.last());
        }
    }

    @Test
    void resumesBehindThePositionInTheAddress() throws Exception {
        web.show.accept(SampleShow.FIRST, SampleShow.ANN, "1.5", "1.6");
        long seen = web.log.last();
        web.show.speak("One point five!");
        try (SocketClient socket = new SocketClient(web.uri("/api/live/ws?after=" + seen))) {
            Message missed = socket.next();
            assertThat(missed.event()).isEqualTo("host");
            assertThat(missed.id()).isEqualTo(seen + 1);
        }
    }

    @Test
    void whatTheClientSaysIsIgnoredUnlessItIsLong() throws Exception {
        try (SocketClient socket = new SocketClient(web.uri("/api/live/ws"))) {
            socket.next();
            socket.say("hello");
            web.show.speak("Hello?");
            assertThat(socket.next().data().at("/line/text").asText()).isEqualTo("Hello?");
            socket.say("x".repeat(LiveSocketServlet.MESSAGE_MAX_BYTES + 1));
            assertThat(socket.closeCode()).isEqualTo(TOO_LARGE);
        }
    }

    @Test
    void pagesOfOtherSitesAreRefused() throws Exception {
        try (SseClient foreign = upgrade("Origin: https://elsewhere.example")) {
            assertThat(foreign.head()).contains("403");
        }
        try (SseClient own = upgrade("Origin: http://x")) {
            assertThat(own.head()).contains("101");
        }
    }

    @Test
    void plainRequestsAreToldWhereToGo() throws Exception {
        HttpResponse<String> answer = web.get("/api/live/ws");
        assertThat(answer.statusCode()).isEqualTo(426);
        assertThat(answer.body()).contains("/api/live");
    }

    @Test
    void sharesThePlacesWithTheEventStream() throws Exception {
        List<AutoCloseable> clients = new ArrayList<>();
        for (int i = 0; i < VIEWERS_MAX; i += 2) {
            clients.add(new SocketClient(web.uri("/api/live/ws")));
            clients.add(new SseClient(web.uri("/api/live")));
        }
        try (SseClient late = upgrade()) {
            assertThat(late.head()).contains("503", "Retry-After: 5");
        }
        for (AutoCloseable client : clients) {
            client.close();
        }
    }

    @Test
    void whenTheFeedStopsItSaysGoodBye() throws Exception {
        try (SocketClient socket = new SocketClient(web.uri("/api/live/ws"))) {
            socket.next();
            web.live.close();
            assertThat(socket.closeCode()).isEqualTo(GOING_AWAY);
        }
    }

    private SseClient upgrade(String... more) throws Exception {
        List<String> headers = new ArrayList<>(List.of(UPGRADE));
        headers.addAll(List.of(more));
        return new SseClient(web.uri("/api/live/ws"), headers.toArray(String[]::new));
    }
}
