package com.sothebais.stream.lottie;

import com.sothebais.stream.easing.Easing;
import java.util.List;

/**
 * A value over the frames.
 *
 * @param keys at least one, in order of time
 */
record Track<V>(List<Key<V>> keys, Mix<V> mix) {
    Track {
        keys = List.copyOf(keys);
    }

    /**
     * The value from one frame on.
     *
     * @param easings the way to the next key; one, or one for each number of the value
     * @param hold whether it stays until the next key
     */
    record Key<V>(double frame, V value, List<Easing> easings, boolean hold) {
        Key {
            easings = List.copyOf(easings);
        }

        double share(int dimension, double time) {
            return easings.get(Math.min(dimension, easings.size() - 1)).share(time);
        }
    }

    /** What lies between two keys. */
    @FunctionalInterface
    interface Mix<V> {
        V between(Key<V> from, Key<V> to, double time);
    }

    static <V> Track<V> still(V value) {
        return new Track<>(List.of(new Key<>(0, value, List.of(Easing.LINEAR), true)), (from, to, time) -> value);
    }

    V at(double frame) {
        int next = 0;
        while (next < keys.size() && keys.get(next).frame() <= frame) {
            next++;
        }
        if (next == 0) {
            return keys.get(0).value();
        }
        Key<V> from = keys.get(next - 1);
        if (next == keys.size() || from.hold()) {
            return from.value();
        }
        Key<V> to = keys.get(next);
        return mix.between(from, to, (frame - from.frame()) / (to.frame() - from.frame()));
    }
}
