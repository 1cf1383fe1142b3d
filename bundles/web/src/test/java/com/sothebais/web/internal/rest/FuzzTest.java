package com.sothebais.web.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sothebais.api.auction.Campaigns;
import com.sothebais.api.event.EventLog;
import com.sothebais.contract.MemoryEventLog;
import com.sothebais.web.internal.SampleCampaigns;
import com.sothebais.web.internal.SamplePlatform;
import com.sothebais.web.internal.SampleShow;
import com.sothebais.web.internal.answer.Envelope;
import com.sothebais.web.internal.catalogue.CatalogueView;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken bodies against the real resources on the container's web server and JAX-RS implementation, without a socket. */
class FuzzTest {
    /** About a minute; {@code -Dsothebais.fuzz.bodies=N} sends fewer or more. */
    private static final int BODIES = Integer.getInteger("sothebais.fuzz.bodies", 100_000);

    private static final long SEED = Long.getLong("sothebais.fuzz.seed", 20261121);
    private static final int WAIT_SECONDS = 30;

    @TempDir
    Path hls;

    private final Server server = new Server(new QueuedThreadPool(8));
    private final LocalConnector connector = new LocalConnector(server);
    private final MemoryEventLog log = new MemoryEventLog();
    private final SampleShow show = new SampleShow(log);
    private final SampleCampaigns campaigns = new SampleCampaigns((campaign, sessions) -> {});
    private SamplePlatform platform;

    /** An address with a body that is right. */
    private record Target(String path, ObjectNode body) {}

    @BeforeEach
    void start() throws Exception {
        platform = new SamplePlatform(hls, "image/png", new byte[0]);
        platform.put(Campaigns.class, campaigns);
        platform.put(EventLog.class, log);
        CatalogueView catalogue = new CatalogueView();
        show.publish().open(SampleShow.FIRST, SampleShow.START.plusSeconds(65));
        log.subscribe(catalogue);
        server.addConnector(connector);
        ServletContextHandler root = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        root.addServlet(
                new ServletHolder(RestFixture.servlet(
                        RestFixture.resources(Optional::empty, catalogue, platform, Integer.MAX_VALUE))),
                "/*");
        server.setHandler(root);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void noBodyCrashesTheResourcesOrActsWhenItIsWrong() throws Exception {
        System.out.println("Fuzzing with -Dsothebais.fuzz.seed=" + SEED + " -Dsothebais.fuzz.bodies=" + BODIES);
        Random random = new Random(SEED);
        Mutations mutations = new Mutations(random);
        List<Target> targets = targets();
        Map<Integer, Integer> statuses = new TreeMap<>();
        int acted = 0;
        for (int i = 0; i < BODIES; i++) {
            Target target = targets.get(random.nextInt(targets.size()));
            byte[] body = mutations.of(target.body());
            long before = effects();
            String answer = post(target.path(), body);
            int status = Integer.parseInt(answer.substring(9, 12));
            String what = "seed " + SEED + ", body " + i + " to " + target.path() + ": "
                    + new String(body, StandardCharsets.UTF_8) + "\n" + answer;
            assertThat(status).as(what).isBetween(200, 499);
            boolean good = status < 300;
            assertThat(good || effects() == before).as(what).isTrue();
            assertEnvelope(answer, good, what);
            statuses.merge(status, 1, Integer::sum);
            acted += effects() == before ? 0 : 1;
            if (campaigns.published.size() > 100) {
                campaigns.published.clear();
            }
            platform.replays.stopAll();
        }
        System.out.println(BODIES + " bodies, answers by status " + statuses + ", " + acted + " of them acted.");
        assertThat(statuses).containsKeys(200, 201, 400, 404, 409);
    }

    private static List<Target> targets() {
        ObjectNode order = Samples.parse(
                """
                {"kind": "CHANGE_RESERVE", "reserve": {"amount": "3", "hidden": true}, "reason": "Agreed.", "basis": "b0"}
                """);
        ObjectNode letter =
                Samples.parse("{\"subscriber\": \"agent\", \"position\": 3, \"reason\": \"Looked into it.\"}");
        ObjectNode replay = Samples.parse(
                """
                {"subscriber": "settler", "shadow": true, "positions": {"from": 1, "to": 9}, "reason": "Try it."}
                """);
        return List.of(
                new Target("/api/campaigns", Samples.campaign()),
                new Target("/api/campaigns/dry-run", Samples.campaign()),
                new Target("/api/auctions/demo-1/overrides", order),
                new Target(
                        "/api/auctions/demo-1/overrides/preview",
                        Samples.parse("{\"kind\":\"EXTEND\",\"by\":\"PT5M\"}")),
                new Target(
                        "/api/auctions/demo-1/overrides/preview",
                        Samples.parse("{\"kind\":\"VOID_BID\",\"post\":\"s/1\"}")),
                new Target("/api/host/say", Samples.parse("{\"text\":\"Good evening.\",\"mood\":\"CALM\"}")),
                new Target("/api/dead-letters/retry", letter),
                new Target("/api/dead-letters/drop", letter),
                new Target("/api/dead-letters/edit", letter.deepCopy().put("payload", "{}")),
                new Target("/api/replays", replay),
                new Target("/api/replays/1/stop", Samples.parse("{}")),
                new Target("/api/login", Samples.parse("{\"name\":\"admin\",\"password\":\"secret\"}")));
    }

    private long effects() {
        return platform.said.size()
                + campaigns.published.size()
                + platform.auctions.overridden.size()
                + platform.replays.decrees.size();
    }

    private static void assertEnvelope(String answer, boolean good, String what) throws Exception {
        String text = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        JsonNode envelope = Envelope.JSON.readTree(text);
        assertThat(envelope.get("success").asBoolean()).as(what).isEqualTo(good);
        assertThat(good || !envelope.at("/error/message").asText().isBlank())
                .as(what)
                .isTrue();
    }

    private String post(String path, byte[] body) throws Exception {
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + SamplePlatform.TOKEN + "\r\nConnection: close\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(head.getBytes(StandardCharsets.ISO_8859_1));
        request.write(body);
        ByteBuffer answer =
                connector.getResponse(ByteBuffer.wrap(request.toByteArray()), false, WAIT_SECONDS, TimeUnit.SECONDS);
        return StandardCharsets.UTF_8.decode(answer).toString();
    }
}
