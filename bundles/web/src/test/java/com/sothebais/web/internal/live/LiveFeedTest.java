package com.sothebais.web.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.HealthSource;
import com.sothebais.web.internal.SamplePlatform;
import com.sothebais.web.internal.SampleShow;
import com.sothebais.web.internal.WebServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feed over real sockets. */
class LiveFeedTest {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int VIEWERS_MAX = 20;
    private static final int BURSTS = 12;
    private static final int BURST_BIDS = 20;

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
    void sendsTheStateThenEachBidThenTheNewState() throws Exception {
        try (Client client = new Client("/api/live", "")) {
            assertThat(client.status()).contains("200");
            assertThat(client.await("event: show").data()).contains("\"phase\":\"LIVE\"");
            web.show.accept(SampleShow.FIRST, SampleShow.ANN, "1.5", "1.6");
            Message bid = client.await("event: bid");
            assertThat(bid.id()).isEqualTo(web.log.last());
            assertThat(bid.data()).contains("\"handle\":\"ann\"", "\"kind\":\"ACCEPTED\"");
            assertThat(client.await("event: show").data()).contains("\"text\":\"1.5 ETH\"");
            web.show.speak("One point five!");
            assertThat(client.await("event: host").data()).contains("One point five!", "EXCITED");
        }
    }

    @Test
    void resumesBehindTheLastMessageTheClientHas() throws Exception {
        web.show.accept(SampleShow.FIRST, SampleShow.ANN, "1.5", "1.6");
        long seen = web.log.last();
        web.show.refuse(SampleShow.FIRST, SampleShow.BOB, "0.2 ETH", Reason.TOO_LOW);
        try (Client first = new Client("/api/live", "")) {
            first.await(message -> message.event().equals("event: show") && message.id() == web.log.last());
        }
        try (Client client = new Client("/api/live", "Last-Event-ID: " + seen + "\r\n")) {
            Message missed = client.next();
            assertThat(missed.event()).isEqualTo("event: bid");
            assertThat(missed.data()).contains("TOO_LOW");
            assertThat(client.next().event()).isEqualTo("event: show");
        }
    }

    @Test
    void aClientThatNeverReadsDelaysNobody() throws Exception {
        try (Client sleeper = new Client("/api/live", "");
                Client reader = new Client("/api/live", "")) {
            assertThat(sleeper.status()).contains("200");
            String text = "x".repeat(5_000);
            for (int burst = 0; burst < BURSTS; burst++) {
                for (int i = 0; i < BURST_BIDS; i++) {
                    web.show.refuse(SampleShow.FIRST, SampleShow.BOB, text, Reason.UNREADABLE);
                }
                long last = web.log.last();
                assertThat(reader.await(message -> message.id() == last).id()).isEqualTo(last);
            }
            List<Message> late = new ArrayList<>();
            sleeper.await(message -> {
                late.add(message);
                return message.event().equals("event: show") && message.id() == web.log.last();
            });
            assertThat(late).hasSizeLessThan(BURSTS * BURST_BIDS);
        }
    }

    @Test
    void whoFindsTheHouseFullIsToldWhenToComeBack() throws Exception {
        Client[] clients = new Client[VIEWERS_MAX];
        for (int i = 0; i < VIEWERS_MAX; i++) {
            clients[i] = new Client("/api/live", "");
            assertThat(clients[i].status()).contains("200");
        }
        assertThat(health().status()).isEqualTo(Health.Status.DEGRADED);
        try (Client late = new Client("/api/live", "")) {
            assertThat(late.status()).contains("503");
        }
        for (Client client : clients) {
            client.close();
        }
    }

    @Test
    void saysHowItIs() {
        assertThat(health().status()).isEqualTo(Health.Status.WELL);
    }

    private Health health() {
        return ((HealthSource) web.live.subscriber()).health();
    }

    private record Message(String event, long id, String data) {}

    /** A client on a bare socket, so that nothing reads ahead behind our back. */
    private final class Client implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader reader;
        private final String status;

        private Client(String path, String headers) throws IOException {
            socket = new Socket();
            socket.setReceiveBufferSize(4_096);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress("127.0.0.1", web.uri("").getPort()));
            OutputStream out = socket.getOutputStream();
            out.write(("GET " + path + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 1_024);
            status = reader.readLine();
        }

        private String status() {
            return status;
        }

        /** The next message that has an event; chunk sizes and headers in between are skipped. */
        private Message next() throws IOException {
            long id = 0;
            String event = "";
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("id: ")) {
                    id = Long.parseLong(line.substring(4));
                } else if (line.startsWith("event: ")) {
                    event = line;
                } else if (line.startsWith("data: ") && !event.equals("event: vitals")) {
                    return new Message(event, id, line);
                }
            }
            throw new IOException("the feed ended");
        }

        /** Reads on until a message has the text in its event or data. */
        private Message await(String text) throws IOException {
            return await(
                    message -> message.event().equals(text) || message.data().contains(text));
        }

        private Message await(Predicate<Message> wanted) throws IOException {
            long end = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
            while (System.nanoTime() < end) {
                Message message = next();
                if (wanted.test(message)) {
                    return message;
                }
            }
            throw new IOException("the message did not come in time");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
