package com.sothebais.stream.rig;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Content.Figure;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The sample of {@code docs/rigs.md}: a character of SVG and Lottie layers. */
class LanternTest {
    private final RigFolder rigs = new RigFolder(Path.of("src/test/resources/rigs"), "lantern");

    private static int look(List<Bitmap> parts) {
        return parts.stream()
                .mapToInt(part -> 31 * Arrays.hashCode(part.pixels()) + 7 * part.x() + part.y())
                .reduce(1, (left, right) -> 31 * left + right);
    }

    @Test
    void isOnAirWithEveryMoodAndMouthOfItsOwn() {
        rigs.look();
        RigPainter painter = new RigPainter(rigs);
        Set<Integer> looks = new HashSet<>();
        for (Mood mood : Mood.values()) {
            for (Mouth mouth : Mouth.values()) {
                looks.add(look(painter.parts(new Figure(mood, mouth, 0, 0, 0), 200, 200)));
            }
        }

        assertThat(rigs.trouble()).isEmpty();
        assertThat(looks).hasSize(Mood.values().length * Mouth.values().length);
    }

    @Test
    void closesItsLidsFrameByFrame() {
        rigs.look();
        RigPainter painter = new RigPainter(rigs);
        Set<Integer> looks = new HashSet<>();
        for (int blink = 0; blink <= 1_000; blink += 250) {
            looks.add(look(painter.parts(new Figure(Mood.CALM, Mouth.CLOSED, blink, 0, 0), 200, 200)));
        }

        assertThat(looks).hasSize(5);
    }
}
