package com.sothebais.stream.sound;

import com.sothebais.api.agent.Speech;

/**
 * A quiet pad made by code: four soft chords that melt into each other, endless. The whole loop is computed once and kept as 16 bit
 * samples (about 5 MB), so that playing costs nothing.
 */
final class MusicBed {
    private static final int CHORD_SECONDS = 6;
    private static final int LOOP_SECONDS = 4 * CHORD_SECONDS;
    private static final int LENGTH = LOOP_SECONDS * Speech.SAMPLE_RATE_HZ;
    private static final int TABLE_BITS = 12;
    private static final float FULL = 32_767f;
    // D minor 9, B flat major 7, F major 9, C add 9: equal temperament, in hertz.
    private static final double[][] CHORDS = {
        {73.42, 146.83, 174.61, 220.00, 329.63},
        {58.27, 116.54, 174.61, 220.00, 293.66},
        {87.31, 130.81, 174.61, 261.63, 392.00},
        {65.41, 130.81, 196.00, 293.66, 329.63}
    };
    private static final double DETUNE_HZ = 0.35;
    private static final int SWELL_STEP = 64;

    private final short[] left = new short[LENGTH];
    private final short[] right = new short[LENGTH];

    MusicBed() {
        float[] table = new float[1 << TABLE_BITS];
        for (int i = 0; i < table.length; i++) {
            double phase = 2 * Math.PI * i / table.length;
            // A little second and third harmonic makes a sine warm without making it a synthesiser.
            table[i] = (float) (Math.sin(phase) + 0.18 * Math.sin(2 * phase) + 0.06 * Math.sin(3 * phase));
        }
        float[] mixLeft = new float[LENGTH];
        float[] mixRight = new float[LENGTH];
        for (int chord = 0; chord < CHORDS.length; chord++) {
            for (int voice = 0; voice < CHORDS[chord].length; voice++) {
                double level = voice == 0 ? 0.22 : 0.12;
                add(mixLeft, table, chord, CHORDS[chord][voice] - DETUNE_HZ, level);
                add(mixRight, table, chord, CHORDS[chord][voice] + DETUNE_HZ, level);
            }
        }
        for (int i = 0; i < LENGTH; i++) {
            left[i] = (short) (mixLeft[i] * FULL);
            right[i] = (short) (mixRight[i] * FULL);
        }
    }

    /** Adds a voice of a chord, which swells in over the chord before and fades out over the one after. */
    private static void add(float[] mix, float[] table, int chord, double hertz, double level) {
        int span = 2 * CHORD_SECONDS * Speech.SAMPLE_RATE_HZ;
        int start = Math.floorMod((chord * CHORD_SECONDS - CHORD_SECONDS / 2) * Speech.SAMPLE_RATE_HZ, LENGTH);
        int step = (int) Math.round(hertz / Speech.SAMPLE_RATE_HZ * (1L << 32));
        int phase = 0;
        float swell = 0;
        for (int i = 0; i < span; i++) {
            if (i % SWELL_STEP == 0) {
                // Raised cosine: neighbours of the same note add up to the same loudness.
                swell = (float) (level * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / span)));
            }
            mix[(start + i) % LENGTH] += swell * table[phase >>> (32 - TABLE_BITS)];
            phase += step;
        }
    }

    float left(long sample) {
        return left[(int) (sample % LENGTH)] / FULL;
    }

    float right(long sample) {
        return right[(int) (sample % LENGTH)] / FULL;
    }
}
