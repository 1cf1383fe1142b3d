package com.sothebais.stream.internal;

import com.sothebais.contract.MemoryEventLog;
import com.sothebais.stream.clip.Recordings;
import com.sothebais.stream.video.Renderers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A studio on air in a directory of its own, without a renderer at first. */
abstract class OnAirStudio {
    @TempDir
    Path data;

    final Renderers renderers = new Renderers("");
    final MemoryEventLog log = new MemoryEventLog();
    LiveStudio studio;

    @BeforeEach
    void goOnAir() {
        start(Map.of());
    }

    @AfterEach
    void close() {
        studio.close();
    }

    final void restart(Map<String, Object> values) {
        studio.close();
        start(values);
    }

    private void start(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(Map.of("data_dir", data.toString()));
        all.putAll(values);
        studio = Studios.start(all, renderers, new Recordings(data.resolve("recordings.tsv")), Optional.of(log));
    }
}
