package com.sothebais.stream.sound;

/**
 * Finds what the wave reaches between the samples of one channel: four times oversampled with the filter of ITU-R BS.1770-4, annex
 * 2. Not thread-safe.
 */
final class TruePeak {

    /** The peak that {@link #next} answers lies so many samples before the one it was given, or right behind that. */
    static final int DELAY_SAMPLES = 6;

    private static final int TAPS = 12;
    // The other two of the four phases are these, mirrored.
    private static final float[] OUTER = {
        0.0017089843750f,
        0.0109863281250f,
        -0.0196533203125f,
        0.0332031250000f,
        -0.0594482421875f,
        0.1373291015625f,
        0.9721679687500f,
        -0.1022949218750f,
        0.0476074218750f,
        -0.0266113281250f,
        0.0148925781250f,
        -0.0083007812500f
    };
    private static final float[] INNER = {
        -0.0291748046875f,
        0.0292968750000f,
        -0.0517578125000f,
        0.0891113281250f,
        -0.1665039062500f,
        0.4650878906250f,
        0.7797851562500f,
        -0.2003173828125f,
        0.1015625000000f,
        -0.0582275390625f,
        0.0330810546875f,
        -0.0189208984375f
    };

    /** No filter lets a wave rise above its samples by more: the sum of the greatest phase's factors is 2.023. */
    private static final float RISE_MAX = 2.03f;

    // Written twice, so that the newest samples always lie in one piece.
    private final float[] newest = new float[2 * TAPS];
    private int at;
    private int loud;

    /**
     * Takes the next sample.
     *
     * @param below peaks under this are of no interest and need not be computed
     * @return the highest point around the sample {@link #DELAY_SAMPLES} before, or 0 when it is of no interest
     */
    float next(float sample, float below) {
        at = at == 0 ? TAPS - 1 : at - 1;
        newest[at] = sample;
        newest[at + TAPS] = sample;
        loud = Math.abs(sample) * RISE_MAX >= below ? TAPS : Math.max(0, loud - 1);
        return loud == 0 ? 0 : highest();
    }

    private float highest() {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        for (int tap = 0; tap < TAPS; tap++) {
            float sample = newest[at + tap];
            first += OUTER[tap] * sample;
            second += INNER[tap] * sample;
            third += INNER[TAPS - 1 - tap] * sample;
            fourth += OUTER[TAPS - 1 - tap] * sample;
        }
        float between =
                Math.max(Math.max(Math.abs(first), Math.abs(second)), Math.max(Math.abs(third), Math.abs(fourth)));
        return Math.max(between, Math.abs(newest[at + DELAY_SAMPLES]));
    }
}
