package com.sothebais.benchmarks;

import com.sothebais.itests.Platform;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** People who post bids on the sandbox at an even pace. */
final class Posts implements AutoCloseable {
    private static final int PEOPLE = 200;
    private static final int CREATED = 201;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong sent = new AtomicLong();
    private final URI address;
    private final String origin;
    private final String cookie;
    private final int perSecond;
    private long next;

    Posts(Platform platform, int perSecond) throws IOException, InterruptedException {
        address = platform.uri("/sandbox/posts");
        origin = platform.uri("").toString();
        cookie = platform.login();
        this.perSecond = perSecond;
    }

    void begin() {
        pace.scheduleAtFixedRate(this::post, 0, TimeUnit.SECONDS.toMicros(1) / perSecond, TimeUnit.MICROSECONDS);
    }

    /** Posts that were taken. */
    long sent() {
        return sent.get();
    }

    private void post() {
        String text = "@sothebais bid " + (1 + next % 9) + " ETH";
        String form = "handle=crowd_" + next++ % PEOPLE + "&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenAccept(answer -> {
            if (answer.statusCode() == CREATED) {
                sent.incrementAndGet();
            }
        });
    }

    @Override
    public void close() {
        end();
    }

    /** No post is sent after it; may be called twice. */
    void end() {
        pace.shutdownNow();
    }
}
