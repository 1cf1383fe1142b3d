package com.sothebais.asset.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sothebais.api.asset.TokenException;
import com.sothebais.api.asset.TokenException.Problem;
import com.sothebais.asset.testing.LoopbackHost;
import com.sothebais.asset.testing.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Times SHORT = new Times(SOON, SOON, SOON);
    private static final long MAX = 100_000;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private LoopbackHost host;

    @BeforeEach
    void start() throws IOException {
        host = new LoopbackHost();
        opened.add(host);
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    private Fetcher fetcher(Doorman.Lookup lookup, Times times, String... privateHosts) {
        Doorman doorman = new Doorman(lookup, Set.of(privateHosts));
        opened.add(doorman);
        return new Fetcher(doorman, (SSLSocketFactory) SSLSocketFactory.getDefault(), times);
    }

    /** Knows no names, and may ask the host of the test. */
    private Fetcher fetcher() {
        return fetcher(name -> List.of(), Times.DEFAULT, host.place());
    }

    private static Fetcher.Ask ask(Duration within) {
        return new Fetcher.Ask("*/*", MAX, Deadline.in(within), new Silent());
    }

    private static String get(Fetcher fetcher, String url) {
        return get(fetcher, url, Duration.ofMinutes(1));
    }

    private static String get(Fetcher fetcher, String url, Duration within) {
        return new String(fetcher.get(WebAddress.of(url), ask(within), InputStream::readAllBytes));
    }

    private static TokenException refused(Fetcher fetcher, String url) {
        return catchThrowableOfType(TokenException.class, () -> get(fetcher, url));
    }

    private static final class Silent implements Fetcher.Listener {
        @Override
        public void answered(String from, OptionalLong total) {}

        @Override
        public void received(long bytes) {}
    }

    @Nested
    class AGoodAnswer {
        @Test
        void isReadByItsLengthInChunksOrToTheEnd() {
            host.gives("/length", "hello");
            host.says(
                    "/chunks",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;a=b\r\nhe\r\n3\r\nllo\r\n0\r\nA: b\r\n\r\n");
            host.says("/end", "HTTP/1.0 200\r\n\r\nhello");
            host.says("/hints", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\n\r\nhello");
            for (String path : List.of("/length", "/chunks", "/end", "/hints")) {
                assertThat(get(fetcher(), host.url(path))).as(path).isEqualTo("hello");
            }
        }

        @Test
        void isUnpackedWhenItIsPackedUnasked() throws IOException {
            byte[] packed = packed(Samples.text("hello"));
            host.on("/packed", out -> {
                out.write(Samples.text("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"));
                out.write(packed);
            });
            assertThat(get(fetcher(), host.url("/packed"))).isEqualTo("hello");
        }

        @Test
        void isAskedForWithoutCookiesOrCredentials() {
            host.says("/a", "HTTP/1.1 302 Found\r\nSet-Cookie: a=b\r\nLocation: /b?c\r\n\r\n");
            host.gives("/b?c", "hello");
            assertThat(get(fetcher(), host.url("/a"))).isEqualTo("hello");
            assertThat(host.requests()).hasSize(2).allSatisfy(request -> {
                assertThat(request).contains("Host: " + host.place() + "\n", "Accept: */*\n");
                assertThat(request.toLowerCase()).doesNotContain("cookie", "authorization", "referer");
            });
        }
    }

    @Nested
    class APlaceThatIsNeverAsked {
        @Test
        void isTheLoopbackUnlessItIsNamed() {
            Fetcher closed = fetcher(name -> List.of(), Times.DEFAULT);
            assertThat(refused(closed, host.url("/"))).hasMessageContaining("Port " + host.port());
            TokenException usual = refused(closed, "http://127.0.0.1/");
            assertThat(usual.problem()).isEqualTo(Problem.FORBIDDEN);
            assertThat(usual).hasMessageContaining("127.0.0.1:80 in 'token.hosts.private'");
            assertThat(host.requests()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"10.0.0.1", "169.254.169.254", "::1", "fd00::1", "::ffff:127.0.0.1"})
        void isAnyThatANameLeadsToAlsoBesideAGoodOne(String address) throws IOException {
            List<InetAddress> mixed = List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName(address));
            Fetcher fetcher = fetcher(name -> mixed, Times.DEFAULT);
            assertThat(refused(fetcher, "https://art.example/").problem()).isEqualTo(Problem.FORBIDDEN);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://169.254.169.254/latest/meta-data/",
                    "http://[::1]/",
                    "http://127.0.0.1:22/",
                    "http://inside.example/",
                    "//inside.example/",
                    "http://a:b@inside.example/"
                })
        void isAskedNeitherWhenAnotherSendsThere(String location) {
            host.sendsOn("/a", location);
            Fetcher fetcher = fetcher(name -> List.of(InetAddress.getLoopbackAddress()), Times.DEFAULT, host.place());
            assertThat(refused(fetcher, host.url("/a")).problem()).isEqualTo(Problem.FORBIDDEN);
        }

        @Test
        void staysSoWhenTheNameServerChangesItsMind() throws IOException {
            AtomicInteger asked = new AtomicInteger();
            host.gives("/", "hello");
            String named = "art.example:" + host.port();
            Fetcher fetcher = fetcher(
                    name -> List.of(InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1")),
                    Times.DEFAULT,
                    named);
            assertThat(get(fetcher, "http://" + named + "/")).isEqualTo("hello");
            assertThat(asked).hasValue(1);
            assertThat(host.requests().get(0)).contains("Host: " + named + "\n");
        }

        @Test
        void isAScheme() {
            host.sendsOn("/file", "file:///etc/passwd");
            assertThat(refused(fetcher(), host.url("/file")).problem()).isEqualTo(Problem.ADDRESS);
        }
    }

    @Nested
    class AHostThatDoesNotPlayFair {
        @Test
        void sendsInCircles() {
            host.sendsOn("/a", "/a");
            assertThat(refused(fetcher(), host.url("/a"))).hasMessageContaining("more than 5 times");
            assertThat(host.requests()).hasSize(Fetcher.REDIRECTS_MAX + 1);
        }

        @Test
        void sendsWithoutEnd() {
            host.on("/endless", out -> {
                out.write(Samples.text("HTTP/1.1 200 OK\r\n\r\n"));
                forEver(out, "a");
            });
            assertThat(refused(fetcher(), host.url("/endless")).problem()).isEqualTo(Problem.LIMIT);
        }

        @Test
        void announcesTooMuch() {
            host.says("/huge", "HTTP/1.1 200 OK\r\nContent-Length: 100001\r\n\r\n");
            assertThat(refused(fetcher(), host.url("/huge")).problem()).isEqualTo(Problem.LIMIT);
        }

        @Test
        void unpacksToTooMuch() throws IOException {
            byte[] bomb = packed(new byte[50 * 1024 * 1024]);
            host.on("/bomb", out -> {
                out.write(Samples.text("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"));
                out.write(bomb);
            });
            assertThat(bomb).hasSizeLessThan((int) MAX);
            assertThat(refused(fetcher(), host.url("/bomb")).problem()).isEqualTo(Problem.LIMIT);
        }

        @Test
        void packsWithoutEndAndWithoutContent() {
            host.on("/name", out -> {
                out.write(Samples.text("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"));
                out.write(new byte[] {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 3});
                forEver(out, "a");
            });
            assertThat(refused(fetcher(), host.url("/name")).problem()).isEqualTo(Problem.LIMIT);
        }

        @Test
        void sendsHeadersWithoutEnd() {
            host.on("/headers", out -> {
                out.write(Samples.text("HTTP/1.1 200 OK\r\n"));
                forEver(out, "A: b\r\n");
            });
            host.on("/line", out -> forEver(out, "H"));
            host.on("/chunk", out -> {
                out.write(Samples.text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;"));
                forEver(out, "a");
            });
            for (String path : List.of("/headers", "/line", "/chunk")) {
                assertThat(refused(fetcher(), host.url(path)).problem())
                        .as(path)
                        .isEqualTo(Problem.UNREACHABLE);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "SSH-2.0-OpenSSH_9.2\r\n",
                    "HTTP/1.1 200 OK\r\n",
                    "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
                    "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello",
                    "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nhello",
                    "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhello\r\n0\r\n\r\n",
                    "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nhello",
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nhello",
                    "HTTP/1.1 206 Partial Content\r\nContent-Length: 5\r\n\r\nhello",
                    "HTTP/1.1 302 Found\r\n\r\n",
                    "HTTP/1.1 500 Oops\r\n\r\n"
                })
        void isNotBelieved(String raw) {
            host.says("/raw", raw);
            TokenException refused = refused(fetcher(), host.url("/raw"));
            assertThat(refused.problem()).isEqualTo(Problem.UNREACHABLE);
            assertThat(refused).hasMessageStartingWith("127.0.0.1");
        }

        @Test
        void putsNothingUnseenIntoOurMessages() {
            host.says("/raw", "HTTP/1.1 200 OK\r\nContent-Encoding: \u001b[31m" + "x".repeat(5_000) + "\r\n\r\n");
            assertThat(refused(fetcher(), host.url("/raw")).getMessage())
                    .doesNotContain("\u001b")
                    .hasSizeLessThan(250);
        }
    }

    @Nested
    class AHostThatIsTooSlow {
        private final CountDownLatch never = new CountDownLatch(1);

        @Test
        void saysNothing() {
            host.on("/silent", out -> never.await());
            assertSlow(refused(fetcher(name -> List.of(), SHORT, host.place()), host.url("/silent")));
        }

        @Test
        void stopsInTheMiddle() {
            host.on("/stops", out -> {
                out.write(Samples.text("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello"));
                out.flush();
                never.await();
            });
            Times idle = new Times(Duration.ofMinutes(1), Duration.ofMinutes(1), SOON);
            assertSlow(refused(fetcher(name -> List.of(), idle, host.place()), host.url("/stops")));
        }

        @Test
        void isStillSendingWhenAllTimeIsOver() {
            host.on("/drips", out -> {
                out.write(Samples.text("HTTP/1.1 200 OK\r\n\r\n"));
                forEver(out, "a");
            });
            Fetcher.Ask ask = new Fetcher.Ask("*/*", Long.MAX_VALUE / 2, Deadline.in(SOON), new Silent());
            assertSlow(catchThrowableOfType(TokenException.class, () -> fetcher()
                    .get(
                            WebAddress.of(host.url("/drips")),
                            ask,
                            in -> in.transferTo(OutputStream.nullOutputStream()))));
        }

        @Test
        void isUnknownToANameServerThatHangs() {
            Doorman.Lookup hanging = name -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return List.of();
            };
            TokenException refused = refused(fetcher(hanging, SHORT), "https://art.example/");
            assertThat(refused).hasMessageContaining("name servers did not say in time");
        }

        private void assertSlow(TokenException refused) {
            assertThat(refused.problem()).isEqualTo(Problem.UNREACHABLE);
            assertThat(refused).hasMessageContaining("too long");
        }
    }

    /** The same again and again, till whoever listens has gone. */
    private static void forEver(OutputStream out, String what) throws IOException {
        byte[] bytes = Samples.text(what.repeat(4_000));
        while (!Thread.currentThread().isInterrupted()) {
            out.write(bytes);
        }
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }
}
