package com.sothebais.stream.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.stream.OutputStatus.State;
import com.sothebais.stream.output.Output;
import com.sothebais.stream.output.Outputs;
import com.sothebais.stream.output.PushUrl;
import com.sothebais.stream.testing.Await;
import com.sothebais.stream.testing.Peer;
import com.sothebais.stream.testing.RtmpServer;
import com.sothebais.stream.testing.TlsFront;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RTMPS to nginx behind stunnel, with certificates of our own; skipped where they are not installed. */
class SecurePushTest {
    private static final Path KNOWN_TO_DEBIAN = Path.of("/etc/ssl/certs/ca-certificates.crt");

    @TempDir
    private Path directory;

    @BeforeAll
    static void loadLibraries() {
        PacedFeed.loadLibraries();
    }

    @Test
    void aCertificateIsAcceptedWithItsAuthorityAndRefusedWithout() throws Exception {
        try (RtmpServer server = new RtmpServer(directory.resolve("server"));
                TlsFront front = new TlsFront(directory.resolve("tls"), "localhost", server.port());
                PacedFeed feed = new PacedFeed().start()) {
            String url = "rtmps://localhost:" + front.port() + "/live/secret-key";
            Output trusting = push(feed, url, front.certificate());
            Output careful = push(feed, url, KNOWN_TO_DEBIAN);
            Await.until("up", () -> trusting.status().state() == State.UP);
            Await.until("refused", () -> careful.status().failure().isPresent());
            assertThat(careful.status().failure().orElseThrow())
                    .contains("the certificate of localhost:" + front.port() + " is not trusted", "ca.file")
                    .doesNotContain("secret-key");
            assertThat(careful.status().state()).isIn(State.WAITING, State.CONNECTING);
            feed.play(3);
            trusting.close();
            careful.close();

            Path file = server.broadcasts("secret-key").get(0);
            Await.until("the server has it", () -> Peer.pictures(file) > 2 * PacedFeed.FPS);
            assertThat(Peer.complaints(file)).isEmpty();
            assertThat(server.broadcasts("secret-key"))
                    .as("nothing came of the other")
                    .hasSize(1);
        }
    }

    @Test
    void aCertificateForAnotherNameIsRefusedEvenWithItsAuthority() throws Exception {
        try (RtmpServer server = new RtmpServer(directory.resolve("server"));
                TlsFront front = new TlsFront(directory.resolve("tls"), "other.example", server.port());
                PacedFeed feed = new PacedFeed().start()) {
            Output push = push(feed, "rtmps://localhost:" + front.port() + "/live/secret-key", front.certificate());
            Await.until("refused", () -> push.status().failure().isPresent());

            assertThat(push.status().failure().orElseThrow())
                    .contains("localhost")
                    .doesNotContain("secret-key");
            assertThat(push.status().traffic().bytes()).isZero();
        }
    }

    @Test
    void comesBackWhenTheServerBehindTlsWasKilled() throws Exception {
        try (RtmpServer server = new RtmpServer(directory.resolve("server"));
                TlsFront front = new TlsFront(directory.resolve("tls"), "localhost", server.port());
                PacedFeed feed = new PacedFeed().start()) {
            Output push = push(feed, "rtmps://localhost:" + front.port() + "/live/key", front.certificate());
            Await.until("up", () -> push.status().state() == State.UP);
            long first = feed.frames();
            feed.play(2);
            server.kill();
            Await.until("the loss is noticed", () -> push.status().failure().isPresent());
            assertThat(push.status().failure().orElseThrow()).contains("lost the connection to localhost");
            long lost = feed.frames();
            server.start();
            Await.until("up again", () -> push.status().traffic().reconnects() == 1);
            assertThat(Peer.firstTimestamp(server.url("key")))
                    .as("the time goes on")
                    .isGreaterThan((lost - first) * 0.9 / PacedFeed.FPS);
            long start = System.nanoTime();
            push.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void aFileWithoutAuthoritiesIsNamed() throws Exception {
        try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                PacedFeed feed = new PacedFeed().start()) {
            Path empty = Files.createFile(directory.resolve("empty.pem"));
            Output push = push(feed, "rtmps://127.0.0.1:" + door.getLocalPort() + "/live/secret-key", empty);
            Await.until("refused", () -> push.status().failure().isPresent());

            assertThat(push.status().failure().orElseThrow())
                    .contains("empty.pem")
                    .doesNotContain("secret-key");
        }
    }

    private static Output push(PacedFeed feed, String url, Path certificates) {
        Output push = Outputs.push("push", PushUrl.of(url), certificates, feed.tracks());
        push.start();
        return feed.add(push);
    }
}
