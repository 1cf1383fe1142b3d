package com.sothebais.simulation;

import java.time.Duration;
import java.util.List;

/** Chance from a seed: SplitMix64 written out, so that a seed means the same on every machine and every Java. */
final class Dice {
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    long next() {
        state += STRIDE;
        long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** From 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) Math.floorMod(next(), (long) bound);
    }

    /** From {@code least} to {@code most}, both included. */
    long between(long least, long most) {
        return least + Math.floorMod(next(), most - least + 1);
    }

    boolean percent(int chance) {
        return below(100) < chance;
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    /** From nothing to {@code most}, in microseconds. */
    Duration upTo(Duration most) {
        return Duration.ofNanos(between(0, Math.max(0, most.toNanos() / 1_000)) * 1_000);
    }
}
