package com.sothebais.stream.clip;

import com.sothebais.stream.clip.Boxes.Box;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fragmented MP4 as it is now, also while it is written or after its writer was killed: a fragment that is not whole yet does not
 * count.
 */
final class Film {
    private static final long FRAGMENT_MICROS = 1_000_000;
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
            long start = before.isEmpty() ? 0 : before.get(before.size() - 1).startMicros();
            return new Fragment(place, moof.capacity(), 0, start, false);
        }
        return new Fragment(
                place,
                moof.capacity(),
                0,
                Fragment.startMicros(moof, pictures.get(), tracks),
                Fragment.isKey(moof, pictures.get()));
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

    /** When the last whole fragment begins, in microseconds from the beginning; 0 without any. */
    long lastStartMicros() {
        return fragments.isEmpty() ? 0 : fragments.get(fragments.size() - 1).startMicros();
    }

    /** How long it is in microseconds, if its last fragment is as long as the one before. */
    long lengthMicros() {
        int last = fragments.size() - 1;
        if (last < 1) {
            return last < 0 ? 0 : FRAGMENT_MICROS;
        }
        long start = fragments.get(last).startMicros();
        return start + start - fragments.get(last - 1).startMicros();
    }

    /**
     * Writes a film of its own: from the keyframe at or before one time to the end of the fragment that holds another.
     *
     * @param target replaced as a whole, so that nobody ever sees half a clip
     * @return whether there was anything to write
     */
    boolean cut(long fromMicros, long untilMicros, Path target) throws IOException {
        int first = first(fromMicros);
        List<Fragment> wanted = fragments.subList(first, fragments.size()).stream()
                .filter(fragment -> fragment.startMicros() < untilMicros)
                .toList();
        if (wanted.isEmpty()) {
            return false;
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            copy(in, 0, initBytes, out);
            Fragment start = wanted.get(0);
            long base = Fragment.earliestMicros(bytes(in, start.offset(), start.headBytes()), tracks);
            for (Fragment fragment : wanted) {
                ByteBuffer moof = bytes(in, fragment.offset(), fragment.headBytes());
                Fragment.shift(moof, tracks, base);
                moof.rewind();
                while (moof.hasRemaining()) {
                    out.write(moof);
                }
                copy(in, fragment.offset() + fragment.headBytes(), fragment.bytes() - fragment.headBytes(), out);
            }
            out.force(true);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private int first(long fromMicros) {
        int first = 0;
        for (int i = 0; i < fragments.size() && fragments.get(i).startMicros() <= fromMicros; i++) {
            first = fragments.get(i).key() ? i : first;
        }
        return first;
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
