package com.sothebais.asset.check;

import com.sothebais.api.asset.NamedAsset.Shape;

/** JPEG, ITU-T T.81: segments and scans from SOI to EOI and nothing behind. */
final class JpegCheck {
    static final String MAGIC = "\u00FF\u00D8\u00FF";

    private static final int SEGMENTS_MAX = 100_000;
    private static final int SOF_FIRST = 0xC0;
    private static final int SOF_LAST = 0xCF;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int RST_FIRST = 0xD0;
    private static final int RST_LAST = 0xD7;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;

    private JpegCheck() {}

    static Shape check(Source source, Limits limits) {
        long at = 2;
        Shape shape = Shape.UNKNOWN;
        boolean scanned = false;
        for (int segment = 0; segment < SEGMENTS_MAX; segment++) {
            if (source.u8(at) != 0xFF) {
                throw Source.damaged("has bytes between JPEG segments");
            }
            while (source.u8(at + 1) == 0xFF) {
                at++;
            }
            int marker = source.u8(at + 1);
            at += 2;
            if (marker == EOI) {
                if (!scanned) {
                    throw Source.damaged("has no JPEG picture");
                }
                source.endsAt(at);
                return shape;
            }
            if (marker == 0 || marker >= RST_FIRST && marker < EOI) {
                throw Source.damaged("has a JPEG marker where none can be");
            }
            int count = source.u16(at);
            source.require(at, Math.max(2, count));
            if (marker >= SOF_FIRST && marker <= SOF_LAST && marker != DHT && marker != JPG && marker != DAC) {
                int height = source.u16(at + 3);
                int width = source.u16(at + 5);
                limits.checkPixels(width, height);
                shape = Shape.of(width, height);
            }
            at += count;
            if (marker == SOS) {
                if (shape.width().isEmpty()) {
                    throw Source.damaged("has a JPEG scan before its frame");
                }
                scanned = true;
                at = scan(source, at);
            }
        }
        throw Source.damaged("has no end within " + SEGMENTS_MAX + " JPEG segments");
    }

    /** The next marker that ends the entropy-coded data. */
    private static long scan(Source source, long from) {
        long at = from;
        while (true) {
            if (source.u8(at) == 0xFF) {
                int next = source.u8(at + 1);
                if (next != 0 && next != 0xFF && (next < RST_FIRST || next > RST_LAST)) {
                    return at;
                }
            }
            at++;
        }
    }
}
