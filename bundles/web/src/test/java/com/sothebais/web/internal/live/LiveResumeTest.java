package com.sothebais.web.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.auction.Reason;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.web.internal.SamplePlatform;
import com.sothebais.web.internal.SampleShow;
import com.sothebais.web.internal.WebServer;
import com.sothebais.web.internal.live.SseClient.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of facts while clients of both forms come, break off and come back at random points. */
class LiveResumeTest {
    private static final int FACTS = 6_000;
    private static final int CLIENTS = 8;
    private static final int MESSAGES_A_VISIT_MAX = 400;
    private static final long PACE_NANOS = TimeUnit.MICROSECONDS.toNanos(300);

    @TempDir
    Path hls;

    @Test
    void nobodyMissesAFactOrGetsOneTwice() throws Exception {
        WebServer web = new WebServer(new SamplePlatform(hls, "image/png", new byte[] {1}), 100);
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            web.show.publish().move(SessionPhase.PLANNED, SessionPhase.LIVE);
            web.show.open(SampleShow.FIRST, SampleShow.START.plusSeconds(65));
            web.log.subscribe(web.live.subscriber());
            long end = web.log.last() + FACTS;
            List<Future<Void>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Random random = new Random(i);
                boolean socket = i % 2 == 0;
                clients.add(pool.submit(() -> follow(web, socket, end, random)));
            }
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(web), pool);
            writer.get(60, TimeUnit.SECONDS);
            for (Future<Void> client : clients) {
                client.get(60, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
            web.stop();
        }
    }

    private static void write(WebServer web) {
        for (int i = 0; i < FACTS; i++) {
            if (i % 3 == 0) {
                web.show.speak("line " + i);
            } else {
                web.show.refuse(SampleShow.FIRST, SampleShow.BOB, "0.1 ETH", Reason.TOO_LOW);
            }
            LockSupport.parkNanos(PACE_NANOS);
        }
    }

    private static Void follow(WebServer web, boolean socket, long end, Random random) throws Exception {
        long last = -1;
        while (last < end) {
            int visit = 1 + random.nextInt(MESSAGES_A_VISIT_MAX);
            String after = last < 0 ? "" : "?after=" + last;
            if (socket) {
                try (SocketClient client = new SocketClient(web.uri("/api/live/ws" + after))) {
                    last = read(client::next, last, end, visit);
                }
            } else {
                try (SseClient client = new SseClient(web.uri("/api/live" + after))) {
                    last = read(client::next, last, end, visit);
                }
            }
        }
        return null;
    }

    /** Every fact of this test is shown, so that after a snapshot or a message the next one has the next position. */
    private static long read(Callable<Message> next, long from, long end, int visit) throws Exception {
        long last = from;
        for (int i = 0; i < visit && last < end; i++) {
            Message message = next.call();
            if (message.event().equals("show")) {
                assertThat(message.id()).isGreaterThanOrEqualTo(last);
            } else {
                assertThat(message.id()).isEqualTo(last + 1);
            }
            last = message.id();
        }
        return last;
    }
}
