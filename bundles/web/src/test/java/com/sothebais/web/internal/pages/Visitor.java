package com.sothebais.web.internal.pages;

import com.sothebais.web.internal.SamplePlatform;
import com.sothebais.web.internal.WebServer;
import com.sothebais.web.internal.guard.Call;
import com.sothebais.web.internal.preview.Browser;
import java.net.URI;
import java.nio.file.Path;

/** Somebody who is logged in and uses the dashboard in a browser; leaves pictures of what is seen in target/pages. */
final class Visitor implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "pages");

    private final Browser browser;
    private final WebServer web;

    Visitor(WebServer web, Path profile) throws Exception {
        this.web = web;
        this.browser = new Browser(profile);
        browser.window(1280, 900);
        logIn(SamplePlatform.TOKEN);
    }

    Browser browser() {
        return browser;
    }

    void logIn(String token) throws InterruptedException {
        browser.cookie(Call.COOKIE, token, web.uri("/"));
    }

    void go(String view) throws InterruptedException {
        browser.open(URI.create(web.uri("/dashboard/") + view));
        browser.awaitTrue("the page is there", "document.querySelector('main') !== null");
    }

    static String says(String words) {
        return "document.body.innerText.includes('" + words + "')";
    }

    void click(String selector) throws InterruptedException {
        browser.evaluate("document.querySelector('" + selector + "').click()");
    }

    /** From now on the answers to what matches come so much later. @param pattern as JavaScript has it, of the address */
    void delay(String pattern, int millis) throws InterruptedException {
        browser.evaluate("(() => { const now = window.fetch; window.fetch = (path, ...more) => now(path, ...more).then("
                + "(answer) => !" + pattern + ".test(path) ? answer : new Promise((come) => setTimeout(() => {"
                + " come(answer); window.late = (window.late ?? 0) + 1; }, " + millis + "))); return 0; })()");
    }

    void picture(String name) throws Exception {
        browser.screenshot(PICTURES.resolve(name + ".png"));
    }

    void phone(String name) throws Exception {
        browser.window(375, 800);
        browser.awaitTrue(
                "nothing is wider than a phone",
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth");
        picture(name + "-phone");
    }

    @Override
    public void close() {
        browser.close();
    }
}
