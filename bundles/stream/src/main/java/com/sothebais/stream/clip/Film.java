package com.sothebais.stream.clip;

import com.sothebais.stream.clip.Boxes.Box;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A fragmented MP4 as it is now, also while it is written or after its writer was killed: a fragment that is not whole yet does not
 * count.
 */
final class Film {
    private static final int LONG_LENGTH = 1;
    // Times of some seconds of pictures and sound take some kilobytes.
    private static final int HEAD_MAX_BYTES = 16 * 1024 * 1024;

    private final Path file;
    private final long initBytes;
    private final Tracks tracks;
    private final List<Fragment> fragments;

    private Film(Path file, long initBytes, Tracks tracks, List<Fragment> fragments) {
        this.file = file;
        this.initBytes = initBytes;
        this.tracks = tracks;
        this.fragments = fragments;
    }

    /** Reads what is there; empty when not even the beginning is. */
    static Optional<Film> read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long end = channel.size();
            long place = 0;
            long init = 0;
            Optional<Tracks> tracks = Optional.empty();
            List<Fragment> fragments = new ArrayList<>();
            Optional<Fragment> head = Optional.empty();
            while (place + 2 * Boxes.HEAD_BYTES <= end) {
                ByteBuffer start = bytes(channel, place, 2 * Boxes.HEAD_BYTES);
                long length = Integer.toUnsignedLong(start.getInt(0));
                if (length == LONG_LENGTH) {
                    length = start.getLong(Boxes.HEAD_BYTES);
                }
                if (length < Boxes.HEAD_BYTES || place + length > end) {
                    break;
                }
                String type = Boxes.type(start, 0);
                if (type.equals("moov")) {
                    tracks = Optional.of(
                            Tracks.of(bytes(channel, place + Boxes.HEAD_BYTES, small(length) - Boxes.HEAD_BYTES)));
                    init = place + length;
                } else if (type.equals("moof") && tracks.isPresent()) {
                    head = Optional.of(fragment(bytes(channel, place, small(length)), place, tracks.get(), fragments));
                } else if (type.equals("mdat") && head.isPresent()) {
                    Fragment found = head.get();
                    fragments.add(new Fragment(
                            found.offset(),
                            found.headBytes(),
                            place + length - found.offset(),
                            found.startMicros(),
                            found.endMicros(),
                            found.key()));
                    head = Optional.empty();
                }
                place += length;
            }
            long known = init;
            return tracks.map(found -> new Film(file, known, found, List.copyOf(fragments)));
        }
    }

    private static Fragment fragment(ByteBuffer moof, long place, Tracks tracks, List<Fragment> before) {
        Optional<Box> pictures = Fragment.pictures(moof, tracks);
        if (pictures.isEmpty()) {
            Optional<Fragment> last = last(before);
            return new Fragment(
                    place,
                    moof.capacity(),
                    0,
                    last.map(Fragment::startMicros).orElse(0L),
                    last.map(Fragment::endMicros).orElse(0L),
                    false);
        }
        return new Fragment(
                place,
                moof.capacity(),
                0,
                Fragment.startMicros(moof, pictures.get(), tracks),
                Fragment.endMicros(moof, pictures.get(), tracks),
                Fragment.isKey(moof, pictures.get()));
    }

    private static Optional<Fragment> last(List<Fragment> fragments) {
        return fragments.isEmpty() ? Optional.empty() : Optional.of(fragments.get(fragments.size() - 1));
    }

    private static int small(long length) throws IOException {
        if (length > HEAD_MAX_BYTES) {
            throw new IOException("a box of " + length + " bytes is no box of times");
        }
        return (int) length;
    }

    private static ByteBuffer bytes(FileChannel channel, long place, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining() && channel.read(bytes, place + bytes.position()) >= 0) {
            // A read may give less than was asked for.
        }
        return bytes;
    }

    /** The whole fragments, in order. */
    List<Fragment> fragments() {
        return fragments;
    }

    Tracks tracks() {
        return tracks;
    }

    /** When the last whole fragment begins, in microseconds from the beginning; 0 without any. */
    long lastStartMicros() {
        return last(fragments).map(Fragment::startMicros).orElse(0L);
    }

    /** How long its pictures are, in microseconds. */
    long lengthMicros() {
        return last(fragments).map(Fragment::endMicros).orElse(0L);
    }

    /** Whether a decoder of the one can go on with the other. */
    boolean isLike(Film other) throws IOException {
        return Arrays.equals(init(), other.init());
    }

    private byte[] init() throws IOException {
        try (FileChannel in = open()) {
            return bytes(in, 0, small(initBytes)).array();
        }
    }

    FileChannel open() throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ);
    }

    /** The box of times of a fragment. */
    static ByteBuffer head(FileChannel in, Fragment fragment) throws IOException {
        return bytes(in, fragment.offset(), fragment.headBytes()).rewind();
    }

    /** Copies what a decoder must know before the first fragment. */
    void copyInit(FileChannel in, FileChannel out) throws IOException {
        copy(in, 0, initBytes, out);
    }

    /** Copies the data of a fragment. */
    static void copyData(FileChannel in, Fragment fragment, FileChannel out) throws IOException {
        copy(in, fragment.offset() + fragment.headBytes(), fragment.bytes() - fragment.headBytes(), out);
    }

    private static void copy(FileChannel in, long place, long count, FileChannel out) throws IOException {
        long done = 0;
        while (done < count) {
            long moved = in.transferTo(place + done, count - done, out);
            if (moved <= 0) {
                throw new IOException("the recording became shorter while it was read");
            }
            done += moved;
        }
    }
}
