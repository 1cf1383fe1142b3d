package com.sothebais.stream.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sothebais.api.stream.Size;
import com.sothebais.api.stream.Transition.Kind;
import com.sothebais.stream.transition.Effect.Pictures;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EffectTest {
    private static final Size SIZE = new Size(320, 180);
    private static final int STEPS = 20;
    private static final int BLUE = 0xFF0000FF;
    private static final int RED = 0xFFFF0000;

    private final Effects effects = new Effects(SIZE);
    private final int[] before = picture(BLUE);
    private final int[] after = picture(RED);
    private final int[] out = new int[before.length];

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "CUT", mode = EnumSource.Mode.EXCLUDE)
    void beginsNearThePictureBeforeAndEndsNearTheNewOne(Kind kind) {
        assertThat(like(mixed(kind, 1), before)).as("first frame").isGreaterThan(90);
        assertThat(like(mixed(kind, STEPS), after)).as("last frame").isGreaterThan(90);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"FADE", "WIPE"})
    void theNewPictureOnlyEverGrows(Kind kind) {
        long red = 0;
        for (int step = 1; step <= STEPS; step++) {
            long sum = Arrays.stream(mixed(kind, step))
                    .mapToLong(pixel -> pixel >> 16 & 0xFF)
                    .sum();
            assertThat(sum).as("step " + step).isGreaterThanOrEqualTo(red);
            red = sum;
        }
    }

    @Test
    void aFadeIsHalfOfEachInItsMiddle() {
        int[] middle = new int[before.length];
        effects.of(Kind.FADE).mix(new Pictures(before, after, middle), 10, 19);

        assertThat(middle).containsOnly(0xFF7F007F);
    }

    @Test
    void aFadeOfTwoEqualPicturesIsThatPicture() {
        int[] noise = new Random(7)
                .ints(before.length)
                .map(pixel -> pixel | 0xFF000000)
                .toArray();
        for (int step = 1; step <= STEPS; step++) {
            effects.of(Kind.FADE).mix(new Pictures(noise, noise.clone(), out), step, STEPS);
            assertThat(out).isEqualTo(noise);
        }
    }

    @Test
    void aWipeShowsTheNewPictureOnTheLeftAndTheOneBeforeOnTheRight() {
        int[] middle = mixed(Kind.WIPE, STEPS / 2);
        int row = SIZE.height() / 2 * SIZE.width();

        assertThat(middle[row]).isEqualTo(RED);
        assertThat(middle[row + SIZE.width() - 1]).isEqualTo(BLUE);
        assertThat(colours(middle)).contains(Brand.GOLD);
    }

    @Test
    void aStingerCoversEverythingWhereThePictureChanges() {
        int step = effects.of(Kind.STINGER).switchStep(STEPS);

        assertThat(mixed(Kind.STINGER, step)).isEqualTo(Brand.panel(SIZE));
        assertThat(mixed(Kind.STINGER, step - 1)).isEqualTo(Brand.panel(SIZE));
        assertThat(colours(mixed(Kind.STINGER, 4))).contains(BLUE, Brand.GOLD, Brand.PLUM);
        assertThat(colours(mixed(Kind.STINGER, STEPS - 3))).contains(RED, Brand.GOLD, Brand.PLUM);
    }

    @Test
    void everyMixedPixelIsOpaque() {
        for (Kind kind : new Kind[] {Kind.FADE, Kind.WIPE, Kind.STINGER}) {
            for (int step = 1; step <= STEPS; step++) {
                assertThat(Arrays.stream(mixed(kind, step)).allMatch(pixel -> pixel >>> 24 == 0xFF))
                        .isTrue();
            }
        }
    }

    @Test
    void aCutHasNoFrames() {
        assertThatIllegalArgumentException().isThrownBy(() -> effects.of(Kind.CUT));
    }

    private int[] mixed(Kind kind, int step) {
        Effect effect = effects.of(kind);
        int[] drawn = effect.keepsBefore() || step >= effect.switchStep(STEPS) ? after : before;
        effect.mix(new Pictures(before, drawn, out), step, STEPS);
        return out.clone();
    }

    private static int[] picture(int color) {
        int[] pixels = new int[SIZE.width() * SIZE.height()];
        Arrays.fill(pixels, color);
        return pixels;
    }

    /** Percent of the pixels whose channels differ by a tenth at most. */
    private static long like(int[] picture, int[] other) {
        long same = 0;
        for (int i = 0; i < picture.length; i++) {
            int red = Math.abs((picture[i] >> 16 & 0xFF) - (other[i] >> 16 & 0xFF));
            int blue = Math.abs((picture[i] & 0xFF) - (other[i] & 0xFF));
            same += Math.max(red, blue) <= 25 ? 1 : 0;
        }
        return same * 100 / picture.length;
    }

    private static Set<Integer> colours(int[] picture) {
        return Arrays.stream(picture).boxed().collect(Collectors.toSet());
    }
}
