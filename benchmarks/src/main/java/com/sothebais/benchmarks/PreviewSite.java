package com.sothebais.benchmarks;

import com.sothebais.api.health.HealthSource;
import com.sothebais.api.identity.Admins;
import com.sothebais.api.stream.Preview;
import com.sothebais.web.internal.guard.Guard;
import com.sothebais.web.internal.guard.TableKeys;
import com.sothebais.web.internal.pages.DashboardServlet;
import com.sothebais.web.internal.parts.Parts;
import com.sothebais.web.internal.preview.PreviewHub;
import com.sothebais.web.internal.preview.PreviewServlet;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/**
 * The dashboard and the preview on the web server of the container, with a script in the page that measures, and nothing else of
 * the platform.
 */
final class PreviewSite implements AutoCloseable {
    private static final String TOKEN = "bench";
    private static final String PAGE = "/dashboard/measured";
    private static final int PORT_FREE = 0;
    private static final int POSTS_A_MINUTE = 100;
    private static final Duration SESSION = Duration.ofHours(1);

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final PreviewHub hub;
    private final BlockingQueue<byte[]> seen = new LinkedBlockingQueue<>();

    /** @param frames how many pictures the page notes */
    PreviewSite(Preview preview, int frames) throws Exception {
        Parts parts = new OneAdmin(preview);
        InstantSource clock = InstantSource.system();
        Guard guard = new Guard(parts, POSTS_A_MINUTE, new TableKeys(parts, clock), clock);
        hub = new PreviewHub(parts);
        connector.setHost("127.0.0.1");
        connector.setPort(PORT_FREE);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        context.addServlet(new ServletHolder(new PreviewServlet(guard, hub)), PreviewServlet.PATH);
        context.addServlet(new ServletHolder(new DashboardServlet()), "/dashboard/*");
        context.addServlet(new ServletHolder(page(frames)), PAGE);
        context.addServlet(new ServletHolder(answer("text/javascript", resource("preview.js"))), "/bench/preview.js");
        context.addServlet(new ServletHolder(new Clock()), "/bench/clock");
        context.addServlet(new ServletHolder(new Seen()), "/bench/seen");
        server.setHandler(context);
        server.start();
    }

    URI page() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + PAGE);
    }

    /** What the page has noted, as JSON; empty when it has not in time. */
    Optional<byte[]> seen(Duration wait) throws InterruptedException {
        return Optional.ofNullable(seen.poll(wait.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() throws IOException {
        hub.stop();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("the web server did not stop", e);
        }
    }

    /** The page as visitors get it, who are logged in here at once, and the script. */
    private static Servlet page(int frames) throws IOException {
        try (InputStream built = DashboardServlet.class.getResourceAsStream("/dashboard/index.html")) {
            if (built == null) {
                throw new IOException("the dashboard is not built; run ./sothebais build");
            }
            String page = new String(built.readAllBytes(), StandardCharsets.UTF_8);
            String script = "<script type=\"module\" src=\"/bench/preview.js?frames=" + frames + "\"></script></body>";
            return answer("text/html", page.replace("</body>", script).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream content = PreviewSite.class.getResourceAsStream(name)) {
            return content.readAllBytes();
        }
    }

    private static HttpServlet answer(String type, byte[] bytes) {
        return new HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                response.setContentType(type);
                response.setHeader("Set-Cookie", "sothebais_session=" + TOKEN + "; Path=/; HttpOnly; SameSite=Strict");
                response.getOutputStream().write(bytes);
            }
        };
    }

    /** Microseconds since 1970. */
    private static final class Clock extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/plain");
            response.getOutputStream().print(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
        }
    }

    private final class Seen extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            seen.add(request.getInputStream().readAllBytes());
        }
    }

    /** A platform with a preview and one admin. */
    private record OneAdmin(Preview preview) implements Parts, Admins {
        @Override
        public <T> Optional<T> find(Class<T> service) {
            Map<Class<?>, Object> parts = Map.of(Preview.class, preview, Admins.class, this);
            return Optional.ofNullable(parts.get(service)).map(service::cast);
        }

        @Override
        public List<HealthSource> healthSources() {
            return List.of();
        }

        @Override
        public LoginResult login(String name, char[] password, String address) {
            return new LoginResult(Optional.empty(), Optional.of(LoginFailure.WRONG_NAME_OR_PASSWORD));
        }

        @Override
        public Optional<AdminSession> session(String token) {
            return Optional.of(new AdminSession(token, "bench", Instant.now().plus(SESSION)))
                    .filter(session -> session.token().equals(TOKEN));
        }

        @Override
        public void logout(String token) {
            // The session ends with the measurement.
        }
    }
}
