package com.sothebais.rehearsal.internal;

import com.sothebais.api.agent.Host;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.Assets;
import com.sothebais.api.health.Distribution;
import com.sothebais.api.health.Histogram;
import com.sothebais.api.health.Latency;
import com.sothebais.api.stream.Curtain;
import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.StreamHealth;
import com.sothebais.api.stream.Studio;
import com.sothebais.api.stream.Utterance;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Studio, host and pictures that only count; a recording is a file with one word. */
final class SmallAir implements Studio, Host, Assets, Curtain {
    private final AtomicInteger lowered = new AtomicInteger();
    private volatile boolean stuck;

    private final AtomicLong frames = new AtomicLong(1_000);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger recordings = new AtomicInteger();
    private final Map<AssetId, byte[]> pictures = new HashMap<>();
    private volatile boolean diskFull;

    void fillDisk() {
        diskFull = true;
    }

    int openRecordings() {
        return open.get();
    }

    int recordings() {
        return recordings.get();
    }

    int pictures() {
        return pictures.size();
    }

    /** An output that does not end. */
    void stick() {
        stuck = true;
    }

    @Override
    public Lowered lower() {
        if (stuck) {
            throw new StudioException("an output did not end within 15 s", null);
        }
        lowered.incrementAndGet();
        AtomicBoolean down = new AtomicBoolean(true);
        return () -> {
            if (down.getAndSet(false)) {
                lowered.decrementAndGet();
            }
        };
    }

    @Override
    public boolean isDown() {
        return lowered.get() > 0;
    }

    @Override
    public Instant say(Utterance utterance) {
        return Instant.now();
    }

    @Override
    public void mood(Mood mood) {
        throw new UnsupportedOperationException("nobody changes moods here");
    }

    @Override
    public Recording record(Path file) {
        if (diskFull) {
            throw new StudioException("cannot write " + file + ": no space left on device", null);
        }
        try {
            Files.writeString(file, "film");
        } catch (IOException e) {
            throw new StudioException("cannot write " + file, e);
        }
        open.incrementAndGet();
        recordings.incrementAndGet();
        return new Recording() {
            private boolean closed;

            @Override
            public Path file() {
                return file;
            }

            @Override
            public Recording continueIn(Path next) {
                throw new UnsupportedOperationException("a rehearsal is one film");
            }

            @Override
            public synchronized void close() {
                if (!closed) {
                    open.decrementAndGet();
                }
                closed = true;
            }
        };
    }

    @Override
    public Path hls() {
        return Path.of(".");
    }

    @Override
    public StreamHealth health() {
        List<OutputStatus> outputs = open.get() == 0
                ? List.of()
                : List.of(new OutputStatus(
                        "recording",
                        "show.mp4",
                        OutputStatus.State.UP,
                        Optional.empty(),
                        Optional.empty(),
                        new OutputStatus.Traffic(0, 320, 4, 0, 0)));
        return new StreamHealth(
                "java2d",
                new StreamHealth.Picture(frames.getAndAdd(30), 2, 0, 30, 900, "libx264"),
                new StreamHealth.Sound(-20, -3, new StreamHealth.Loudness(-18, -17, -16.1, -2.5), 0),
                new StreamHealth.Times(
                        new Distribution(new Latency(5, 10, 60.5, 90), Histogram.NONE),
                        new Distribution(new Latency(5, 12, 72.5, 99), Histogram.NONE),
                        Distribution.NONE,
                        Distribution.NONE),
                StreamHealth.Drift.NONE,
                Duration.ofMinutes(1),
                outputs);
    }

    @Override
    public Activity activity() {
        return new Activity(3, 2, 1, 0);
    }

    @Override
    public void say(String text, Mood mood) {
        throw new UnsupportedOperationException("nobody directs here");
    }

    @Override
    public synchronized Asset store(byte[] content) {
        AssetId id = new AssetId(String.format("%064x", new BigInteger(1, content).mod(BigInteger.ONE.shiftLeft(255))));
        pictures.put(id, content);
        return new Asset(id, "image/png", content.length);
    }

    @Override
    public synchronized Optional<byte[]> content(AssetId id) {
        return Optional.ofNullable(pictures.get(id));
    }

    @Override
    public synchronized Optional<Asset> find(AssetId id) {
        return content(id).map(content -> new Asset(id, "image/png", content.length));
    }
}
