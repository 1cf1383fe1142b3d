package com.sothebais.event.internal.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Values that come again and again in the facts of a log, such as bidders and the ids of lots: found by the bytes they are written
 * as, read once and then shared. A value that is not found takes the place of another. Not thread-safe.
 */
public final class Shared {
    private static final int PLACES = 2_048;
    private static final int BYTES_MAX = 512;
    private static final long MIX = 0x9e3779b97f4a7c15L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Where accounts and bidders, as they are written, differ from each other. */
    private static final int[] SAMPLES = {8, 28, 36, 44, 52};

    private final Entry[] entries = new Entry[PLACES];

    /** @param reader what made the value of the bytes; another may make another */
    private record Entry(Object reader, byte[] bytes, Object value) {}

    /** What is made of a text in UTF-8. {@code maker} is always the same object and makes what never changes. */
    @SuppressWarnings("unchecked")
    public <T> T text(Function<String, T> maker, byte[] bytes, int from, int to) {
        int place = placeOfText(maker, bytes, from, to);
        Entry entry = entries[place];
        boolean known = entry != null
                && entry.reader == maker
                && Arrays.equals(entry.bytes, 0, entry.bytes.length, bytes, from, to);
        if (known) {
            // Only what this maker made is found by it.
            return (T) entry.value;
        }
        T value = maker.apply(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        keep(place, maker, bytes, from, to, value);
        return value;
    }

    /** Where an object that begins there would be; its end need not be known. */
    static int placeOfObject(Object reader, byte[] bytes, int at, int end) {
        long hash = System.identityHashCode(reader);
        for (int sample : SAMPLES) {
            if (at + sample + Long.BYTES <= end) {
                hash = mixed(hash ^ (long) LONGS.get(bytes, at + sample));
            }
        }
        return (int) hash & PLACES - 1;
    }

    /** Where a text of these bytes would be. */
    static int placeOfText(Object reader, byte[] bytes, int from, int to) {
        long hash = mixed(System.identityHashCode(reader) + (long) (to - from));
        if (to - from >= Long.BYTES) {
            hash = mixed(hash ^ (long) LONGS.get(bytes, from));
            hash = mixed(hash ^ (long) LONGS.get(bytes, to - Long.BYTES));
        } else {
            for (int i = from; i < to; i++) {
                hash = hash * 31 + bytes[i];
            }
            hash = mixed(hash);
        }
        return (int) hash & PLACES - 1;
    }

    /** How many of the bytes from {@code at} are the value that is in that place; 0 when it is another one. */
    int length(int place, Object reader, byte[] bytes, int at, int end) {
        Entry entry = entries[place];
        if (entry == null || entry.reader != reader || end - at < entry.bytes.length) {
            return 0;
        }
        int length = entry.bytes.length;
        return Arrays.equals(bytes, at, at + length, entry.bytes, 0, length) ? length : 0;
    }

    Object value(int place) {
        return entries[place].value;
    }

    void keep(int place, Object reader, byte[] bytes, int from, int to, Object value) {
        if (to - from <= BYTES_MAX) {
            entries[place] = new Entry(reader, Arrays.copyOfRange(bytes, from, to), value);
        }
    }

    private static long mixed(long hash) {
        long product = hash * MIX;
        return product ^ product >>> 32;
    }
}
