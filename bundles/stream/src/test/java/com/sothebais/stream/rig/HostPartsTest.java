package com.sothebais.stream.rig;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech.Mouth;
import com.sothebais.api.stream.Bitmap;
import com.sothebais.api.stream.Content.Figure;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HostPartsTest {
    private final HostParts host = new HostParts();

    @Test
    void showsEveryMoodWithEveryMouthDifferently() {
        Set<Integer> looks = new HashSet<>();
        for (Mood mood : Mood.values()) {
            for (Mouth mouth : Mouth.values()) {
                looks.add(look(new Figure(mood, mouth, 0, 0, 0)));
            }
        }

        assertThat(looks).hasSize(Mood.values().length * Mouth.values().length);
    }

    @Test
    void movesTheEyesTheLidsAndTheHead() {
        int rest = look(new Figure(Mood.CALM, Mouth.CLOSED, 0, 0, 0));

        assertThat(look(new Figure(Mood.CALM, Mouth.CLOSED, 1_000, 0, 0))).isNotEqualTo(rest);
        assertThat(look(new Figure(Mood.CALM, Mouth.CLOSED, 0, -1_000, 0))).isNotEqualTo(rest);
        assertThat(look(new Figure(Mood.CALM, Mouth.CLOSED, 0, 0, 5))).isNotEqualTo(rest);
    }

    @Test
    void drawsAPartOnceForWhatItDependsOn() {
        List<Bitmap> before = host.parts(new Figure(Mood.CALM, Mouth.CLOSED, 0, 0, 0), 200, 200);
        List<Bitmap> after = host.parts(new Figure(Mood.CALM, Mouth.OPEN, 0, 0, 3), 200, 200);

        assertThat(after.get(1).pixels()).isSameAs(before.get(1).pixels());
        assertThat(after.get(2).pixels()).isNotSameAs(before.get(2).pixels());
    }

    private int look(Figure figure) {
        return host.parts(figure, 200, 170).stream()
                .mapToInt(part -> 31 * Arrays.hashCode(part.pixels()) + 7 * part.x() + part.y())
                .reduce(1, (left, right) -> 31 * left + right);
    }
}
