package com.sothebais.web.internal;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.stream.Clips;
import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.OutputStatus.State;
import com.sothebais.api.stream.Preview;
import com.sothebais.api.stream.Size;
import com.sothebais.api.stream.StreamOutputs;
import com.sothebais.api.stream.Studio.StudioException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Outputs that wait until somebody lets them try, clips as they are put in, and a preview of whatever is shown to it. */
public final class SampleStream implements StreamOutputs, Clips, Preview {
    public static final Format FORMAT = new Format("avc1.42c00d", new Size(320, 180), 30);

    public final List<Clip> clips = new CopyOnWriteArrayList<>();
    public final List<String> retried = new CopyOnWriteArrayList<>();

    private final List<Line> watches = new CopyOnWriteArrayList<>();
    private volatile boolean onAir = true;
    private long index;

    public void clip(String auction, Path file, long bytes) {
        clips.add(
                new Clip(new AuctionId(auction), 7, "Low Tide", SampleShow.START, Duration.ofSeconds(51), bytes, file));
    }

    @Override
    public List<OutputStatus> outputs() {
        boolean tried = retried.contains("youtube");
        return List.of(
                status("youtube", tried ? State.CONNECTING : State.WAITING),
                status("backup", State.UP),
                status("recording", State.FAILED));
    }

    private static OutputStatus status(String name, State state) {
        boolean well = state == State.UP;
        return new OutputStatus(
                name,
                "rtmps://live.example.org/app/***",
                state,
                well ? Optional.empty() : Optional.of("Connection refused"),
                state == State.WAITING ? Optional.of(SampleShow.START) : Optional.empty(),
                new OutputStatus.Traffic(3, 320, 4_096, 5, 2));
    }

    @Override
    public Optional<OutputStatus> retry(String name, String admin) {
        if (outputs().stream().anyMatch(output -> output.name().equals(name))) {
            retried.add(name);
        }
        return outputs().stream().filter(output -> output.name().equals(name)).findFirst();
    }

    @Override
    public List<Clip> clips() {
        return List.copyOf(clips);
    }

    /** Shows a picture to all watchers. */
    public void show(boolean key, byte... data) {
        Picture picture = new Picture(index++, key, Instant.now(), data);
        watches.forEach(watch -> watch.pictures.add(picture));
    }

    public int watches() {
        return watches.size();
    }

    public void leaveTheAir() {
        onAir = false;
        watches.forEach(watch -> watch.over = true);
    }

    @Override
    public Watch watch() {
        if (!onAir) {
            throw new StudioException("not on air", null);
        }
        Line line = new Line();
        watches.add(line);
        return line;
    }

    private final class Line implements Watch {
        private final BlockingQueue<Picture> pictures = new LinkedBlockingQueue<>();
        private volatile boolean over;

        @Override
        public Format format() {
            return FORMAT;
        }

        @Override
        public Optional<Picture> next(Duration wait) throws InterruptedException {
            return Optional.ofNullable(pictures.poll(wait.toMillis(), TimeUnit.MILLISECONDS));
        }

        @Override
        public boolean over() {
            return over;
        }

        @Override
        public void close() {
            over = true;
            watches.remove(this);
        }
    }
}
