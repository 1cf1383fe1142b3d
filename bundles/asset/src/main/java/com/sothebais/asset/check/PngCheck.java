package com.sothebais.asset.check;

import com.sothebais.api.asset.NamedAsset.Shape;

/** PNG, third edition of the W3C recommendation: every chunk with its checksum, from IHDR to IEND and nothing behind. */
final class PngCheck {
    static final String MAGIC = "\u0089PNG\r\n\u001A\n";

    private static final int CHUNKS_MAX = 200_000;
    private static final int HEADER_BYTES = 13;

    /** Length, type and checksum. */
    private static final int FRAME_BYTES = 12;

    private PngCheck() {}

    static Shape check(Source source, Limits limits) {
        long at = MAGIC.length();
        if (!source.has(at + 4, "IHDR") || source.u32(at) != HEADER_BYTES) {
            throw Source.damaged("does not begin with a PNG header");
        }
        long width = source.u32(at + 8);
        long height = source.u32(at + 12);
        limits.checkPixels(width, height);
        boolean pixels = false;
        for (int chunk = 0; chunk < CHUNKS_MAX; chunk++) {
            long count = source.u32(at);
            source.require(at, count + FRAME_BYTES);
            if (source.crc32(at + 4, count + 4) != source.u32(at + 8 + count)) {
                throw Source.damaged("has a PNG chunk with a wrong checksum");
            }
            pixels |= source.has(at + 4, "IDAT");
            boolean last = source.has(at + 4, "IEND");
            at += count + FRAME_BYTES;
            if (last && pixels) {
                source.endsAt(at);
                return Shape.of((int) width, (int) height);
            }
        }
        throw Source.damaged("has no end within " + CHUNKS_MAX + " PNG chunks");
    }
}
