package com.sothebais.social.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.Assets;
import com.sothebais.api.identity.Admins;
import com.sothebais.api.social.Account;
import com.sothebais.api.social.Draft;
import com.sothebais.api.social.Post;
import com.sothebais.api.social.Relation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineServletTest {
    private static final String TOKEN = "0123456789abcdef";
    private static final AssetId PICTURE = new AssetId("cd".repeat(32));

    private final HttpClient client = HttpClient.newHttpClient();
    private SandboxNetwork network;
    private Server server;
    private TimelineServlet servlet;
    private boolean adminsThere = true;

    @BeforeEach
    void serve() throws Exception {
        network = new SandboxNetwork(
                Settings.read("sothebais", "SothebAIs", "280"),
                new PostStore(TestDatabase.fresh().dataSource()),
                InstantSource.system());
        servlet = new TestServlet(network);
        server = new Server();
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/sandbox/*");
        server.setHandler(context);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        servlet.close();
        server.stop();
        network.close();
    }

    @Test
    void servesThePageWithAStrictPolicyAndNothingInline() throws Exception {
        HttpResponse<String> page = get("/sandbox/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.body()).contains("<html lang=\"en\">").doesNotContain("<style", "style=\"", "onclick");
        assertThat(get("/sandbox/timeline.js")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .startsWith("text/javascript");
        assertThat(get("/sandbox/timeline.css").statusCode()).isEqualTo(200);
        assertThat(get("/sandbox/../db/social_sandbox/V1__timeline.sql").statusCode())
                .isEqualTo(404);
        assertThat(get("/sandbox/secret").body()).contains("problem");
    }

    @Test
    void theAddressWithoutSlashLeadsToThePage() throws Exception {
        HttpResponse<String> answer = get("/sandbox");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sandbox/");
    }

    @Test
    void listsPostsAsData() throws Exception {
        Account ada = network.join("ada", "Ada <b>Bold</b>");
        Post bid = network.say(ada.id(), "@sothebais \"bid\" <script>alert(1)</script>", Relation.ORIGINAL);
        network.publish(new Draft("r1", "Noted.", Optional.of(bid.id()), Optional.of(PICTURE)));

        HttpResponse<String> posts = get("/sandbox/posts?after=0");

        assertThat(posts.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(posts.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(posts.body())
                .contains("\"last\":2", "\"host\":\"sothebais\"", "\\\"bid\\\"", "\"kind\":\"REPLY\",\"host\":true")
                .contains("\"target\":1", PICTURE.value());
        assertThat(get("/sandbox/posts?after=2").body()).contains("\"posts\":[]");
        assertThat(get("/sandbox/posts?after=nonsense").statusCode()).isEqualTo(200);
    }

    @Test
    void answersAWaitingReaderWithTheNextPost() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting =
                client.sendAsync(request("/sandbox/posts?after=0&wait=15").build(), text());
        Account ada = network.join("ada", "Ada");
        Instant said = network.say(ada.id(), "hello", Relation.ORIGINAL).at();

        HttpResponse<String> answer = waiting.get(10, TimeUnit.SECONDS);

        assertThat(answer.body()).contains("\"hello\"");
        assertThat(Duration.between(said, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void answersAWaitingReaderWithNothingWhenTimeIsUp() throws Exception {
        HttpResponse<String> answer = get("/sandbox/posts?after=0&wait=1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"posts\":[]");
    }

    @Test
    void onlyAdminsOfOurOwnPagesMayPost() throws Exception {
        assertThat(post("handle=ada&text=hi", "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(401);
        assertThat(post("handle=ada&text=hi", "Cookie", "sothebais_session=" + TOKEN)
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("handle=ada&text=hi", "Cookie", "sothebais_session=" + TOKEN, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("handle=ada&text=hi", "Cookie", "sothebais_session=" + TOKEN, "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("handle=ada&text=hi", "Cookie", "sothebais_session=x", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(401);
        assertThat(network.timeline(10)).isEmpty();

        assertThat(post("handle=ada&text=hi", "Cookie", "sothebais_session=" + TOKEN, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(201);
        assertThat(post("handle=bo&text=hey", "Cookie", "sothebais_session=" + TOKEN, "Origin", origin())
                        .statusCode())
                .isEqualTo(201);
        assertThat(post("handle=%40cleo&text=yo&replyTo=1", "Authorization", "Bearer " + TOKEN)
                        .statusCode())
                .isEqualTo(201);

        assertThat(network.timeline(10)).extracting(Post::text).containsExactly("yo", "hey", "hi");
        assertThat(network.timeline(1).get(0).relation().kind()).isEqualTo(Relation.Kind.REPLY);
    }

    @Test
    void saysWhatIsWrongWithAPost() throws Exception {
        String[] admin = {"Authorization", "Bearer " + TOKEN};

        assertThat(post("handle=a%20b&text=hi", admin).body()).contains("letters, digits or underscores");
        assertThat(post("handle=ada&text=%20", admin).body()).contains("Write something");
        assertThat(post("handle=ada&text=" + "x".repeat(281), admin).body()).contains("at most 280");
        assertThat(post("handle=ada&text=hi&replyTo=77", admin).body()).contains("does not exist");
        assertThat(post("handle=ada&text=" + "x".repeat(70_000), admin).statusCode())
                .isEqualTo(413);
        adminsThere = false;
        assertThat(post("handle=ada&text=hi", admin).statusCode()).isEqualTo(503);
    }

    @Test
    void tellsWhoIsSignedIn() throws Exception {
        assertThat(get("/sandbox/session").body()).contains("\"admin\":null", "\"textMax\":280");
        HttpRequest signedIn = request("/sandbox/session")
                .header("Cookie", "sothebais_session=" + TOKEN)
                .build();
        assertThat(client.send(signedIn, text()).body()).contains("\"admin\":\"root\"");
    }

    @Test
    void showsPicturesWithoutLettingThemRun() throws Exception {
        HttpResponse<String> picture = get("/sandbox/media/" + PICTURE);

        assertThat(picture.body()).isEqualTo("<svg/>");
        assertThat(picture.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox");
        assertThat(get("/sandbox/media/" + "ab".repeat(32)).statusCode()).isEqualTo(404);
        assertThat(get("/sandbox/media/..%2f..").statusCode()).isIn(400, 404);
    }

    private String origin() {
        return "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin() + path)).timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), text());
    }

    private HttpResponse<String> post(String form, String... headers) throws IOException, InterruptedException {
        return client.send(
                request("/sandbox/posts")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .headers(headers)
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                text());
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
    }

    /** The servlet with one admin and one picture. */
    private final class TestServlet extends TimelineServlet {
        private static final long serialVersionUID = 1L;

        TestServlet(SandboxNetwork network) {
            super(network);
        }

        @Override
        Optional<Admins> admins() {
            return adminsThere ? Optional.of(new OneAdmin()) : Optional.empty();
        }

        @Override
        Optional<Assets> assets() {
            return Optional.of(new OnePicture());
        }
    }

    private static final class OneAdmin implements Admins {
        @Override
        public LoginResult login(String name, char[] password, String address) {
            throw new UnsupportedOperationException("nobody logs in here");
        }

        @Override
        public Optional<AdminSession> session(String token) {
            return token.equals(TOKEN) ? Optional.of(new AdminSession(token, "root", Instant.MAX)) : Optional.empty();
        }

        @Override
        public void logout(String token) {
            throw new UnsupportedOperationException("nobody logs out here");
        }
    }

    private static final class OnePicture implements Assets {
        private static final byte[] CONTENT = "<svg/>".getBytes(StandardCharsets.UTF_8);

        @Override
        public Asset store(byte[] content) {
            throw new UnsupportedOperationException("nothing is stored here");
        }

        @Override
        public Optional<byte[]> content(AssetId id) {
            return id.equals(PICTURE) ? Optional.of(CONTENT) : Optional.empty();
        }

        @Override
        public Optional<Asset> find(AssetId id) {
            return content(id).map(content -> new Asset(id, "image/svg+xml", content.length));
        }
    }
}
