package com.sothebais.asset.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A bucket on the loopback that refuses what is not signed as it should be, and contents whose hash is another. */
final class FakeS3 implements AutoCloseable {
    static final SignatureV4.Credentials KEYS = new SignatureV4.Credentials("the-access-key", "the-secret-key");
    static final String REGION = "eu-test-1";
    static final String BUCKET = "artworks";

    final NavigableMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
    final AtomicInteger failures = new AtomicInteger();
    private final Map<String, String> types = new TreeMap<>();
    private final HttpServer server;

    FakeS3() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/" + BUCKET, this::handle);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                answer(exchange, 503, error("SlowDown"));
            } else if (!isSigned(exchange)) {
                answer(exchange, 403, error("SignatureDoesNotMatch"));
            } else if (!hash(body).equals(exchange.getRequestHeaders().getFirst("x-amz-content-sha256"))) {
                answer(exchange, 400, error("XAmzContentSHA256Mismatch"));
            } else {
                serve(exchange, body);
            }
        }
    }

    private void serve(HttpExchange exchange, byte[] body) throws IOException {
        String key = exchange.getRequestURI().getPath().substring(("/" + BUCKET).length());
        String name = key.isEmpty() ? "" : key.substring(1);
        byte[] object = objects.get(name);
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(name, body);
                types.put(name, exchange.getRequestHeaders().getFirst("content-type"));
                answer(exchange, 200, new byte[0]);
            }
            case "DELETE" -> {
                objects.remove(name);
                answer(exchange, 204, new byte[0]);
            }
            default -> {
                if (name.isEmpty()) {
                    answer(exchange, 200, listing(query(exchange)));
                } else if (object == null) {
                    answer(exchange, 404, error("NoSuchKey"));
                } else {
                    exchange.getResponseHeaders().set("Content-Type", types.get(name));
                    range(exchange, object);
                }
            }
        }
    }

    private static void range(HttpExchange exchange, byte[] object) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("range");
        if (range == null) {
            answer(exchange, 200, object);
        } else {
            int from = Integer.parseInt(range.replaceAll("bytes=([0-9]+)-", "$1"));
            answer(exchange, 206, Arrays.copyOfRange(object, from, object.length));
        }
    }

    private byte[] listing(Map<String, String> query) {
        StringBuilder keys = new StringBuilder("<?xml version=\"1.0\"?><ListBucketResult"
                + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>" + BUCKET + "</Name>");
        objects.tailMap(query.getOrDefault("start-after", ""), false).keySet().stream()
                .filter(key -> key.startsWith(query.get("prefix")))
                .limit(Integer.parseInt(query.get("max-keys")))
                .forEach(key -> keys.append("<Contents><Key>" + key + "</Key><Size>1</Size></Contents>"));
        return keys.append("</ListBucketResult>").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Signs what came in with the secret and compares. */
    private static boolean isSigned(HttpExchange exchange) {
        String authorization = exchange.getRequestHeaders().getFirst("authorization");
        String date = exchange.getRequestHeaders().getFirst("x-amz-date");
        String payload = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
        if (authorization == null || date == null || payload == null) {
            return false;
        }
        Map<String, String> headers = new TreeMap<>();
        String names = authorization.replaceAll(".*SignedHeaders=([^,]*),.*", "$1");
        for (String name : names.split(";")) {
            headers.put(name, exchange.getRequestHeaders().getFirst(name));
        }
        Instant time = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .parse(date, Instant::from);
        SignatureV4.Unsigned request = new SignatureV4.Unsigned(
                exchange.getRequestMethod(), exchange.getRequestURI().getPath(), query(exchange), headers, payload);
        return headers.containsKey("host")
                && new SignatureV4(KEYS, REGION)
                        .sign(request, time)
                        .get("authorization")
                        .equals(authorization);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new TreeMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static byte[] error(String code) {
        return ("<Error><Code>" + code + "</Code></Error>").getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
        }
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
