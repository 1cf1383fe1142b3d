package com.sothebais.asset.check;

import com.sothebais.api.asset.AssetRefusedException;
import com.sothebais.api.asset.AssetRefusedException.Reason;

/**
 * What is allowed.
 *
 * @param bytes of a file
 * @param pixels width times height, of a whole picture and of each frame
 * @param svgNodes elements of an SVG, copies by {@code use} counted
 */
public record Limits(long bytes, long pixels, int svgNodes) {
    private static final long MEGA = 1024 * 1024;

    /** 50 MB, 50 megapixels, 20,000 elements. */
    public static final Limits DEFAULT = new Limits(50 * MEGA, 50_000_000, 20_000);

    /** A refusal that names the limit {@code upload.max.megabytes}. */
    public AssetRefusedException tooManyBytes(long actual) {
        return new AssetRefusedException(
                Reason.LIMIT_BYTES,
                "The file is larger than " + bytes + " bytes; make it smaller, or raise 'upload.max.megabytes' in"
                        + " etc/com.sothebais.asset.cfg.",
                bytes,
                actual);
    }

    void checkPixels(long width, long height) {
        if (width < 1 || height < 1) {
            throw new AssetRefusedException(
                    Reason.DAMAGED, "The picture is " + width + "x" + height + " pixels; export it again.");
        }
        if (width > pixels || height > pixels || width * height > pixels) {
            throw new AssetRefusedException(
                    Reason.LIMIT_PIXELS,
                    "The picture is " + width + "x" + height + ", more than " + pixels
                            + " pixels; scale it down, or raise 'pixels.max.millions' in etc/com.sothebais.asset.cfg.",
                    pixels,
                    saturated(width, height));
        }
    }

    void checkNodes(long nodes) {
        if (nodes > svgNodes) {
            throw new AssetRefusedException(
                    Reason.LIMIT_SVG_NODES,
                    "The SVG has more than " + svgNodes + " elements, copies by <use> counted; simplify it, or raise"
                            + " 'svg.nodes.max' in etc/com.sothebais.asset.cfg.",
                    svgNodes,
                    nodes);
        }
    }

    private static long saturated(long width, long height) {
        return Math.multiplyHigh(width, height) == 0 && width * height >= 0 ? width * height : Long.MAX_VALUE;
    }
}
