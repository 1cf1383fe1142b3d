package com.sothebais.stream.clip;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The boxes of ISO/IEC 14496-12 in memory. */
final class Boxes {
    /** Length and type. */
    static final int HEAD_BYTES = 8;

    private static final int TYPE_BYTES = 4;

    private Boxes() {}

    /**
     * One box.
     *
     * @param start of its content in the buffer
     * @param end of the box
     */
    record Box(String type, int start, int end) {}

    /** The boxes between two places of a buffer; what does not end inside is left out. */
    static List<Box> in(ByteBuffer bytes, int start, int end) {
        List<Box> boxes = new ArrayList<>();
        int place = start;
        while (place + HEAD_BYTES <= end) {
            int length = bytes.getInt(place);
            if (length < HEAD_BYTES || length > end - place) {
                return boxes;
            }
            boxes.add(new Box(type(bytes, place), place + HEAD_BYTES, place + length));
            place += length;
        }
        return boxes;
    }

    /** The first box at the end of a path. */
    static Optional<Box> find(ByteBuffer bytes, Box in, String... path) {
        Optional<Box> found = Optional.of(in);
        for (String type : path) {
            found = found.flatMap(box -> in(bytes, box.start(), box.end()).stream()
                    .filter(inner -> inner.type().equals(type))
                    .findFirst());
        }
        return found;
    }

    static String type(ByteBuffer bytes, int place) {
        byte[] type = new byte[TYPE_BYTES];
        bytes.get(place + Integer.BYTES, type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }

    /** First byte of a full box. */
    static int version(ByteBuffer bytes, Box box) {
        return bytes.get(box.start());
    }

    /** Lower three bytes of the first word of a full box. */
    static int flags(ByteBuffer bytes, Box box) {
        return bytes.getInt(box.start()) & 0xFFFFFF;
    }
}
