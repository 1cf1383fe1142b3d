package com.sothebais.web.internal.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.web.internal.LiveWebCase;
import com.sothebais.web.internal.SamplePlatform;
import com.sothebais.web.internal.SampleStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page in a real browser that decodes real pictures. */
class PreviewPageTest extends LiveWebCase {
    private static final String CANVAS = "document.querySelector('[data-testid=preview-direct]')";
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    /** Three seconds of delays. */
    private static final int MEASURED = 90;

    private volatile boolean stopped;

    @AfterEach
    void stopStudio() {
        stopped = true;
    }

    @Test
    void paintsTheStreamForWhoIsLoggedInAndFallsBackToThePlayer() throws Exception {
        Film film = Film.colours(directory);
        try (Browser browser = new Browser(directory.resolve("profile"))) {
            Thread studio = new Thread(() -> play(film, platform.stream), "sample-studio");
            studio.setDaemon(true);
            studio.start();
            browser.open(web.uri("/dashboard/"));
            browser.awaitTrue("the page is there", CANVAS + " !== null");
            assertThat(web.preview.viewers()).as("a stranger has the player").isZero();

            browser.cookie("sothebais_session", SamplePlatform.TOKEN, web.uri("/"));
            browser.open(web.uri("/dashboard/"));
            browser.awaitTrue("a picture is painted", CANVAS + "?.dataset.index > 0");
            browser.awaitTrue("it goes on", CANVAS + ".dataset.index > 60");
            assertThat(colours(browser)).as("colours of the test picture").isGreaterThan(20);
            assertThat(browser.evaluate(CANVAS + ".width + 'x' + " + CANVAS + ".height"))
                    .isEqualTo("320x180");
            System.out.println(delays(browser));
            browser.screenshot(SCREENSHOTS.resolve("preview.png"));

            platform.stream.leaveTheAir();
            browser.awaitTrue("the player is back", CANVAS + ".hidden");
            browser.screenshot(SCREENSHOTS.resolve("preview-fallback.png"));
        }
    }

    /** Different colours on the canvas, in steps of 32. */
    private static int colours(Browser browser) throws InterruptedException {
        String count = browser.evaluate(
                "(() => { const c = " + CANVAS + "; const copy = new OffscreenCanvas(c.width, c.height);"
                        + " const x = copy.getContext('2d'); x.drawImage(c, 0, 0);"
                        + " const p = x.getImageData(0, 0, c.width, c.height).data; const seen = new Set();"
                        + " for (let i = 0; i < p.length; i += 4) seen.add((p[i] >> 5) * 64 + (p[i + 1] >> 5) * 8 + (p[i + 2] >> 5));"
                        + " return seen.size; })()");
        return Integer.parseInt(count);
    }

    private static String delays(Browser browser) throws InterruptedException {
        browser.evaluate("(() => { window.delays = []; new MutationObserver(() => window.delays.push("
                + "Number(" + CANVAS + ".dataset.delay))).observe(" + CANVAS
                + ", { attributes: true, attributeFilter: ['data-index'] }); return 0; })()");
        browser.awaitTrue("enough was measured", "window.delays.length >= " + MEASURED);
        int[] delays = Arrays.stream(browser.evaluate("window.delays.join(' ')").split(" "))
                .mapToInt(Integer::parseInt)
                .sorted()
                .toArray();
        return "shown to canvas, milliseconds: p50 " + delays[delays.length / 2] + ", p95 "
                + delays[delays.length * 95 / 100] + " of " + delays.length;
    }

    private void play(Film film, SampleStream stream) {
        long start = System.nanoTime();
        for (int i = 0; !stopped; i++) {
            LockSupport.parkNanos(start + i * TimeUnit.SECONDS.toNanos(1) / Film.FPS - System.nanoTime());
            int place = i % film.pictures().size();
            stream.show(place % Film.FPS == 0, film.pictures().get(place));
        }
    }
}
