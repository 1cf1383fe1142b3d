package com.sothebais.benchmarks;

import com.sothebais.api.stream.Preview;
import com.sothebais.stream.broadcast.Broadcast;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The preview of a broadcast, which notes when each of its pictures was handed out. Thread-safe. */
final class NotedPreview implements Preview {
    private final Broadcast broadcast;
    private final Map<Long, Made> made = new ConcurrentHashMap<>();

    /**
     * A picture inside the platform.
     *
     * @param composed when its composition began
     * @param handed when its packet was there
     */
    record Made(Instant composed, Instant handed) {}

    NotedPreview(Broadcast broadcast) {
        this.broadcast = broadcast;
    }

    /** Every picture by its index. */
    Map<Long, Made> made() {
        return Map.copyOf(made);
    }

    @Override
    public Watch watch() {
        Watch watch = broadcast.watch().orElseThrow();
        return new Watch() {
            @Override
            public Format format() {
                return watch.format();
            }

            @Override
            public Optional<Picture> next(Duration wait) throws InterruptedException {
                Optional<Picture> picture = watch.next(wait);
                picture.ifPresent(one -> made.put(one.index(), new Made(one.composed(), Instant.now())));
                return picture;
            }

            @Override
            public boolean over() {
                return watch.over();
            }

            @Override
            public void close() {
                watch.close();
            }
        };
    }
}
