package com.sothebais.stream.rig;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the name of a file can leave open, because there is a drawing for each. */
enum Placeholder {
    MOOD(Stream.of(Mood.values()).map(Enum::name).toList()),
    MOUTH(Stream.of(Mouth.values()).map(Enum::name).toList()),
    BLINK(List.of("0", "25", "50", "75", "100")),
    GAZE(List.of("ahead", "left", "right"));

    private final List<String> words;

    Placeholder(List<String> words) {
        this.words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /** As files write it, without its braces. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> words() {
        return words;
    }

    /** The words to look for in place of one, nearest first: eyes have a nearest step, moods and mouths have none. */
    List<String> nearest(String word) {
        return switch (this) {
            case MOOD, MOUTH -> List.of(word);
            case BLINK ->
                words.stream()
                        .sorted((one, other) -> Integer.compare(apart(one, word), apart(other, word)))
                        .toList();
            case GAZE -> word.equals("ahead") ? List.of(word) : List.of(word, "ahead");
        };
    }

    private static int apart(String one, String other) {
        return Math.abs(Integer.parseInt(one) - Integer.parseInt(other));
    }

    static Optional<Placeholder> of(String label) {
        return Stream.of(values()).filter(each -> each.label().equals(label)).findFirst();
    }
}
