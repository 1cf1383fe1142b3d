package com.sothebais.stream.broadcast;

import com.sothebais.stream.output.Outputs;
import java.nio.file.Path;

/** Records until it is killed, and prints how many frames it has made: {@code RecorderMain <file>}. */
final class RecorderMain {
    private RecorderMain() {}

    public static void main(String[] args) {
        PacedFeed.loadLibraries();
        PacedFeed feed = new PacedFeed();
        feed.add(Outputs.recording(Path.of(args[0]), feed.tracks())).startNow();
        feed.start();
        while (true) {
            feed.play(1.0 / PacedFeed.FPS);
            System.out.println(feed.frames());
        }
    }
}
