package com.sothebais.web.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.sothebais.api.auction.Campaigns;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.event.EventLog;
import com.sothebais.contract.MemoryEventLog;
import com.sothebais.web.internal.answer.Envelope;
import com.sothebais.web.internal.catalogue.CatalogueView;
import com.sothebais.web.internal.live.LiveFixture;
import com.sothebais.web.internal.pages.PagesFixture;
import com.sothebais.web.internal.preview.PreviewFixture;
import com.sothebais.web.internal.preview.PreviewServlet;
import com.sothebais.web.internal.rest.RestFixture;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.servlet.Servlet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The whole web on the container's own web server and JAX-RS implementation, on a free port of the loopback. */
public final class WebServer {
    public final MemoryEventLog log = new MemoryEventLog();
    public final SampleShow show = new SampleShow(log);
    public final LiveFixture live;
    public final PreviewFixture preview;
    public final CatalogueView catalogue = new CatalogueView();
    public final SampleCampaigns campaigns = new SampleCampaigns(show::publish);

    private final Server server = new Server(new QueuedThreadPool(12));
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();

    public WebServer(SamplePlatform platform, int viewersMax) throws Exception {
        this(platform, viewersMax, viewersMax);
    }

    public WebServer(SamplePlatform platform, int viewersMax, int viewersPerAddress) throws Exception {
        platform.put(EventLog.class, log);
        platform.put(Campaigns.class, campaigns);
        live = new LiveFixture(platform, viewersMax, viewersPerAddress);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ContextHandlerCollection contexts = new ContextHandlerCollection();
        ServletContextHandler root = context("/", new ServletHolder(RestFixture.servlet(live, catalogue, platform)));
        root.addServlet(async(live.servlet()), "/api/live");
        root.addServlet(new ServletHolder(live.socketServlet()), "/api/live/ws");
        preview = new PreviewFixture(platform);
        root.addServlet(new ServletHolder(preview.servlet()), PreviewServlet.PATH);
        contexts.addHandler(root);
        contexts.addHandler(context("/hls", new ServletHolder(PagesFixture.hls(platform))));
        contexts.addHandler(context("/dashboard", new ServletHolder(PagesFixture.dashboard())));
        contexts.addHandler(context("/verify", new ServletHolder(PagesFixture.verify())));
        server.setHandler(contexts);
        server.start();
    }

    /** The first lot is open, led by one bid and missed by another, and the feed has seen it all. */
    public void goLive() {
        show.publish().move(SessionPhase.PLANNED, SessionPhase.PRE).move(SessionPhase.PRE, SessionPhase.LIVE);
        show.open(SampleShow.FIRST, SampleShow.START.plusSeconds(65));
        show.accept(SampleShow.FIRST, SampleShow.ANN, "1.5", "1.6");
        show.refuse(SampleShow.FIRST, SampleShow.BOB, "0.1 ETH", Reason.TOO_LOW);
        log.subscribe(live.subscriber());
        log.subscribe(catalogue);
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)), headers);
    }

    public HttpResponse<String> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        return send(request, headers);
    }

    public HttpResponse<String> send(HttpRequest.Builder request, String... headers)
            throws IOException, InterruptedException {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public static JsonNode json(HttpResponse<String> answer) throws IOException {
        return Envelope.JSON.readTree(answer.body());
    }

    public void stop() throws Exception {
        live.close();
        preview.close();
        server.stop();
    }

    private static ServletContextHandler context(String path, ServletHolder servlet) {
        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        context.setContextPath(path);
        context.setAllowNullPathInfo(true);
        context.addServlet(servlet, "/*");
        return context;
    }

    private static ServletHolder async(Servlet servlet) {
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        return holder;
    }
}
