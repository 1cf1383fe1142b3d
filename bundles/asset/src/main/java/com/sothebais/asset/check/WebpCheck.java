package com.sothebais.asset.check;

import com.sothebais.api.asset.NamedAsset.Shape;

/** WebP, RFC 9649: chunks of one RIFF file that fill it, with lossy, lossless or animated pictures. */
final class WebpCheck {
    static final String RIFF = "RIFF";
    static final String WEBP = "WEBP";
    static final int WEBP_AT = 8;

    private static final int CHUNKS_MAX = 100_000;
    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int FRAME_HEAD = 16;
    private static final int SIDE = 0x3FFF;

    private final Source source;
    private final Limits limits;
    private int width;
    private int height;
    private boolean picture;

    private WebpCheck(Source source, Limits limits) {
        this.source = source;
        this.limits = limits;
    }

    static Shape check(Source source, Limits limits) {
        WebpCheck check = new WebpCheck(source, limits);
        long end = CHUNK_HEAD + source.u32Little(4);
        source.require(0, end);
        check.chunks(FIRST_CHUNK, end);
        source.endsAt(end);
        if (!check.picture) {
            throw Source.damaged("has no WebP picture");
        }
        return Shape.of(check.width, check.height);
    }

    private void chunks(long from, long end) {
        long at = from;
        for (int chunk = 0; at < end; chunk++) {
            if (chunk == CHUNKS_MAX || at + CHUNK_HEAD > end) {
                throw Source.damaged("has broken WebP chunks");
            }
            long count = source.u32Little(at + 4);
            long next = at + CHUNK_HEAD + count + (count & 1);
            if (next > end) {
                throw Source.damaged("has a WebP chunk that is longer than the file");
            }
            chunk(source.ascii(at, 4), at + CHUNK_HEAD, count);
            at = next;
        }
    }

    private void chunk(String kind, long at, long count) {
        switch (kind) {
            case "VP8X" -> size(source.u24Little(at + 4) + 1, source.u24Little(at + 7) + 1);
            case "VP8 " -> {
                if (source.u24Little(at + 3) != 0x2A019D) {
                    throw Source.damaged("has a WebP picture that does not begin with a key frame");
                }
                picture(source.u16Little(at + 6) & SIDE, source.u16Little(at + 8) & SIDE);
            }
            case "VP8L" -> {
                if (source.u8(at) != 0x2F) {
                    throw Source.damaged("has a lossless WebP picture without its signature");
                }
                long bits = source.u32Little(at + 1);
                picture((int) (bits & SIDE) + 1, (int) (bits >> 14 & SIDE) + 1);
            }
            case "ANMF" -> {
                if (count < FRAME_HEAD) {
                    throw Source.damaged("has a WebP frame that is cut off");
                }
                chunks(at + FRAME_HEAD, at + count);
            }
            default -> source.require(at, count);
        }
    }

    private void picture(int across, int down) {
        limits.checkPixels(across, down);
        picture = true;
        if (width == 0) {
            size(across, down);
        }
    }

    private void size(int across, int down) {
        limits.checkPixels(across, down);
        width = across;
        height = down;
    }
}
