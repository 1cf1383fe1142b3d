package com.sothebais.agent.internal;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.stream.StreamHealth;
import com.sothebais.api.stream.Studio;
import com.sothebais.api.stream.Utterance;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A studio that remembers what went on air; every line lasts equally long. */
final class TestStudio implements Studio {
    private final Duration lineLength;
    private final List<Utterance> lines = new ArrayList<>();
    private final List<Mood> moods = new ArrayList<>();

    TestStudio(Duration lineLength) {
        this.lineLength = lineLength;
    }

    @Override
    public synchronized Instant say(Utterance utterance) {
        lines.add(utterance);
        return Instant.now().plus(lineLength);
    }

    @Override
    public synchronized void mood(Mood mood) {
        moods.add(mood);
    }

    synchronized List<Utterance> lines() {
        return List.copyOf(lines);
    }

    synchronized List<Mood> moods() {
        return List.copyOf(moods);
    }

    @Override
    public Recording record(Path file) {
        throw new StudioException("not in this test", null);
    }

    @Override
    public Path hls() {
        throw new StudioException("not in this test", null);
    }

    @Override
    public StreamHealth health() {
        throw new StudioException("not in this test", null);
    }
}
