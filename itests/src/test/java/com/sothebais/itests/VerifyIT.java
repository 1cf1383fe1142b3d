package com.sothebais.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command and the page judge the same files; the page is the one inside the web bundle, in Chromium. */
class VerifyIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHROMIUM = System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium");
    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private final ArrayNode samples = samples();
    private final Path out = Platform.ROOT.resolve("itests/target/verify");

    @Test
    void theLauncherSaysWhatTheVectorsSay() throws Exception {
        Files.createDirectories(out);
        List<String> seen = new ArrayList<>();
        for (JsonNode sample : samples) {
            // One of each verdict: the verifier's own tests take them all.
            if (!sample.has("wantedRoot") && !seen.contains(text(sample, "verdict"))) {
                seen.add(text(sample, "verdict"));
                Path file = Files.writeString(out.resolve("sample.json"), text(sample, "text"));
                Process process = new ProcessBuilder(
                                Platform.ROOT.resolve("sothebais").toString(), "verify", file.toString())
                        .redirectErrorStream(true)
                        .start();
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(process.waitFor())
                        .isEqualTo(List.of("INTACT", "BROKEN", "UNREADABLE").indexOf(text(sample, "verdict")));
                assertThat(said).contains(text(sample, "sentence"));
            }
        }
        assertThat(seen).hasSize(3);
    }

    @Test
    void thePageSaysWhatTheVectorsSay() throws Exception {
        assumeTrue(Files.isExecutable(Path.of(CHROMIUM)), "Chromium is not installed at " + CHROMIUM);
        Files.createDirectories(out);
        Path file = out.resolve("samples.json");
        JSON.writeValue(file.toFile(), samples);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        try {
            Path folder = Platform.ROOT.resolve("itests/browser");
            Commands.run(folder, "npm", "ci", "--silent", "--no-fund", "--no-audit");
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            JsonNode seen =
                    JSON.readTree(Commands.run(folder, "node", "verify.mjs", base, out.toString(), file.toString()));
            for (int i = 0; i < samples.size(); i++) {
                assertThatItSays(seen.get("judged").get(i), samples.get(i));
            }
            assertThat(seen.get("fetched").asText()).isEqualTo("INTACT");
            assertThat(seen.get("withoutServer").asText()).isEqualTo("INTACT");
            assertThat(seen.get("overflows")).as("no sideways scrolling").allMatch(pixels -> pixels.asInt() == 0);
            assertThat(seen.get("errors")).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    private static void assertThatItSays(JsonNode judged, JsonNode sample) {
        assertThat(text(judged, "verdict")).as(text(sample, "name")).isEqualTo(text(sample, "verdict"));
        assertThat(text(judged, "sentence")).isEqualToIgnoringCase(text(sample, "sentence") + ".");
        assertThat(judged.get("entry").asText()).isEqualTo(sample.path("entry").asText("null"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] bytes;
        if (path.equals("/api/show")) {
            bytes = ("{\"success\":true,\"error\":null,\"data\":{\"lots\":[{\"auction\":\"a-1\",\"work\":{\"number\":1,"
                            + "\"title\":\"Work\"},\"times\":{\"status\":\"CLOSED\"},\"result\":{\"outcome\":\"SOLD\"}}]}}")
                    .getBytes(StandardCharsets.UTF_8);
        } else if (path.equals("/api/lots/a-1/ledger")) {
            bytes = text(samples.get(0), "text").getBytes(StandardCharsets.UTF_8);
        } else {
            bytes = page(path.equals("/verify/") ? "verify.html" : path.replaceFirst("^/verify/", ""));
        }
        String type = path.substring(path.lastIndexOf('.') + 1);
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.getResponseHeaders()
                .set(
                        "Content-Type",
                        switch (type) {
                            case "js" -> "text/javascript";
                            case "css" -> "text/css";
                            case "svg" -> "image/svg+xml";
                            default -> path.startsWith("/api/") ? "application/json" : "text/html; charset=UTF-8";
                        });
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static byte[] page(String name) throws IOException {
        try (InputStream file = VerifyIT.class.getResourceAsStream("/dashboard/" + name)) {
            return file == null ? new byte[0] : file.readAllBytes();
        }
    }

    private static ArrayNode samples() {
        try {
            JsonNode files = JSON.readTree(
                            Platform.ROOT.resolve("docs/ledger-vectors.json").toFile())
                    .get("files");
            ArrayNode samples = JSON.createArrayNode();
            for (JsonNode file : files) {
                ObjectNode sample = file.deepCopy();
                for (JsonNode base : files) {
                    if (file.has("base") && base.get("name").equals(file.get("base"))) {
                        sample.put("text", text(base, "text").replace(text(file, "old"), text(file, "new")));
                    }
                }
                samples.add(sample);
            }
            return samples;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).asText();
    }
}
