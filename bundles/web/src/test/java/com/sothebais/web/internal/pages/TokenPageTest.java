package com.sothebais.web.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.asset.TokenArtwork;
import com.sothebais.asset.fetch.Doorman;
import com.sothebais.asset.fetch.Fetcher;
import com.sothebais.asset.fetch.Times;
import com.sothebais.asset.library.TableLibrary;
import com.sothebais.asset.token.Addresses;
import com.sothebais.asset.token.Intake;
import com.sothebais.web.internal.SampleLibrary;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The way from a token's address to the grid, in a browser, against a host on the loopback; pictures are left in target/pages. */
class TokenPageTest extends PageCase {
    private static final byte[] SVG = ("<svg xmlns='http://www.w3.org/2000/svg' width='80' height='60'>"
                    + "<rect width='80' height='60' fill='teal'/><circle cx='40' cy='30' r='20' fill='gold'/></svg>")
            .getBytes(StandardCharsets.UTF_8);

    @RegisterExtension
    static final SampleLibrary SAMPLE = new SampleLibrary();

    private final CountDownLatch rest = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer host;
    private Doorman doorman;

    @BeforeEach
    void start() throws Exception {
        startHost();
        TableLibrary library = SAMPLE.open(platform, directory);
        doorman = new Doorman(
                name -> List.of(), Set.of("127.0.0.1:" + host.getAddress().getPort()));
        Fetcher fetcher = new Fetcher(doorman, (SSLSocketFactory) SSLSocketFactory.getDefault(), Times.DEFAULT);
        platform.put(
                TokenArtwork.class,
                new Intake(library, fetcher, new Addresses(List.of()), 2_000_000, InstantSource.system()));
    }

    /** Its picture comes half, and the rest when the test says so. */
    private void startHost() throws Exception {
        host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host.setExecutor(threads);
        host.createContext("/7", exchange -> {
            byte[] json =
                    ("{\"name\": \"Koi 7\", \"description\": \"A fish that waits under the ice.\", \"created_by\":"
                                    + " \"Aiko\", \"image\": \"" + url("/koi.svg")
                                    + "\", \"attributes\": [{\"trait_type\":"
                                    + " \"Colour\", \"value\": \"gold\"}, {\"trait_type\": \"Age\", \"value\": 7}]}")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, json.length);
            exchange.getResponseBody().write(json);
            exchange.close();
        });
        host.createContext("/koi.svg", exchange -> {
            exchange.sendResponseHeaders(200, SVG.length);
            exchange.getResponseBody().write(SVG, 0, SVG.length / 2);
            exchange.getResponseBody().flush();
            try {
                rest.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.getResponseBody().write(SVG, SVG.length / 2, SVG.length - SVG.length / 2);
            exchange.close();
        });
        host.start();
    }

    /** There is no host where there is no browser. */
    @AfterEach
    void stop() {
        threads.shutdownNow();
        if (host != null) {
            host.stop(0);
            doorman.close();
        }
    }

    @Test
    void aTokensPictureIsTakenFromItsAddress() throws Exception {
        visitor.go("#/assets");
        browser.awaitTrue("the form is there", "document.querySelector('[data-testid=token]') !== null");
        take("http://169.254.169.254/latest/meta-data");
        browser.awaitTrue("the refusal is said", text("token-failure") + ".includes('not on the public internet')");
        assertThat(browser.evaluate(text("token-failure"))).contains("token.hosts.private");
        visitor.picture("token-refused");

        take(url("/7"));
        browser.awaitTrue("half of it is here", text("token-progress") + "?.includes(' of ') === true");
        assertThat(browser.evaluate("document.querySelector('[data-testid=token-take]').disabled"))
                .isEqualTo("true");
        visitor.picture("token-progress");
        rest.countDown();
        browser.awaitTrue("it is kept", text("token-result") + "?.includes('Kept as Koi 7 ') === true");
        assertThat(browser.evaluate(text("token-result"))).contains("Aiko", "Colour: gold", "under the ice");
        assertThat(browser.evaluate(text("token-failure"))).doesNotContain("public");
        browser.awaitTrue("it is in the grid", "document.querySelector('.asset-card img')?.naturalWidth > 0");
        visitor.picture("token-taken");
        browser.evaluate("document.querySelector('[data-testid=asset-card]').click()");
        browser.awaitTrue(
                "the asset knows where it is from",
                "document.querySelector('dialog[open] .origin')?.innerText.includes('/koi.svg') === true");
        visitor.picture("token-origin");
        browser.evaluate("document.querySelector('dialog[open] .card-head button').click()");
        visitor.phone("token");
    }

    private void take(String uri) throws Exception {
        browser.evaluate("document.querySelector('[data-testid=token] [name=uri]').value = '" + uri
                + "', document.querySelector('[data-testid=token-take]').click()");
    }

    private String url(String path) {
        return "http://127.0.0.1:" + host.getAddress().getPort() + path;
    }

    private static String text(String id) {
        return "document.querySelector('[data-testid=" + id + "]')?.innerText";
    }
}
