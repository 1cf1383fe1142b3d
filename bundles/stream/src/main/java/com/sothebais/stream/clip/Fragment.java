package com.sothebais.stream.clip;

import com.sothebais.stream.clip.Boxes.Box;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One fragment of a recording: its box of times and its box of data.
 *
 * @param offset where it begins in the file
 * @param headBytes length of the box of times
 * @param bytes length of both
 * @param startMicros when its first picture is shown, from the beginning of the recording
 * @param endMicros when its last picture is over
 * @param key whether a decoder can start here
 */
record Fragment(long offset, int headBytes, long bytes, long startMicros, long endMicros, boolean key) {
    private static final int BASE_OFFSET = 0x1;
    private static final int DESCRIPTION = 0x2;
    private static final int DEFAULT_DURATION = 0x8;
    private static final int DEFAULT_SIZE = 0x10;
    private static final int DEFAULT_FLAGS = 0x20;
    private static final int DATA_OFFSET = 0x1;
    private static final int FIRST_FLAGS = 0x4;
    private static final int SAMPLE_DURATION = 0x100;
    private static final int SAMPLE_SIZE = 0x200;
    private static final int SAMPLE_FLAGS = 0x400;
    private static final int SAMPLE_SHIFT = 0x800;
    private static final int NO_SYNC = 0x10000;
    private static final long MICROS = 1_000_000;

    /** The part of a box of times that is about the pictures; empty when it has only sound. */
    static Optional<Box> pictures(ByteBuffer moof, Tracks tracks) {
        return Boxes.in(moof, Boxes.HEAD_BYTES, moof.capacity()).stream()
                .filter(box -> box.type().equals("traf") && track(moof, box) == tracks.video())
                .findFirst();
    }

    /** When it begins. */
    static long startMicros(ByteBuffer moof, Box traf, Tracks tracks) {
        return time(moof, traf) * MICROS / tracks.timescales().get(track(moof, traf));
    }

    /** When its last picture is over. */
    static long endMicros(ByteBuffer moof, Box traf, Tracks tracks) {
        long length = Boxes.in(moof, traf.start(), traf.end()).stream()
                .filter(box -> box.type().equals("trun"))
                .mapToLong(run -> length(moof, traf, run))
                .sum();
        return (time(moof, traf) + length) * MICROS / tracks.timescales().get(track(moof, traf));
    }

    private static long length(ByteBuffer moof, Box traf, Box run) {
        int flags = Boxes.flags(moof, run);
        int count = moof.getInt(run.start() + Integer.BYTES);
        if ((flags & SAMPLE_DURATION) == 0) {
            return count * defaultDuration(moof, Boxes.find(moof, traf, "tfhd").orElseThrow());
        }
        int entry =
                Integer.BYTES * Integer.bitCount(flags & (SAMPLE_DURATION | SAMPLE_SIZE | SAMPLE_FLAGS | SAMPLE_SHIFT));
        int place =
                run.start() + 2 * Integer.BYTES + Integer.BYTES * Integer.bitCount(flags & (DATA_OFFSET | FIRST_FLAGS));
        long length = 0;
        for (int i = 0; i < count; i++) {
            length += Integer.toUnsignedLong(moof.getInt(place + i * entry));
        }
        return length;
    }

    private static long defaultDuration(ByteBuffer moof, Box head) {
        int known = Boxes.flags(moof, head);
        int before = ((known & BASE_OFFSET) != 0 ? Long.BYTES : 0) + ((known & DESCRIPTION) != 0 ? Integer.BYTES : 0);
        return (known & DEFAULT_DURATION) == 0
                ? 0
                : Integer.toUnsignedLong(moof.getInt(head.start() + 2 * Integer.BYTES + before));
    }

    /** When its first track begins: sound may be there a little before the first picture. */
    static long earliestMicros(ByteBuffer moof, Tracks tracks) throws IOException {
        return Boxes.in(moof, Boxes.HEAD_BYTES, moof.capacity()).stream()
                .filter(box -> box.type().equals("traf"))
                .mapToLong(traf -> startMicros(moof, traf, tracks))
                .min()
                .orElseThrow(() -> new IOException("a fragment of the recording has no track"));
    }

    /** Whether its first picture can be decoded without another. */
    static boolean isKey(ByteBuffer moof, Box traf) {
        Box run = Boxes.find(moof, traf, "trun").orElseThrow();
        int flags = Boxes.flags(moof, run);
        int place = run.start() + 2 * Integer.BYTES + ((flags & DATA_OFFSET) != 0 ? Integer.BYTES : 0);
        if ((flags & FIRST_FLAGS) != 0) {
            return (moof.getInt(place) & NO_SYNC) == 0;
        }
        if ((flags & SAMPLE_FLAGS) != 0) {
            int before = ((flags & SAMPLE_DURATION) != 0 ? Integer.BYTES : 0)
                    + ((flags & SAMPLE_SIZE) != 0 ? Integer.BYTES : 0);
            return (moof.getInt(place + before) & NO_SYNC) == 0;
        }
        Box head = Boxes.find(moof, traf, "tfhd").orElseThrow();
        int known = Boxes.flags(moof, head);
        if ((known & DEFAULT_FLAGS) == 0) {
            return false;
        }
        int before = ((known & BASE_OFFSET) != 0 ? Long.BYTES : 0)
                + ((known & DESCRIPTION) != 0 ? Integer.BYTES : 0)
                + ((known & DEFAULT_DURATION) != 0 ? Integer.BYTES : 0)
                + ((known & DEFAULT_SIZE) != 0 ? Integer.BYTES : 0);
        return (moof.getInt(head.start() + 2 * Integer.BYTES + before) & NO_SYNC) == 0;
    }

    /** Gives a box of times its number in the film, from 1. */
    static void number(ByteBuffer moof, int number) {
        Boxes.in(moof, Boxes.HEAD_BYTES, moof.capacity()).stream()
                .filter(box -> box.type().equals("mfhd"))
                .forEach(head -> moof.putInt(head.start() + Integer.BYTES, number));
    }

    /** Moves every time of a box of times so much earlier, not before zero; later when it is negative. */
    static void shift(ByteBuffer moof, Tracks tracks, long micros) {
        for (Box traf : Boxes.in(moof, Boxes.HEAD_BYTES, moof.capacity())) {
            if (traf.type().equals("traf")) {
                long units = micros * tracks.timescales().get(track(moof, traf));
                // To the nearest: the times in microseconds were rounded before.
                long base = Math.floorDiv(units + MICROS / 2, MICROS);
                long time = Math.max(0, time(moof, traf) - base);
                Box at = Boxes.find(moof, traf, "tfdt").orElseThrow();
                if (Boxes.version(moof, at) == 1) {
                    moof.putLong(at.start() + Integer.BYTES, time);
                } else {
                    moof.putInt(at.start() + Integer.BYTES, (int) time);
                }
            }
        }
    }

    private static int track(ByteBuffer moof, Box traf) {
        return Boxes.find(moof, traf, "tfhd")
                .map(head -> moof.getInt(head.start() + Integer.BYTES))
                .orElse(0);
    }

    private static long time(ByteBuffer moof, Box traf) {
        Box at = Boxes.find(moof, traf, "tfdt").orElseThrow();
        int place = at.start() + Integer.BYTES;
        return Boxes.version(moof, at) == 1 ? moof.getLong(place) : Integer.toUnsignedLong(moof.getInt(place));
    }
}
