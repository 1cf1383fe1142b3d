package com.sothebais.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.ledger.LedgerEntry;
import com.sothebais.api.ledger.LedgerLine;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Plays the demo show on the real distribution, takes the renderer away in the middle, and looks at everything it leaves behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShowIT {
    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration SHOW = Duration.ofMinutes(6);
    private static final Duration SHORT = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHROMIUM = System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium");

    /** Where the bundled layout has the clock of a lot. */
    private static final Probe.Crop CLOCK = new Probe.Crop(1_000, 222, 200, 80);

    private static final String RENDERER = "com.sothebais.render.java2d";

    private final Path out = Platform.ROOT.resolve("itests/target/show");
    private Platform platform;
    private CompletableFuture<String> browser;
    private String rendererWhileStopped;
    private String rendererAfterwards;
    private JsonNode report;
    private String rehearsed;

    @BeforeAll
    void play() throws Exception {
        Files.createDirectories(out);
        platform = new Platform("show");
        platform.start("demo", "--headless", "--out", out.toString());
        platform.awaitConsole("with the password", START);
        platform.await("open lot", "/api/show", show -> status(show).equals("OPEN"), SHOW);
        browser = CompletableFuture.supplyAsync(this::watchTheDashboard);
        takeTheRendererAway();
        platform.awaitConsole("FINISHED", SHOW);
        report = JSON.readTree(out.resolve("report.json").toFile());
        rehearse();
    }

    /** A session of a campaign of one's own, three lots in about a minute and a half. */
    private void rehearse() throws Exception {
        String address = platform.data(
                        "/api/lots/" + report.at("/lots/0/auction").asText())
                .findValue("artwork")
                .asText();
        String artwork = address.substring(address.lastIndexOf('/') + 1);
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(3);
        List<String> lots = new ArrayList<>();
        for (int token = 1; token <= 3; token++) {
            lots.add(
                    """
                    {"title": "Own %d", "artist": "Ines Calder", "story": "A line of light.", "artwork": "%s",
                     "token": {"chain": "eip155:8453", "collection": "0x%s", "tokenId": "%d"}, "seller": "0x%s"}
                    """
                            .formatted(token, artwork, "a".repeat(40), token, "b".repeat(40)));
        }
        String campaign =
                """
                {"id": "own", "name": "Our Own", "project": "Us", "days": {"first": "%s"}, "lotsPerDay": 3,
                 "pause": "PT5M", "lots": [%s], "rules": {"startPrice": "0.2", "reserve": {"amount": "0.5",
                 "hidden": true}, "increment": {"kind": "ABSOLUTE", "step": "0.02"}}}
                """
                        .formatted(day, String.join(",", lots));
        HttpResponse<String> published = platform.post("/api/campaigns", campaign, "Cookie", platform.login());
        assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
        rehearsed = platform.shell(
                platform.firstPassword(), "sothebais:rehearse --follow --speed 600 own-" + day, "sothebais:outputs");
        platform.awaitPage("/hls/live.m3u8", SHORT);
    }

    @Test
    void aSessionOfOnesOwnIsRehearsedAndNothingOfItIsPublic() throws Exception {
        assertThat(rehearsed)
                .contains("FINISHED lot 1 sold to @", "The report is ")
                .doesNotContain("FAILED");
        Matcher file = Pattern.compile("The report is (\\S+report\\.json)\\.").matcher(rehearsed);
        assertThat(file.find()).as(rehearsed).isTrue();
        JsonNode rehearsal = JSON.readTree(Path.of(file.group(1)).toFile());
        assertThat(rehearsal.at("/rehearsal/lots")).hasSize(3);
        assertThat(rehearsal.at("/rehearsal/problems").toString()).doesNotContain("no artwork");
        assertThat(Path.of(rehearsal.at("/rehearsal/recording").asText())).exists();
        for (JsonNode output : rehearsal.at("/stream/outputs")) {
            assertThat(output.get("name").asText().equals("recording")
                            || output.get("state").asText().equals("WAITING"))
                    .as("held: " + output)
                    .isTrue();
        }
        for (String path : List.of("/api/show", "/api/campaigns", "/api/auctions", "/api/bids")) {
            assertThat(platform.get(path).body()).as(path).doesNotContain("rehearsal-", "REHEARSAL");
        }
        assertThat(platform.get("/api/campaigns/own").body()).contains("Our Own");
    }

    @AfterAll
    void stop() throws Exception {
        platform.close();
    }

    @Test
    void bothLotsAreSoldOrReturnedByTheRulesAndEverySaleIsSettled() {
        assertThat(report.get("lots")).hasSize(2);
        for (JsonNode lot : report.get("lots")) {
            assertThat(lot.get("status").asText()).isIn("SOLD", "RETURNED");
            if (lot.get("status").asText().equals("SOLD")) {
                assertThat(lot.get("settlement_tx").asText()).matches("0x[0-9a-f]{64}");
                assertThat(lot.get("winner").asText()).isNotEmpty();
            }
        }
    }

    @Test
    void theBidsGotVerdictsOfManyKindsInTime() {
        JsonNode bids = report.get("bids");
        assertThat(bids.get("accepted").asInt()).isGreaterThan(5);
        assertThat(bids.get("rejected").size()).isGreaterThanOrEqualTo(5);
        assertThat(bids.get("duplicates").asInt()).isPositive();
        assertThat(bids.at("/verdict_ms/p95").asDouble()).isPositive();
    }

    @Test
    void theMoneyBalances() throws Exception {
        assertThat(report.at("/escrow/balanced").asBoolean()).isTrue();
        assertThat(report.at("/escrow/total").asText())
                .isEqualTo(report.at("/escrow/books").asText());
        assertThat(platform.data("/api/escrow").get("balanced").asBoolean()).isTrue();
    }

    @Test
    void theLedgersHoldAndHaveTheReportedRoots() throws Exception {
        for (JsonNode lot : report.get("lots")) {
            Ledger ledger = ledger(out.resolve("ledger-" + lot.get("lot").asInt() + ".json"));
            assertThat(ledger.entries()).isNotEmpty();
            assertThat(ledger.flaw()).isEmpty();
            assertThat(ledger.root().hex()).isEqualTo(lot.get("ledger_root").asText());
        }
    }

    @Test
    void theVerifierAgreesWithTheReport() throws Exception {
        for (JsonNode lot : report.get("lots")) {
            String root = lot.get("ledger_root").asText();
            String address = "/api/lots/" + lot.get("auction").asText() + "/ledger";
            for (String ledger : List.of(
                    out.resolve("ledger-" + lot.get("lot").asInt() + ".json").toString(),
                    platform.uri(address).toString())) {
                String said = Commands.run(Platform.ROOT, "./sothebais", "verify", ledger, "--root", root);
                assertThat(said).startsWith("intact: ").contains(root + " (as given)");
            }
        }
        assertThat(platform.get("/verify/").body()).contains("<sothebais-verify");
    }

    @Test
    void theHostSpokeAndAnswered() {
        assertThat(report.at("/host/lines_spoken").asInt()).isGreaterThan(5);
        assertThat(report.at("/host/replies_posted").asInt()).isGreaterThan(5);
    }

    @Test
    void withoutARendererTheSlateIsOnAirAndThePictureComesBack() {
        assertThat(rendererWhileStopped).isEqualTo("slate");
        assertThat(rendererAfterwards).isEqualTo("java2d");
    }

    @Test
    void noFrameWasDropped() {
        assertThat(report.at("/stream/frames").asLong()).isGreaterThan(100 * 30);
        assertThat(report.at("/stream/dropped").asLong()).isZero();
    }

    @Test
    void theRecordingIsHdThirtyFramesWithoutGapsAndWithSound() throws Exception {
        Probe probe = new Probe(out.resolve("show.mp4"));
        JsonNode streams = probe.streams().get("streams");
        assertThat(streams).hasSize(2);
        JsonNode video = streams.get(0).get("codec_type").asText().equals("video") ? streams.get(0) : streams.get(1);
        assertThat(video.get("codec_name").asText()).isEqualTo("h264");
        assertThat(video.get("width").asInt()).isEqualTo(1280);
        assertThat(video.get("height").asInt()).isEqualTo(720);

        List<Double> times = probe.times("v:0");
        assertThat(times).hasSizeGreaterThan(100 * 30);
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1))
                    .as("gap before frame %d", i)
                    .isBetween(0.030, 0.037);
        }
        assertThat(probe.times("a:0")).isNotEmpty();
    }

    @Test
    void theClockOfTheRecordingShowsEachSecondForASecondAndNoneTwice() throws Exception {
        List<Probe.Look> looks = new Probe(out.resolve("show.mp4")).looks(CLOCK);
        List<Integer> frames = IntStream.range(1, looks.size())
                // On the slate there is nothing at this place.
                .filter(i -> looks.get(i - 1).lit() > 0)
                .mapToObj(i -> looks.get(i).frame() - looks.get(i - 1).frame())
                .toList();
        // Shorter ones are the last of a clock that is set anew, longer ones a clock that has run out.
        assertThat(frames).filteredOn(count -> count >= 29 && count <= 31).hasSizeGreaterThan(80);
        assertThat(frames).filteredOn(count -> count > 50 && count < 70).isEmpty();
    }

    @Test
    void theRecordingIsAsLoudAsItShouldBe() throws Exception {
        Probe.Loudness heard = new Probe(out.resolve("show.mp4")).loudness();
        assertThat(heard.lufs()).isBetween(-18.0, -14.0);
        assertThat(heard.truePeakDb()).isLessThanOrEqualTo(-1);
        assertThat(report.at("/stream/loudness_lufs").asDouble()).isBetween(-18.0, -14.0);
        assertThat(report.at("/stream/true_peak_db").asDouble()).isLessThanOrEqualTo(-1);
    }

    @Test
    void thePagesAndTheConsoleAnswer() throws Exception {
        assertThat(platform.get("/dashboard/").statusCode()).isEqualTo(200);
        assertThat(platform.get("/sandbox/").statusCode()).isEqualTo(200);
        assertThat(platform.get("/hls/live.m3u8").body()).startsWith("#EXTM3U");
        assertThat(platform.get("/api/openapi.json").body()).contains("\"openapi\"");
        assertThat(platform.get("/system/console/sothebais").statusCode()).isEqualTo(401);
        assertThat(platform.shell(platform.firstPassword(), "sothebais:status")).contains("stream");
    }

    @Test
    void nobodyChangesStateWithoutALogin() throws Exception {
        assertThat(platform.post("/api/rehearsal", "{}").statusCode()).isEqualTo(401);
        assertThat(platform.post("/api/host/say", "{\"text\":\"hello\"}").statusCode())
                .isEqualTo(401);
        HttpResponse<String> wrong = platform.post("/api/login", "{\"name\":\"admin\",\"password\":\"admin\"}");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(platform.login()).startsWith("sothebais_session=");
    }

    @Test
    void everyPartIsWell() throws Exception {
        for (JsonNode part : platform.data("/api/health").get("parts")) {
            assertThat(part.get("status").asText()).as(part.toString()).isEqualTo("WELL");
        }
    }

    @Test
    void prometheusReadsTheFiguresOfTheShow() throws Exception {
        HttpResponse<String> page = platform.get("/metrics");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .containsPattern("(?m)^sothebais_stream_encode_seconds_count [1-9]")
                .containsPattern("(?m)^sothebais_stream_output_up\\{output=\"hls\"} 1$")
                .containsPattern("(?m)^sothebais_auction_bids_accepted_total [1-9]")
                .containsPattern("(?m)^sothebais_event_reader_lag_facts\\{reader=\"stream-scene\"} 0$");
    }

    @Test
    void theDashboardFollowsABidAndPlaysTheStream() throws Exception {
        assumeTrue(Files.isExecutable(Path.of(CHROMIUM)), "Chromium is not installed at " + CHROMIUM);
        JsonNode seen = JSON.readTree(browser.get(3, TimeUnit.MINUTES));
        assertThat(seen.get("before").asText()).as("the price is there at once").endsWith("ETH");
        assertThat(seen.get("after").asText()).isNotEqualTo(seen.get("before").asText());
        assertThat(seen.get("rows").asInt()).isPositive();
        assertThat(seen.get("played").asBoolean()).as("the preview plays").isTrue();
        assertThat(seen.get("overflow").asInt())
                .as("no sideways scrolling on a phone")
                .isZero();
        assertThat(seen.get("errors")).isEmpty();
    }

    private void takeTheRendererAway() throws Exception {
        String password = platform.firstPassword();
        platform.shell(password, "bundle:stop " + RENDERER);
        rendererWhileStopped = renderer("slate");
        platform.shell(password, "bundle:start " + RENDERER);
        rendererAfterwards = renderer("java2d");
    }

    private String renderer(String expected) throws Exception {
        return platform.await(
                        expected + " on air",
                        "/api/stream",
                        data -> data.get("renderer").asText().equals(expected),
                        SHORT)
                .get("renderer")
                .asText();
    }

    private String watchTheDashboard() {
        if (!Files.isExecutable(Path.of(CHROMIUM))) {
            return "";
        }
        try {
            Path folder = Platform.ROOT.resolve("itests/browser");
            Commands.run(folder, "npm", "ci", "--silent", "--no-fund", "--no-audit");
            return Commands.run(
                    folder, "node", "dashboard.mjs", platform.uri("").toString(), out.toString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String status(JsonNode show) {
        return show.at("/lot/times/status").asText();
    }

    private static Ledger ledger(Path file) throws Exception {
        JsonNode document = JSON.readTree(file.toFile());
        List<LedgerEntry> entries = new ArrayList<>();
        for (JsonNode entry : document.get("entries")) {
            LedgerLine line = new LedgerLine(
                    document.get("auction").asText(),
                    Instant.parse(entry.get("at").asText()),
                    entry.get("post").asText(),
                    entry.get("bidder").asText(),
                    entry.get("verdict").asText(),
                    entry.get("amountUnits").asText(),
                    entry.get("currency").asText());
            entries.add(new LedgerEntry(
                    entry.get("index").asInt(),
                    new Hash(entry.get("previous").asText()),
                    line,
                    new Hash(entry.get("hash").asText())));
        }
        return new Ledger(document.get("auction").asText(), entries);
    }
}
