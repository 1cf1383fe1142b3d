package com.sothebais.asset.check;

import com.sothebais.api.asset.NamedAsset.Shape;

/** GIF 87a and 89a: blocks from the screen descriptor to the trailer and nothing behind. */
final class GifCheck {
    static final String MAGIC_87 = "GIF87a";
    static final String MAGIC_89 = "GIF89a";

    private static final int BLOCKS_MAX = 100_000;
    private static final int SCREEN_AT = 6;
    private static final int SCREEN_BYTES = 7;
    private static final int IMAGE_BYTES = 10;
    private static final int TRAILER = 0x3B;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;

    private GifCheck() {}

    static Shape check(Source source, Limits limits) {
        int width = source.u16Little(SCREEN_AT);
        int height = source.u16Little(SCREEN_AT + 2);
        limits.checkPixels(width, height);
        long at = SCREEN_AT + SCREEN_BYTES + colours(source.u8(SCREEN_AT + 4));
        boolean image = false;
        for (int block = 0; block < BLOCKS_MAX; block++) {
            int kind = source.u8(at);
            if (kind == TRAILER && image) {
                source.endsAt(at + 1);
                return Shape.of(width, height);
            } else if (kind == EXTENSION) {
                at = blocks(source, at + 2);
            } else if (kind == IMAGE) {
                limits.checkPixels(source.u16Little(at + 5), source.u16Little(at + 7));
                at += IMAGE_BYTES + colours(source.u8(at + IMAGE_BYTES - 1));
                at = blocks(source, at + 1);
                image = true;
            } else {
                throw Source.damaged("has something else between GIF blocks");
            }
        }
        throw Source.damaged("has no end within " + BLOCKS_MAX + " GIF blocks");
    }

    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    /** Behind a chain of blocks of up to 255 bytes, which an empty one ends. */
    private static long blocks(Source source, long from) {
        long at = from;
        while (source.u8(at) != 0) {
            at += 1L + source.u8(at);
        }
        return at + 1;
    }
}
