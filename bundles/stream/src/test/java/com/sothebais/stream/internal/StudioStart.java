package com.sothebais.stream.internal;

import com.sothebais.contract.MemoryEventLog;
import com.sothebais.stream.clip.Recordings;
import com.sothebais.stream.rig.RigFolder;
import com.sothebais.stream.testing.Await;
import com.sothebais.stream.testing.FlatRenderer;
import com.sothebais.stream.video.Renderers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Prints what a start of the studio takes in a fresh JVM: {@code StudioStart DATA_DIRECTORY}. */
final class StudioStart {
    private StudioStart() {}

    public static void main(String[] arguments) {
        Path data = Path.of(arguments[0]);
        Renderers renderers = new Renderers("");
        renderers.add(new FlatRenderer(), 0);
        long start = System.nanoTime();
        LiveStudio studio = Studios.start(
                Map.of("data_dir", data.toString()),
                renderers,
                new Recordings(data.resolve("recordings.tsv")),
                Optional.of(new MemoryEventLog()));
        System.out.println("activation " + millisSince(start) + " ms");
        Await.until("frames", () -> studio.health().picture().frames() > 0);
        System.out.println("first frame " + millisSince(start) + " ms");
        studio.close();
        long examples = System.nanoTime();
        new RigFolder(data.resolve("rigs"), RigFolder.DEFAULT).writeExamples();
        System.out.println("examples again " + millisSince(examples) + " ms");
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
