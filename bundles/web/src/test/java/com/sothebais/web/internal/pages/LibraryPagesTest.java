package com.sothebais.web.internal.pages;

import static com.sothebais.web.internal.pages.Visitor.says;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.asset.AssetLibrary;
import com.sothebais.api.asset.AssetUse;
import com.sothebais.web.internal.SampleLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages of outputs, clips and assets in a browser, on the real REST and library; pictures of them are left in target/pages. */
class LibraryPagesTest extends PageCase {
    private static final String SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='80' height='60'>"
            + "<rect width='80' height='60' fill='teal'/></svg>";

    @RegisterExtension
    static final SampleLibrary LIBRARY = new SampleLibrary();

    @BeforeEach
    void open() throws Exception {
        LIBRARY.open(platform, directory);
    }

    @Test
    void anAssetIsUploadedFoundDeletedAndBroughtBack() throws Exception {
        openEmpty();
        choose("koi.svg", "image/svg+xml", SVG);
        browser.awaitTrue("it is in the grid", "document.querySelectorAll('[data-testid=asset-card]').length === 1");
        browser.awaitTrue("its picture is there", "document.querySelector('.asset-card img').naturalWidth > 0");
        drop("notes.txt", "text/plain", "hello");
        browser.awaitTrue(
                "what is no picture is refused in words", "document.querySelector('[data-stage=failed]') !== null");
        assertThat(browser.evaluate("document.querySelector('[data-stage=failed]').innerText"))
                .contains("notes.txt", "PNG");
        visitor.picture("assets");

        LIBRARY.uses.add(new AssetUse("layout", "default", "Layout \"default\""));
        visitor.click("[data-testid=asset-card]");
        browser.awaitTrue(
                "where it is shown",
                "document.querySelector('[data-testid=asset-uses]')?.innerText.includes('Layout')");
        assertThat(browser.evaluate("document.querySelector('[data-testid=asset-delete]')"))
                .isEqualTo("null");
        visitor.picture("asset-in-use");
        LIBRARY.uses.clear();
        visitor.click("dialog[open] .card-head button");
        visitor.click("[data-testid=asset-card]");
        browser.awaitTrue("it can be deleted now", "document.querySelector('[data-testid=asset-delete]') !== null");
        browser.evaluate("document.querySelector('.reason input').value = 'Tidying up.'");
        visitor.click("[data-testid=asset-delete]");
        browser.awaitTrue("it is gone", says("There are no assets yet."));
        visitor.click("[data-testid=trash]");
        browser.awaitTrue("it is in the trash", "document.querySelectorAll('[data-testid=asset-card]').length === 1");
        visitor.click("[data-testid=undo]");
        browser.awaitTrue("the trash is empty", says("The trash is empty."));
        visitor.phone("assets");
    }

    @Test
    void anAssetIsNotTakenForTheOneThatWasOpenedBefore() throws Exception {
        openEmpty();
        choose("first.svg", "image/svg+xml", SVG);
        browser.awaitTrue("one is there", "document.querySelectorAll('[data-testid=asset-card]').length === 1");
        choose("second.svg", "image/svg+xml", SVG);
        browser.awaitTrue("both are there", "document.querySelectorAll('[data-testid=asset-card]').length === 2");
        String number = "document.querySelector('dialog[open] a[download]')?.getAttribute('href')";
        visitor.click("li:nth-child(2) > [data-testid=asset-card]");
        browser.awaitTrue("the first is open", number + " !== undefined");
        String first = browser.evaluate(number);
        visitor.click("dialog[open] .card-head button");

        visitor.delay(first.replaceAll(".*/named/([0-9]+)/.*", "/named.$1\\$/"), 2_000);
        visitor.click("li:nth-child(2) > [data-testid=asset-card]");
        visitor.click("dialog[open] .card-head button");
        visitor.click("li:nth-child(1) > [data-testid=asset-card]");
        browser.awaitTrue("the second is open", number + " !== undefined");
        String second = browser.evaluate(number);
        assertThat(second).isNotEqualTo(first);
        browser.awaitTrue("the late answer has come", "window.late === 1");
        assertThat(browser.evaluate(number)).isEqualTo(second);
    }

    @Test
    void whoeverCannotUndoKeepsTheButton() throws Exception {
        openEmpty();
        choose("koi.svg", "image/svg+xml", SVG);
        browser.awaitTrue("it is in the grid", "document.querySelectorAll('[data-testid=asset-card]').length === 1");
        visitor.click("[data-testid=asset-card]");
        browser.awaitTrue("it can be deleted", "document.querySelector('[data-testid=asset-delete]') !== null");
        browser.evaluate("document.querySelector('.reason input').value = 'Tidying up.'");
        visitor.click("[data-testid=asset-delete]");
        browser.awaitTrue("it can be undone", "document.querySelector('[data-testid=undo]') !== null");
        platform.remove(AssetLibrary.class);
        visitor.click("[data-testid=undo]");
        browser.awaitTrue("it says why not", "document.querySelector('.bad-text[role=status]') !== null");
        assertThat(browser.evaluate("document.querySelector('[data-testid=undo]') !== null"))
                .isEqualTo("true");
    }

    @Test
    void aClipIsPlayedFromTheMiddle() throws Exception {
        visitor.go("#/clips");
        browser.awaitTrue("the empty page says so", says("There are no clips yet."));
        Path film = film(directory.resolve("clip-demo-1.mp4"));
        platform.stream.clip("demo-1", film, Files.size(film));
        visitor.click(".page-head button");
        browser.awaitTrue("the clip is listed", "document.querySelectorAll('[data-testid=clip-row]').length === 1");
        assertThat(browser.evaluate("document.querySelector('[data-testid=clip-row]').innerText"))
                .contains("0:51", "Download");
        visitor.click("[data-testid=clip-play]");
        browser.awaitTrue("its length is known", "document.querySelector('.player video')?.duration > 7");
        browser.evaluate("document.querySelector('.player video').currentTime = 6");
        browser.awaitTrue(
                "it goes on there",
                "document.querySelector('.player video').currentTime >= 6"
                        + " && document.querySelector('.player video').readyState >= 2");
        visitor.picture("clips");
        visitor.phone("clips");
    }

    @Test
    void aWaitingOutputIsShownWithItsReasonAndLetTryAgain() throws Exception {
        visitor.go("#/");
        browser.awaitTrue("the outputs are listed", "document.querySelector('[data-testid=output-row]') !== null");
        assertThat(browser.evaluate("document.querySelector('[data-state=WAITING]').innerText"))
                .contains("youtube", "Connection refused", "tries again");
        visitor.picture("outputs");
        visitor.click("[data-testid=output-retry]");
        browser.awaitTrue("it is said", says("youtube tries again."));
        assertThat(platform.stream.retried).containsExactly("youtube");
        visitor.phone("outputs");
    }

    @Test
    void whoIsNotLoggedInIsAskedTo() throws Exception {
        visitor.logIn("other");
        visitor.go("#/assets");
        browser.awaitTrue("it says so", says("Log in to see this page."));
        visitor.click(".empty-page button");
        browser.awaitTrue("the login is open", "document.querySelector('sothebais-login dialog').open");
    }

    private void openEmpty() throws InterruptedException {
        visitor.go("#/assets");
        browser.awaitTrue("the empty library says so", says("There are no assets yet."));
    }

    private void choose(String name, String type, String content) throws InterruptedException {
        browser.evaluate(transfer(name, type, content)
                + ", document.querySelector('[data-testid=upload]').files = window.given.files"
                + ", document.querySelector('[data-testid=upload]').dispatchEvent(new Event('change'))");
    }

    private void drop(String name, String type, String content) throws InterruptedException {
        browser.evaluate(transfer(name, type, content) + ", document.querySelector('[data-testid=drop]')"
                + ".dispatchEvent(new DragEvent('drop', {dataTransfer: window.given, cancelable: true}))");
    }

    private static String transfer(String name, String type, String content) {
        return "window.given = new DataTransfer(), window.given.items.add(new File([\"" + content + "\"], '" + name
                + "', {type: '" + type + "'}))";
    }

    /** Eight seconds, written as clips are: in fragments, so that only ranges let a player jump. */
    private static Path film(Path file) throws Exception {
        Path ffmpeg = Path.of("/usr/bin/ffmpeg");
        Assumptions.assumeTrue(Files.isExecutable(ffmpeg), "skipped: on Debian, apt-get install ffmpeg");
        Process process = new ProcessBuilder(
                        (ffmpeg + " -v error -f lavfi -i testsrc2=s=320x180:r=30:d=8 -c:v libx264 -preset ultrafast"
                                        + " -pix_fmt yuv420p -g 30 -movflags frag_keyframe+empty_moov+default_base_moof "
                                        + file)
                                .split(" "))
                .inheritIO()
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return file;
    }
}
