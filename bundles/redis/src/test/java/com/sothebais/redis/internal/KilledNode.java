package com.sothebais.redis.internal;

import com.sothebais.api.redis.RedisStreams.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A process that writes to its own Redis, says so, and waits to be killed. */
final class KilledNode {
    private KilledNode() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedRedis server = EmbeddedRedis.start(Path.of(arguments[0]), 0);
        LettuceStreams streams = connect(server);
        streams.append("s", Optional.empty(), List.of(new Entry("9-0", Map.of("k", "v"))), 10);
        System.out.println("written");
        System.out.flush();
        new CountDownLatch(1).await();
    }

    private static LettuceStreams connect(EmbeddedRedis server) {
        while (true) {
            try {
                return LettuceStreams.connect(server.url());
            } catch (RuntimeException e) {
                Thread.onSpinWait();
            }
        }
    }
}
