package com.sothebais.asset.store;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Contents in a bucket of a store that speaks the S3 protocol, addressed by path. The key of a content is the prefix and its hash; a
 * PUT is signed with that hash, so the store itself refuses a content that was changed on its way. Thread-safe.
 */
public final class S3Store implements Store {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);

    /** Tries of a call that the store could not answer; each may be repeated without harm. */
    private static final int TRIES_MAX = 3;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
    private static final int ERROR_BYTES_MAX = 2_000;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_FAILS = 500;
    private static final int SLOW_DOWN = 429;
    private static final String EMPTY = SignatureV4.sha256("");

    private final S3Address address;
    private final SignatureV4 signature;
    private final InstantSource clock;
    private final HttpClient client;

    public S3Store(S3Address address, InstantSource clock) {
        this.address = address;
        this.signature = new SignatureV4(address.credentials(), address.region());
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_MAX)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private record Ask(String method, String key, Map<String, String> query, Map<String, String> headers) {
        Ask(String method, String key) {
            this(method, key, Map.of(), Map.of());
        }
    }

    @Override
    public void put(Asset content, Path file) throws IOException {
        Ask ask = new Ask("PUT", key(content.id()), Map.of(), Map.of("content-type", content.mediaType()));
        HttpResponse<InputStream> answer = call(ask, content.id().value(), () -> BodyPublishers.ofFile(file));
        discard(answer);
    }

    @Override
    public Optional<Asset> stat(AssetId id) throws IOException {
        HttpResponse<InputStream> answer = call(new Ask("HEAD", key(id)));
        discard(answer);
        if (answer.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        String type = answer.headers().firstValue("content-type").orElse("application/octet-stream");
        long bytes = answer.headers()
                .firstValueAsLong("content-length")
                .orElseThrow(() -> new IOException(place() + " did not tell the length of " + id));
        return Optional.of(new Asset(id, type, bytes));
    }

    @Override
    public Optional<InputStream> open(AssetId id, long from) throws IOException {
        Map<String, String> range = from == 0 ? Map.of() : Map.of("range", "bytes=" + from + "-");
        HttpResponse<InputStream> answer = call(new Ask("GET", key(id), Map.of(), range));
        if (answer.statusCode() == NOT_FOUND) {
            discard(answer);
            return Optional.empty();
        }
        if (from > 0 && answer.statusCode() != 206) {
            answer.body().skipNBytes(from);
        }
        return Optional.of(answer.body());
    }

    @Override
    public void delete(AssetId id) throws IOException {
        discard(call(new Ask("DELETE", key(id))));
    }

    @Override
    public List<AssetId> list(Optional<AssetId> after, int limit) throws IOException {
        Map<String, String> query = new TreeMap<>(
                Map.of("list-type", "2", "max-keys", Integer.toString(limit), "prefix", address.prefix()));
        after.ifPresent(id -> query.put("start-after", address.prefix() + id));
        HttpResponse<InputStream> answer = call(new Ask("GET", "", query, Map.of()));
        try (InputStream body = answer.body()) {
            return S3Listing.read(body, address.prefix());
        }
    }

    @Override
    public String place() {
        return address.endpoint() + "/" + address.bucket() + "/" + address.prefix();
    }

    private String key(AssetId id) {
        return address.prefix() + id.value();
    }

    private interface Body {
        HttpRequest.BodyPublisher open() throws IOException;
    }

    private HttpResponse<InputStream> call(Ask ask) throws IOException {
        return call(ask, EMPTY, BodyPublishers::noBody);
    }

    private HttpResponse<InputStream> call(Ask ask, String payloadHash, Body body) throws IOException {
        IOException failure = null;
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            try {
                if (tries > 0) {
                    Thread.sleep(BETWEEN_TRIES.toMillis() << tries);
                }
                HttpResponse<InputStream> answer =
                        client.send(request(ask, payloadHash, body.open()), BodyHandlers.ofInputStream());
                int status = answer.statusCode();
                if (status < 300 || status == NOT_FOUND && !ask.key().isEmpty()) {
                    return answer;
                }
                failure = new IOException(
                        place() + " answered " + status + " to " + ask.method() + ": " + S3Listing.error(head(answer)));
                if (status < SERVER_FAILS && status != SLOW_DOWN) {
                    throw failure;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while " + place() + " was asked", e);
            } catch (IOException e) {
                if (e == failure) {
                    throw e;
                }
                failure = new IOException(place() + " could not be reached: " + e, e);
            }
        }
        throw failure;
    }

    private HttpRequest request(Ask ask, String payloadHash, HttpRequest.BodyPublisher body) {
        String path = "/" + address.bucket() + (ask.key().isEmpty() ? "" : "/" + ask.key());
        Map<String, String> headers = new TreeMap<>(ask.headers());
        headers.put("host", address.endpoint().getRawAuthority());
        SignatureV4.Unsigned unsigned = new SignatureV4.Unsigned(ask.method(), path, ask.query(), headers, payloadHash);
        String query = ask.query().isEmpty() ? "" : "?" + SignatureV4.query(ask.query());
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(address.endpoint() + SignatureV4.encoded(path, true) + query))
                .timeout(ANSWER_MAX)
                .method(ask.method(), body);
        signature.sign(unsigned, clock.instant()).forEach((name, value) -> {
            if (!name.equals("host")) {
                request.header(name, value);
            }
        });
        return request.build();
    }

    private static byte[] head(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            return body.readNBytes(ERROR_BYTES_MAX);
        }
    }

    private static void discard(HttpResponse<InputStream> answer) throws IOException {
        head(answer);
    }
}
