package com.sothebais.web.internal.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sothebais.web.internal.answer.Envelope;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Debian's Chromium with one page, steered by its own protocol; skipped where it is not installed. */
public final class Browser implements AutoCloseable, WebSocket.Listener {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String LISTENING = "DevTools listening on ";
    private static final int PATIENCE_SECONDS = 60;

    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final Process process;
    private final WebSocket socket;
    private final String session;
    private int asked;

    public Browser(Path profile) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM), "skipped: needs a browser, on Debian: apt-get install chromium");
        process = new ProcessBuilder(List.of(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        "--window-size=1280,900",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank"))
                .redirectErrorStream(true)
                .start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address(process), this)
                .join();
        String target = call("Target.createTarget", Map.of("url", "about:blank"), "")
                .get("targetId")
                .asText();
        session = call("Target.attachToTarget", Map.of("targetId", target, "flatten", true), "")
                .get("sessionId")
                .asText();
    }

    /** What the browser prints when it is ready; the rest of its chatter is swallowed so that it never blocks. */
    private static URI address(Process process) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(LISTENING)) {
                Thread rest = new Thread(() -> said.lines().forEach(chatter -> {}), "browser-chatter");
                rest.setDaemon(true);
                rest.start();
                return URI.create(line.substring(LISTENING.length()).strip());
            }
        }
        throw new IOException("the browser did not start");
    }

    public void cookie(String name, String value, URI site) throws InterruptedException {
        call("Network.setCookie", Map.of("name", name, "value", value, "url", site.toString()), session);
    }

    public void open(URI page) throws InterruptedException {
        call("Page.navigate", Map.of("url", page.toString()), session);
    }

    /** The value of an expression in the page, as text; empty for nothing. */
    public String evaluate(String expression) throws InterruptedException {
        JsonNode answer = call(
                "Runtime.evaluate", Map.of("expression", "String(" + expression + ")", "returnByValue", true), session);
        return answer.at("/result/value").asText();
    }

    public void awaitTrue(String what, String expression) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!evaluate(expression).equals("true")) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + PATIENCE_SECONDS + " s: " + what + "; the page says "
                        + evaluate("document.body.innerText.slice(0, 500)"));
            }
        }
    }

    /** Makes the window as large as this, in pixels of the page. */
    public void window(int width, int height) throws InterruptedException {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false),
                session);
    }

    public void screenshot(Path file) throws IOException, InterruptedException {
        JsonNode picture = call("Page.captureScreenshot", Map.of("format", "png"), session);
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(picture.get("data").asText()));
    }

    private JsonNode call(String method, Map<String, Object> parameters, String of) throws InterruptedException {
        asked++;
        ObjectNode question = Envelope.JSON.createObjectNode().put("id", asked).put("method", method);
        question.set("params", Envelope.JSON.valueToTree(parameters));
        if (!of.isEmpty()) {
            question.put("sessionId", of);
        }
        socket.sendText(question.toString(), true).join();
        while (true) {
            JsonNode answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError("the browser did not answer " + method);
            }
            if (answer.path("id").asInt() == asked) {
                if (answer.has("error")) {
                    throw new AssertionError(method + ": " + answer.get("error"));
                }
                return answer.get("result");
            }
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            try {
                JsonNode message = Envelope.JSON.readTree(part.toString());
                if (message.has("id")) {
                    answers.add(message);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
