package com.sothebais.stream.sound;

/**
 * The filter of ITU-R BS.1770-4 that weighs frequencies as ears do: a shelf for the head and a high pass, for one channel at
 * 48 kHz. Not thread-safe.
 */
final class KWeighting {
    private static final double SHELF_B0 = 1.53512485958697;
    private static final double SHELF_B1 = -2.69169618940638;
    private static final double SHELF_B2 = 1.19839281085285;
    private static final double SHELF_A1 = -1.69065929318241;
    private static final double SHELF_A2 = 0.73248077421585;
    private static final double PASS_A1 = -1.99004745483398;
    private static final double PASS_A2 = 0.99007225036621;

    /** Far below anything audible. What fades further becomes numbers that the processor computes a hundred times slower. */
    private static final double NOTHING = 1e-30;

    private double shelf1;
    private double shelf2;
    private double pass1;
    private double pass2;

    double weigh(double sample) {
        double head = SHELF_B0 * sample + shelf1;
        shelf1 = SHELF_B1 * sample - SHELF_A1 * head + shelf2;
        shelf2 = SHELF_B2 * sample - SHELF_A2 * head;
        double passed = head + pass1;
        pass1 = -2 * head - PASS_A1 * passed + pass2;
        pass2 = head - PASS_A2 * passed;
        return passed;
    }

    /** Forgets what has faded; to be called every now and then. */
    void settle() {
        shelf1 = settled(shelf1);
        shelf2 = settled(shelf2);
        pass1 = settled(pass1);
        pass2 = settled(pass2);
    }

    private static double settled(double state) {
        return Math.abs(state) < NOTHING ? 0 : state;
    }
}
