package com.sothebais.asset.check;

import com.sothebais.api.asset.NamedAsset.Shape;
import java.util.Set;

/** MP4, ISO/IEC 14496-12 and -14: boxes that fill the file, with a film header, samples and a track that is shown. */
final class Mp4Check {
    static final String FTYP = "ftyp";
    static final int FTYP_AT = 4;

    private static final int BOXES_MAX = 100_000;
    private static final int DEPTH_MAX = 8;
    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;
    private static final Set<String> BRANDS = Set.of(
            "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42", "avc1", "dash",
            "M4V ", "M4VH", "M4VP", "MSNV", "f4v ", "av01", "cmfc", "mmp4", "3gp4", "3gp5", "3gp6");
    private static final Set<String> NESTED = Set.of("moov", "trak", "mdia", "minf", "stbl");

    private final Source source;
    private final Limits limits;
    private Shape shape = Shape.UNKNOWN;
    private long[] header = {0, 0};
    private boolean film;
    private boolean samples;
    private int boxes;

    private Mp4Check(Source source, Limits limits) {
        this.source = source;
        this.limits = limits;
    }

    static Shape check(Source source, Limits limits) {
        if (!BRANDS.contains(source.ascii(HEAD, 4))) {
            throw Source.damaged("is of the MP4 kind '" + printable(source.ascii(HEAD, 4)) + "', which is not taken");
        }
        Mp4Check check = new Mp4Check(source, limits);
        check.boxes(0, source.length(), 0);
        if (!check.film || !check.samples) {
            throw Source.damaged("has no film in it or is cut off");
        }
        if (check.shape.width().isEmpty()) {
            throw Source.damaged("has no track with pictures");
        }
        return check.shape;
    }

    private void boxes(long from, long end, int depth) {
        if (depth > DEPTH_MAX) {
            throw Source.damaged("has MP4 boxes nested too deep");
        }
        long at = from;
        while (at < end) {
            if (++boxes > BOXES_MAX || end - at < HEAD) {
                throw Source.damaged("has broken MP4 boxes");
            }
            long size = source.u32(at);
            int head = HEAD;
            if (size == 1) {
                size = source.u32(at + HEAD) << 32 | source.u32(at + HEAD + 4);
                head = LONG_HEAD;
            } else if (size == 0 && depth == 0) {
                size = end - at;
            }
            if (size < head || size > end - at) {
                throw Source.damaged("is cut off or has an MP4 box of a wrong size");
            }
            box(source.ascii(at + 4, 4), at + head, at + size, depth);
            at += size;
        }
    }

    private void box(String kind, long at, long end, int depth) {
        film |= kind.equals("moov");
        samples |= kind.equals("mdat");
        if (NESTED.contains(kind)) {
            boxes(at, end, depth + 1);
        } else if (kind.equals("tkhd")) {
            // Width and height are the last two fields, whole pixels in the upper 16 bits.
            source.require(end - HEAD, HEAD);
            header = new long[] {source.u32(end - 8) >> 16, source.u32(end - 4) >> 16};
        } else if (kind.equals("hdlr") && source.has(at + 8, "vide")) {
            limits.checkPixels(header[0], header[1]);
            shape = Shape.of((int) header[0], (int) header[1]);
        }
    }

    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }
}
