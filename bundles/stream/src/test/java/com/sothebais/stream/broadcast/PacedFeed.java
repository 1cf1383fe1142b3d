package com.sothebais.stream.broadcast;

import com.sothebais.api.agent.Speech;
import com.sothebais.api.stream.Area;
import com.sothebais.api.stream.Size;
import com.sothebais.stream.media.NativeMedia;
import com.sothebais.stream.media.TrackFormat;
import com.sothebais.stream.output.Output;
import com.sothebais.stream.sound.AudioEncoder;
import com.sothebais.stream.testing.Await;
import com.sothebais.stream.testing.Stages;
import com.sothebais.stream.video.VideoEncoder;
import com.sothebais.stream.video.VideoFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** A small moving picture with a tone in real time, as a broadcast sends it, without anything that composes scenes. */
final class PacedFeed implements AutoCloseable {
    static final int FPS = 30;
    static final Size SIZE = new Size(320, 180);

    private static final int BOX = 40;

    private final VideoEncoder video;
    private final AudioEncoder audio = new AudioEncoder();
    private final List<TrackFormat> tracks;
    private final Feed feed = new Feed(FPS);
    private final int[] pixels = new int[SIZE.width() * SIZE.height()];
    private final float[] tone = Stages.tone(1).samples();
    private final Thread thread = new Thread(this::run, "paced-feed");
    private final RandomGenerator random = RandomGenerator.getDefault();
    private boolean paced = true;
    private boolean noisy;
    private volatile long frames;
    private volatile boolean stopped;

    /** Encoded with little work and without regard for the rate. */
    PacedFeed() {
        this("ultrafast", 20_000);
    }

    PacedFeed(String preset, int kbps) {
        this.video = new VideoEncoder(new VideoFormat(SIZE, FPS, kbps, FPS, preset, 1));
        this.tracks = List.of(video.track(), audio.track());
    }

    static void loadLibraries() {
        NativeMedia.load(Path.of("target", "native"));
    }

    List<TrackFormat> tracks() {
        return tracks;
    }

    Feed feed() {
        return feed;
    }

    Output add(Output output) {
        feed.add(output);
        return output;
    }

    /** Frames that were made so far. */
    long frames() {
        return frames;
    }

    /** Instead of in real time, for a recording whose times are all that matters. */
    PacedFeed asFastAsWritten() {
        paced = false;
        return this;
    }

    /** Noise, so that megabytes a second fill the buffers of the system. */
    PacedFeed noisy() {
        noisy = true;
        return this;
    }

    PacedFeed start() {
        thread.start();
        return this;
    }

    /** Goes on until so many more seconds of pictures were made. */
    void play(double seconds) {
        long end = frames + Math.round(seconds * FPS);
        while (frames < end) {
            long before = frames;
            Await.until("a frame", () -> frames > before);
        }
    }

    private void run() {
        long start = System.nanoTime();
        long sample = 0;
        while (!stopped) {
            if (paced) {
                LockSupport.parkNanos(start + frames * TimeUnit.SECONDS.toNanos(1) / FPS - System.nanoTime());
            } else {
                Await.until("nothing waits", () -> feed.outputs().stream()
                        .allMatch(output -> output.status().traffic().queued() < FPS));
            }
            Instant made = Instant.now();
            long until = (frames + 1) * Speech.SAMPLE_RATE_HZ / FPS + AudioEncoder.DELAY_SAMPLES;
            for (; sample < until; sample += AudioEncoder.BLOCK) {
                int from = (int) (sample % (tone.length - AudioEncoder.BLOCK));
                float[] block = Arrays.copyOfRange(tone, from, from + AudioEncoder.BLOCK);
                audio.encode(sample, block, block, feed::sound);
            }
            paint();
            feed.picture(video.encode(frames, false).orElseThrow(), made);
            frames++;
        }
    }

    private void paint() {
        int left = (int) (frames * 4 % (SIZE.width() - BOX));
        Arrays.fill(pixels, 0xFF203040);
        for (int i = 0; noisy && i < pixels.length; i++) {
            pixels[i] = random.nextInt();
        }
        for (int y = BOX; y < 2 * BOX; y++) {
            Arrays.fill(pixels, y * SIZE.width() + left, y * SIZE.width() + left + BOX, 0xFFF0C040);
        }
        video.paint(pixels, List.of(new Area(0, 0, SIZE.width(), SIZE.height())));
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        feed.close();
        video.close();
        audio.close();
        tracks.forEach(TrackFormat::close);
    }
}
