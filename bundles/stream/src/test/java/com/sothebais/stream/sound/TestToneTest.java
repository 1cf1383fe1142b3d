package com.sothebais.stream.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sothebais.stream.testing.Stages;
import org.junit.jupiter.api.Test;

class TestToneTest {
    private static final int BLOCK = 1_024;
    private static final double ALIGNMENT = 0.1259;
    private static final int RATE = 48_000;

    private final Mixer mixer = new Mixer(-26);

    @Test
    void theToneHasOneKilohertzAtMinusEighteenDecibels() {
        mixer.tone(true);
        float[] samples = mixed(RATE);
        int crossings = 0;
        float peak = 0;
        for (int i = RATE / 2 + 1; i < RATE; i++) {
            crossings += samples[i - 1] < 0 && samples[i] >= 0 ? 1 : 0;
            peak = Math.max(peak, Math.abs(samples[i]));
        }

        assertThat(crossings).isBetween(499, 501);
        assertThat((double) peak).isCloseTo(ALIGNMENT, within(0.001));
    }

    @Test
    void itComesAndGoesWithoutAClickAndThenCostsNothing() {
        float[] before = mixed(BLOCK);
        mixer.tone(true);
        float[] on = mixed(RATE / 2);
        mixer.tone(false);
        float[] off = mixed(RATE / 2);

        assertThat(before).containsOnly(0);
        // A sine of this height and frequency changes by 0.0165 from sample to sample at most.
        assertThat(steepest(on)).isLessThan(0.017);
        assertThat(steepest(off)).isLessThan(0.017);
        assertThat(off[off.length - 1]).isZero();
        assertThat(Math.abs(off[0] - on[on.length - 1])).isLessThan(0.017f);
    }

    @Test
    void itTakesThePlaceOfTheVoice() {
        mixer.play(Stages.tone(2));
        mixed(RATE / 4);
        mixer.tone(true);
        float[] samples = mixed(RATE);
        float peak = 0;
        for (int i = RATE / 2; i < RATE; i++) {
            peak = Math.max(peak, Math.abs(samples[i]));
        }

        assertThat((double) peak).isCloseTo(ALIGNMENT, within(0.002));
    }

    private float[] mixed(int count) {
        float[] all = new float[(count + BLOCK - 1) / BLOCK * BLOCK];
        float[] left = new float[BLOCK];
        float[] right = new float[BLOCK];
        for (int i = 0; i < all.length; i += BLOCK) {
            mixer.mix(left, right);
            System.arraycopy(left, 0, all, i, BLOCK);
        }
        return all;
    }

    private static double steepest(float[] samples) {
        double most = 0;
        for (int i = 1; i < samples.length; i++) {
            most = Math.max(most, Math.abs(samples[i] - samples[i - 1]));
        }
        return most;
    }
}
