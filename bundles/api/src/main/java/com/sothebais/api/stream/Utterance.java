package com.sothebais.api.stream;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech;
import java.util.Objects;
import java.util.Optional;

/**
 * A line for the air: caption, mood, and sound when there is a voice.
 *
 * @param speaker name beside the caption
 */
public record Utterance(String speaker, String text, Mood mood, Optional<Speech> speech) {
    public Utterance {
        Objects.requireNonNull(speaker, "speaker");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(mood, "mood");
        Objects.requireNonNull(speech, "speech");
    }
}
