package com.sothebais.web.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.web.internal.SamplePlatform;
import com.sothebais.web.internal.SampleShow;
import com.sothebais.web.internal.WebServer;
import com.sothebais.web.internal.live.SseClient.Message;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveFeedTest {
    private static final int VIEWERS_MAX = 20;
    private static final int PER_ADDRESS_MAX = 15;
    private static final int BURSTS = 30;
    private static final int BURST_BIDS = 50;

    @TempDir
    Path hls;

    private WebServer web;

    @BeforeEach
    void start() throws Exception {
        web = new WebServer(new SamplePlatform(hls, "image/png", new byte[] {1}), VIEWERS_MAX, PER_ADDRESS_MAX);
        web.show.publish().move(SessionPhase.PLANNED, SessionPhase.PRE).move(SessionPhase.PRE, SessionPhase.LIVE);
        web.show.open(SampleShow.FIRST, SampleShow.START.plusSeconds(65));
        web.log.subscribe(web.live.subscriber());
    }

    @AfterEach
    void stop() throws Exception {
        web.stop();
    }

    @Test
    void sendsTheStateThenEachFact() throws Exception {
        try (SseClient client = connect()) {
            assertThat(client.head()).contains("200", "text/event-stream");
            Message show = client.next();
            assertThat(show.event()).isEqualTo("show");
            assertThat(show.id()).isEqualTo(web.log.last());
            assertThat(show.data().at("/session/phase").asText()).isEqualTo("LIVE");
            web.show.accept(SampleShow.FIRST, SampleShow.ANN, "1.5", "1.6");
            Message bid = client.next();
            assertThat(bid.event()).isEqualTo("bid");
            assertThat(bid.id()).isEqualTo(web.log.last());
            assertThat(bid.data().at("/post/handle").asText()).isEqualTo("ann");
            assertThat(bid.data().at("/lot/bidding/price/text").asText()).isEqualTo("1.5 ETH");
            web.show.speak("One point five!");
            assertThat(client.next().data().at("/line/text").asText()).isEqualTo("One point five!");
            web.show.sell(SampleShow.FIRST, SampleShow.ANN, "1.5");
            Message sold = client.next();
            assertThat(sold.event()).isEqualTo("lot");
            assertThat(sold.data().at("/result/outcome").asText()).isEqualTo("SOLD");
            web.show.move(SessionPhase.LIVE, SessionPhase.POST);
            assertThat(client.next().data().path("phase").asText()).isEqualTo("POST");
        }
    }

    @Test
    void resumesBehindTheLastMessageTheClientHasByHeaderOrQuery() throws Exception {
        web.show.accept(SampleShow.FIRST, SampleShow.ANN, "1.5", "1.6");
        long seen = web.log.last();
        web.show.refuse(SampleShow.FIRST, SampleShow.BOB, "0.2 ETH", Reason.TOO_LOW);
        web.show.speak("Too low.");
        try (SseClient first = connect()) {
            first.await(message -> message.id() == web.log.last());
        }
        try (SseClient header = connect("Last-Event-ID: " + seen);
                SseClient query = new SseClient(web.uri("/api/live?after=" + seen))) {
            for (SseClient client : List.of(header, query)) {
                Message missed = client.next();
                assertThat(missed.event()).isEqualTo("bid");
                assertThat(missed.id()).isEqualTo(seen + 1);
                assertThat(missed.data().at("/verdict/reason").asText()).isEqualTo("TOO_LOW");
                assertThat(client.next().id()).isEqualTo(seen + 2);
            }
            web.show.speak("Next?");
            assertThat(header.next().id()).isEqualTo(seen + 3);
        }
    }

    @Test
    void anotherCampaignIsToldByASnapshot() throws Exception {
        try (SseClient client = connect()) {
            long before = client.next().id();
            web.show.move(SessionPhase.LIVE, SessionPhase.ENDED).publish();
            Message show = client.await(message -> message.id() == web.log.last());
            assertThat(show.event()).isEqualTo("show");
            assertThat(show.id()).isGreaterThan(before);
            assertThat(show.data().at("/session/phase").asText()).isEqualTo("PLANNED");
        }
    }

    @Test
    void aClientThatDoesNotReadDelaysNobodyAndContinuesWithASnapshot() throws Exception {
        try (SseClient sleeper = SseClient.narrow(web.uri("/api/live"));
                SseClient reader = connect()) {
            long snapshot = reader.next().id();
            String text = "x".repeat(5_000);
            for (int burst = 0; burst < BURSTS; burst++) {
                for (int i = 0; i < BURST_BIDS; i++) {
                    web.show.refuse(SampleShow.FIRST, SampleShow.BOB, text, Reason.UNREADABLE);
                }
                for (int i = 0; i < BURST_BIDS; i++) {
                    Message bid = reader.next();
                    assertThat(bid.event()).isEqualTo("bid");
                    assertThat(bid.id()).isEqualTo(++snapshot);
                }
            }
            List<Message> late = new ArrayList<>();
            sleeper.await(message -> {
                late.add(message);
                return message.id() == web.log.last();
            });
            assertThat(late).hasSizeLessThan(BURSTS * BURST_BIDS);
            assertThat(late.stream().filter(message -> message.event().equals("show")))
                    .hasSizeBetween(2, 3);
            assertThat(late).extracting(Message::id).isSorted();
            assertThat(health().message()).contains("1 slow");
        }
    }

    @Test
    void anAddressHasALimitedNumberOfPlaces() throws Exception {
        List<SseClient> clients = new ArrayList<>();
        for (int i = 0; i < PER_ADDRESS_MAX; i++) {
            clients.add(connect());
            assertThat(clients.get(i).head()).contains("200");
        }
        try (SseClient late = connect()) {
            assertThat(late.head()).contains("429", "Retry-After: 5");
        }
        for (SseClient client : clients) {
            client.close();
        }
        awaitPlace();
    }

    @Test
    void whoFindsTheHouseFullIsToldWhenToComeBack() throws Exception {
        WebServer small = new WebServer(new SamplePlatform(hls, "image/png", new byte[] {1}), 2);
        small.log.subscribe(small.live.subscriber());
        try (SseClient first = new SseClient(small.uri("/api/live"));
                SseClient second = new SseClient(small.uri("/api/live"));
                SseClient late = new SseClient(small.uri("/api/live"))) {
            assertThat(first.head()).contains("200");
            assertThat(second.head()).contains("200");
            assertThat(late.head()).contains("503", "Retry-After: 5");
            assertThat(((HealthSource) small.live.subscriber()).health().status())
                    .isEqualTo(Health.Status.DEGRADED);
        } finally {
            small.stop();
        }
    }

    @Test
    void whenTheFeedStopsItsConnectionsEndSoThatClientsComeBack() throws Exception {
        try (SseClient client = connect()) {
            client.next();
            web.live.close();
            client.awaitEnd();
        }
    }

    @Test
    void theHeadOfTheFeedTakesNoPlace() throws Exception {
        for (int i = 0; i <= VIEWERS_MAX; i++) {
            assertThat(web.send(HttpRequest.newBuilder(web.uri("/api/live"))
                                    .method("HEAD", HttpRequest.BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void saysHowItIs() {
        assertThat(health().status()).isEqualTo(Health.Status.WELL);
    }

    private SseClient connect(String... headers) throws IOException {
        return new SseClient(web.uri("/api/live"), headers);
    }

    /** The server learns that a client has gone when it writes; each line of the host makes it write. */
    private void awaitPlace() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            web.show.speak("Anyone?");
            try (SseClient client = connect()) {
                if (client.head().contains("200")) {
                    return;
                }
            }
        }
        throw new AssertionError("no place became free");
    }

    private Health health() {
        return ((HealthSource) web.live.subscriber()).health();
    }
}
