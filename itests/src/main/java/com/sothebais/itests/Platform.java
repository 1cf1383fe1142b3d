package com.sothebais.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The real distribution in a process of its own, started through the launcher as a newcomer would, on ports nobody else has. */
public final class Platform implements AutoCloseable {
    public static final Path ROOT =
            Path.of(System.getProperty("sothebais.root", "..")).toAbsolutePath().normalize();

    private static final Duration POLL = Duration.ofMillis(50);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Path node;
    private final Path console;
    private final int port = freePort();
    private final int sshPort = freePort();
    private Process launcher;

    public Platform(String name) throws IOException {
        Path work = ROOT.resolve("itests/target/nodes");
        node = work.resolve(name);
        console = work.resolve(name + ".log");
        deleteTree(node);
        Files.createDirectories(node);
        Files.deleteIfExists(console);
    }

    /** Runs a command of the launcher, for example {@code demo --headless}; returns at once. */
    public void start(String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(ROOT.resolve("sothebais").toString()));
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()));
        builder.environment().put("SOTHEBAIS_NODE", node.toString());
        builder.environment().put("SOTHEBAIS_PORT", String.valueOf(port));
        builder.environment().put("SOTHEBAIS_SSH_PORT", String.valueOf(sshPort));
        builder.environment().put("SOTHEBAIS_BUILT", "true");
        launcher = builder.start();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public Path node() {
        return node;
    }

    /** What the launcher printed so far. */
    public String console() throws IOException {
        return Files.exists(console) ? Files.readString(console) : "";
    }

    /** The password that the launcher shows once at the first start. */
    public String firstPassword() throws IOException {
        Matcher matcher = Pattern.compile("with the password {2}(\\S+)").matcher(console());
        if (!matcher.find()) {
            throw new IllegalStateException("the launcher showed no password:\n" + console());
        }
        return matcher.group(1);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path, String json, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Logs in with the first password and returns the cookie to send. */
    public String login() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                post("/api/login", "{\"name\":\"admin\",\"password\":\"" + firstPassword() + "\"}");
        return answer.headers()
                .firstValue("Set-Cookie")
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .orElseThrow(() -> new IOException("login answered " + answer.statusCode() + ": " + answer.body()));
    }

    /** The {@code data} of an answer in the envelope. */
    public JsonNode data(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        JsonNode envelope = JSON.readTree(response.body());
        if (!envelope.path("success").asBoolean()) {
            throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return envelope.get("data");
    }

    /** Waits until the data at the path is as expected and returns it; fails with the last answer after the limit. */
    public JsonNode await(String what, String path, Predicate<JsonNode> expected, Duration limit)
            throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(limit);
        String last = "nothing";
        while (Instant.now().isBefore(deadline)) {
            try {
                JsonNode data = data(path);
                last = data.toString();
                if (expected.test(data)) {
                    return data;
                }
            } catch (IOException notYet) {
                last = notYet.toString();
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        throw new AssertionError("no " + what + " within " + limit + "; " + path + " said last: " + last);
    }

    /** Waits until the page is there. */
    public void awaitPage(String path, Duration limit) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(limit);
        for (int status = get(path).statusCode();
                status != 200;
                status = get(path).statusCode()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(path + " answered " + status + " for " + limit);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** Waits until the launcher printed the text. */
    public void awaitConsole(String text, Duration limit) throws IOException {
        Instant deadline = Instant.now().plus(limit);
        while (!console().contains(text)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(
                        "the launcher did not print '" + text + "' within " + limit + ":\n" + console());
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** Runs shell commands through the Karaf client and returns what they print. */
    public String shell(String password, String... commands) throws IOException, InterruptedException {
        Path home = ROOT.resolve("karaf-assembly/target/assembly");
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("bin/client").toString(),
                        "-a",
                        String.valueOf(sshPort),
                        "-u",
                        "admin",
                        "-p",
                        password,
                        "-r",
                        "10",
                        "-b")
                .redirectErrorStream(true);
        builder.environment().put("KARAF_ETC", node.resolve("etc").toString());
        Process client = builder.start();
        client.getOutputStream().write((String.join("\n", commands) + "\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().close();
        String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        client.waitFor(30, TimeUnit.SECONDS);
        return output;
    }

    /** Process id of the JVM. */
    public long pid() throws IOException {
        return Long.parseLong(Files.readString(node.resolve("karaf.pid")).trim());
    }

    /** Kills the JVM as a power cut would, without a chance to tidy up. */
    public void killHard() throws IOException, InterruptedException {
        ProcessHandle jvm = ProcessHandle.of(pid()).orElseThrow();
        jvm.destroyForcibly();
        jvm.onExit().join();
        launcher.waitFor(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        stop();
    }

    /** Ends the platform as Ctrl-C would and waits for it; it can be started again. */
    public void stop() throws IOException {
        if (launcher != null && launcher.isAlive()) {
            launcher.destroy();
            try {
                if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                    launcher.destroyForcibly();
                }
            } catch (InterruptedException e) {
                launcher.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
        if (Files.exists(node.resolve("karaf.pid"))) {
            ProcessHandle.of(pid()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
