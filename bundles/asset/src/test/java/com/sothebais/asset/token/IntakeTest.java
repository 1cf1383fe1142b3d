package com.sothebais.asset.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sothebais.api.asset.AssetConflictException;
import com.sothebais.api.asset.AssetLibrary.Filter;
import com.sothebais.api.asset.AssetRefusedException;
import com.sothebais.api.asset.NamedAsset.Origin;
import com.sothebais.api.asset.TokenArtwork;
import com.sothebais.api.asset.TokenArtwork.Medium;
import com.sothebais.api.asset.TokenArtwork.Progress;
import com.sothebais.api.asset.TokenArtwork.Source;
import com.sothebais.api.asset.TokenArtwork.Step;
import com.sothebais.api.asset.TokenArtwork.Taken;
import com.sothebais.api.asset.TokenArtwork.Wish;
import com.sothebais.api.asset.TokenException;
import com.sothebais.api.asset.TokenException.Problem;
import com.sothebais.asset.check.Limits;
import com.sothebais.asset.fetch.Doorman;
import com.sothebais.asset.fetch.Fetcher;
import com.sothebais.asset.fetch.Times;
import com.sothebais.asset.library.Shelf;
import com.sothebais.asset.library.TableLibrary;
import com.sothebais.asset.store.FileStore;
import com.sothebais.asset.testing.LoopbackHost;
import com.sothebais.asset.testing.Samples;
import com.sothebais.asset.testing.TestPostgres;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
    private static final String CID = "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi";
    private static final int PICTURE_MAX = 200_000;
    private static final Instant NOW = Instant.parse("2026-11-21T19:00:00Z");

    private static TestPostgres postgres;

    @TempDir
    private Path directory;

    private LoopbackHost host;
    private Doorman doorman;
    private TableLibrary library;
    private TokenArtwork tokens;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = new TestPostgres();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void start() throws Exception {
        postgres.empty();
        host = new LoopbackHost();
        Limits limits = new Limits(PICTURE_MAX, 1_000_000, 1_000);
        Shelf shelf = new Shelf(new FileStore(directory.resolve("a")), directory.resolve("a"), limits, 0);
        library = new TableLibrary(postgres.dataSource(), shelf, List::of, () -> NOW);
        doorman = new Doorman(name -> List.of(), Set.of(host.place()));
        Fetcher fetcher = new Fetcher(doorman, (SSLSocketFactory) SSLSocketFactory.getDefault(), Times.DEFAULT);
        Addresses addresses = new Addresses(
                List.of("https://no-such-gateway.example/ipfs/", host.url("/broken/ipfs/"), host.url("/ipfs/")));
        tokens = new Intake(library, fetcher, addresses, limits.bytes(), () -> NOW);
        host.gives("/koi.png", Samples.png(40, 30));
    }

    @AfterEach
    void stop() throws Exception {
        doorman.close();
        host.close();
    }

    private static Source source(String uri) {
        return new Source(uri, Optional.of(BigInteger.valueOf(7)));
    }

    private static Wish wish(String uri) {
        return new Wish(source(uri), Medium.IMAGE, Optional.empty());
    }

    private String metadata(String picture) {
        return "{\"name\": \"Koi/7\", \"image\": \"" + picture + "\"}";
    }

    @Test
    void aPictureOnTheWebBecomesAnAssetThatKnowsWhereItIsFrom() {
        host.gives("/7", metadata(host.url("/koi.png")));
        Taken taken = tokens.take(wish(" " + host.url("/7") + "\n"), "ann");

        assertThat(taken.asset().name()).matches("Koi-7 [0-9a-f]{8}\\.png");
        assertThat(taken.asset().newest().content().mediaType()).isEqualTo("image/png");
        assertThat(taken.asset().newest().origin())
                .contains(new Origin(host.url("/7"), Optional.of(BigInteger.valueOf(7)), host.url("/koi.png")));
        assertThat(taken.token().name()).contains("Koi/7");
        assertThat(library.find(taken.asset().number())).contains(taken.asset());
        assertThat(tokens.running()).isEmpty();
    }

    @Test
    void theSameTokenAgainChangesNothing() {
        host.gives("/7", metadata(host.url("/koi.png")));
        Taken first = tokens.take(wish(host.url("/7")), "ann");
        assertThat(tokens.take(wish(host.url("/7")), "bob")).isEqualTo(first);
    }

    @Test
    void twoWorksOfOneTitleStayTwoAssets() {
        host.gives("/7", metadata(host.url("/koi.png")));
        host.gives("/8", metadata(host.url("/carp.png")));
        host.gives("/carp.png", Samples.png(50, 30));
        tokens.take(wish(host.url("/7")), "ann");
        tokens.take(wish(host.url("/8")), "ann");
        assertThat(library.list(new Filter(Optional.empty(), Optional.empty(), false), 99, 9))
                .hasSize(2);
    }

    @Test
    void aNameThatIsGivenIsTaken() {
        host.gives("/7", metadata(host.url("/koi.png")));
        Wish named = new Wish(source(host.url("/7")), Medium.IMAGE, Optional.of("koi.png"));
        assertThat(tokens.take(named, "ann").asset().name()).isEqualTo("koi.png");
    }

    @Test
    void gatewaysAreAskedTillOneHasIt() {
        host.says("/broken/ipfs/" + CID + "/7", "HTTP/1.1 504 Gateway Timeout\r\nContent-Length: 0\r\n\r\n");
        host.says("/broken/ipfs/" + CID + "/koi.png", "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\ncut off");
        host.gives("/ipfs/" + CID + "/7", metadata("ipfs://" + CID + "/koi.png"));
        host.gives("/ipfs/" + CID + "/koi.png", Samples.png(40, 30));
        Taken taken = tokens.take(wish("ipfs://" + CID + "/7"), "ann");
        assertThat(taken.asset().newest().origin().orElseThrow().pictureUri()).isEqualTo("ipfs://" + CID + "/koi.png");
        assertThat(host.requests()).hasSize(4);
    }

    @Test
    void whatNoGatewayHasSaysWhatEachAnswered() {
        assertThat(refused("ipfs://" + CID + "/7"))
                .hasMessageContaining("token.gateways")
                .hasMessageContaining("no-such-gateway.example is unknown")
                .hasMessageContaining("127.0.0.1 answered 404");
    }

    /** The content id of bytes: version 1, raw, SHA-256, in base 32. */
    private static String rawId(byte[] content) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
        BigInteger number = new BigInteger(1, Samples.joined(new byte[] {0x01, 0x55, 0x12, 0x20}, hash)).shiftLeft(2);
        StringBuilder id = new StringBuilder();
        for (int place = 57; place >= 0; place--) {
            int digit = number.shiftRight(5 * place).intValue() & 31;
            id.append("abcdefghijklmnopqrstuvwxyz234567".charAt(digit));
        }
        return "b" + id;
    }

    @Test
    void whatAGatewayMakesUpIsNotTakenAndTheNextHasItsTurn() throws Exception {
        byte[] png = Samples.png(40, 30);
        String picture = rawId(png);
        String json = metadata("ipfs://" + picture);
        String token = rawId(Samples.text(json));
        host.gives("/broken/ipfs/" + token, metadata(host.url("/evil.png")));
        host.gives("/ipfs/" + token, json);
        host.gives("/broken/ipfs/" + picture, Samples.png(41, 30));
        host.gives("/ipfs/" + picture, png);

        Taken taken = tokens.take(wish("ipfs://" + token), "ann");
        assertThat(taken.asset().newest().content().id().value()).isEqualTo(sha256(png));
        assertThat(host.requests()).hasSize(4);
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    @Test
    void whatEveryGatewayMakesUpIsRefusedAndLeavesNothing() throws Exception {
        String picture = rawId(Samples.png(40, 30));
        host.gives("/7", metadata("ipfs://" + picture));
        host.gives("/broken/ipfs/" + picture, Samples.png(41, 30));
        host.gives("/ipfs/" + picture, new byte[PICTURE_MAX + 1]);
        TokenException refused = refused(host.url("/7"));

        assertThat(refused.problem()).isEqualTo(Problem.UNREACHABLE);
        assertThat(refused)
                .hasMessageContaining("127.0.0.1 sends something else than the content id stands for")
                .hasMessageContaining("expected " + sha256(Samples.png(40, 30)))
                .hasMessageContaining("sends more than");
        try (var files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void whatIsCutOffOrGoesOnIsNotWhatTheContentIdStandsFor() throws Exception {
        String json = metadata(host.url("/koi.png"));
        String token = rawId(Samples.text(json));
        host.gives("/broken/ipfs/" + token, json.substring(0, json.length() - 1));
        host.gives("/ipfs/" + token, json + " ");
        assertThat(refused("ipfs://" + token)).hasMessageContaining("something else");
        host.gives("/ipfs/" + token, json);
        assertThat(tokens.look(source("ipfs://" + token), "ann").name()).contains("Koi/7");
    }

    @Test
    void aTreeOfBlocksIsTakenOnTrustOfTheGateway() {
        host.gives("/ipfs/" + CID + "/7", metadata("ipfs://" + CID + "/koi.png"));
        host.gives("/ipfs/" + CID + "/koi.png", Samples.png(41, 30));
        assertThat(tokens.take(wish("ipfs://" + CID + "/7"), "ann").asset().versions())
                .hasSize(1);
    }

    @Test
    void aTokenThatIsWhollyOnItsChainNeedsNobody() {
        String drawing = Base64.getEncoder().encodeToString(Samples.svg("<rect width='9' height='9'/>"));
        String json = metadata("data:image/png;base64," + drawing);
        Taken taken = tokens.take(wish("data:application/json;utf8," + json), "ann");
        assertThat(taken.asset().newest().content().mediaType())
                .as("by its content, whatever the address claims")
                .isEqualTo("image/svg+xml");
        assertThat(taken.asset().name()).endsWith(".svg");
        assertThat(host.requests()).isEmpty();
    }

    @Test
    void aLongAddressIsShortenedWhereItIsKept() {
        String json = "{\"description\": \"" + "x".repeat(9_000) + "\", \"image\": \"" + host.url("/koi.png") + "\"}";
        Origin origin = tokens.take(wish("data:," + json), "ann")
                .asset()
                .newest()
                .origin()
                .orElseThrow();
        assertThat(origin.tokenUri()).hasSizeLessThan(600).endsWith("characters)");
    }

    @Test
    void theNumberOfTheTokenLeadsToItsMetadataAndItsPicture() {
        String seven = "0".repeat(63) + "7";
        host.gives("/" + seven, metadata(host.url("/{id}.png")));
        host.gives("/" + seven + ".png", Samples.png(40, 30));
        assertThat(tokens.take(wish(host.url("/{id}")), "ann").asset().newest().origin())
                .map(Origin::pictureUri)
                .contains(host.url("/" + seven + ".png"));
    }

    @Test
    void theFilmIsTakenWhenItIsWished() {
        host.gives(
                "/7",
                "{\"image\": \"" + host.url("/koi.png") + "\", \"animation_url\": \"" + host.url("/koi.mp4") + "\"}");
        host.gives("/koi.mp4", Samples.mp4());
        Wish film = new Wish(source(host.url("/7")), Medium.ANIMATION, Optional.empty());
        assertThat(tokens.take(film, "ann").asset().newest().content().mediaType())
                .isEqualTo("video/mp4");
        assertThat(tokens.take(wish(host.url("/7")), "ann")
                        .asset()
                        .newest()
                        .content()
                        .mediaType())
                .isEqualTo("image/png");
    }

    @Test
    void metadataAloneStoreNothing() throws IOException {
        host.gives("/7", metadata("http://10.0.0.1/koi.png"));
        assertThat(tokens.look(source(host.url("/7")), "ann").picture()).contains("http://10.0.0.1/koi.png");
        assertThat(Files.exists(directory.resolve("a"))).isFalse();
    }

    @Test
    void whatIsNotTakenSaysWhyAndLeavesNothing() throws IOException {
        host.gives("/page", "<html>");
        host.gives("/none", "{\"name\": \"Koi\"}");
        host.gives("/inside", metadata("http://169.254.169.254/latest/meta-data/"));
        host.gives("/wrong", metadata(host.url("/page")));
        host.gives("/active", metadata(host.url("/active.svg")));
        host.gives("/active.svg", Samples.svg("<script>alert(1)</script>"));
        host.gives("/large", metadata(host.url("/large.png")));
        host.gives("/large.png", new byte[PICTURE_MAX + 1]);
        assertThat(refused(host.url("/page")).problem()).isEqualTo(Problem.NOT_METADATA);
        assertThat(refused(host.url("/none")).problem()).isEqualTo(Problem.NO_PICTURE);
        assertThat(refused(host.url("/inside")).problem()).isEqualTo(Problem.FORBIDDEN);
        assertThat(refused(host.url("/large")).problem()).isEqualTo(Problem.LIMIT);
        assertThat(notTaken("/wrong").reason()).isEqualTo(AssetRefusedException.Reason.NOT_MEDIA);
        assertThat(notTaken("/active").reason()).isEqualTo(AssetRefusedException.Reason.ACTIVE);
        try (var files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void whatRunsTellsHowFarItIsAndNoMoreThanAFewRun() throws Exception {
        CountDownLatch half = new CountDownLatch(TokenArtwork.CALLS_MAX);
        CountDownLatch rest = new CountDownLatch(1);
        byte[] png = Samples.png(40, 30);
        host.gives("/7", metadata(host.url("/slow.png")));
        host.on("/slow.png", out -> {
            out.write(Samples.text("HTTP/1.1 200 OK\r\nContent-Length: " + png.length + "\r\n\r\n"));
            out.write(png, 0, 100);
            out.flush();
            half.countDown();
            rest.await();
            out.write(png, 100, png.length - 100);
        });
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<Taken>> calls = new ArrayList<>();
            for (int i = 0; i < TokenArtwork.CALLS_MAX; i++) {
                calls.add(threads.submit(() -> tokens.take(wish(host.url("/7")), "ann")));
            }
            half.await();
            Progress wanted = new Progress(
                    host.url("/7"), "ann", Step.PICTURE, "127.0.0.1", 100, OptionalLong.of(png.length), NOW);
            while (!tokens.running().stream().allMatch(wanted::equals)) {
                Thread.onSpinWait();
            }
            assertThat(tokens.running()).hasSize(TokenArtwork.CALLS_MAX);
            assertThat(catchThrowableOfType(
                                    AssetConflictException.class, () -> tokens.look(source(host.url("/7")), "bob"))
                            .obstacle())
                    .isEqualTo(AssetConflictException.Obstacle.BUSY);
            rest.countDown();
            for (Future<Taken> call : calls) {
                assertThat(call.get().asset().versions()).hasSize(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private TokenException refused(String uri) {
        return catchThrowableOfType(TokenException.class, () -> tokens.take(wish(uri), "ann"));
    }

    private AssetRefusedException notTaken(String path) {
        return catchThrowableOfType(AssetRefusedException.class, () -> tokens.take(wish(host.url(path)), "ann"));
    }
}
