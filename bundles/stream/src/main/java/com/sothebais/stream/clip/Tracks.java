package com.sothebais.stream.clip;

import com.sothebais.stream.clip.Boxes.Box;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** What the beginning of a fragmented file says of its tracks. @param video id of the track with the pictures */
record Tracks(int video, Map<Integer, Integer> timescales) {
    private static final int PICTURES = 0x76696465;
    private static final int HANDLER_AT = 8;

    /** @param moov content of the movie box */
    static Tracks of(ByteBuffer moov) throws IOException {
        Map<Integer, Integer> timescales = new HashMap<>();
        int video = 0;
        for (Box box : Boxes.in(moov, 0, moov.capacity())) {
            if (!box.type().equals("trak")) {
                continue;
            }
            Box head = box(moov, box, "tkhd");
            int id = moov.getInt(head.start() + times(moov, head));
            Box media = box(moov, box, "mdia", "mdhd");
            timescales.put(id, moov.getInt(media.start() + times(moov, media)));
            if (moov.getInt(box(moov, box, "mdia", "hdlr").start() + HANDLER_AT) == PICTURES) {
                video = id;
            }
        }
        if (video == 0) {
            throw new IOException("the recording has no picture");
        }
        return new Tracks(video, Map.copyOf(timescales));
    }

    /** Where a box goes on behind its two times, which are of 32 or 64 bits. */
    private static int times(ByteBuffer moov, Box box) {
        return Integer.BYTES + 2 * (Boxes.version(moov, box) == 1 ? Long.BYTES : Integer.BYTES);
    }

    private static Box box(ByteBuffer moov, Box in, String... path) throws IOException {
        return Boxes.find(moov, in, path)
                .orElseThrow(() -> new IOException("the recording lacks the box " + String.join("/", path)));
    }
}
