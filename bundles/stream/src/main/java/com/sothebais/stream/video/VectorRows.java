package com.sothebais.stream.video;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.I2B;
import static jdk.incubator.vector.VectorOperators.LSHR;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** As many pixels at a time as a register of the machine holds. Cannot be loaded where its registers are too narrow. */
final class VectorRows implements PixelRows {
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(INTS.vectorBitSize() / 4));
    private static final int LANES = INTS.length();
    private static final VectorShuffle<Integer> EVEN = VectorShuffle.fromOp(INTS, lane -> 2 * lane % LANES);
    private static final VectorShuffle<Integer> ODD = VectorShuffle.fromOp(INTS, lane -> (2 * lane + 1) % LANES);
    private static final VectorMask<Integer> UPPER_HALF = VectorMask.fromLong(INTS, -1L << LANES / 2);
    private static final int BYTE = 0xFF;
    private static final int RED_BLUE = 0xFF00FF;

    private int[] redBlues = {};
    private int[] greens = {};

    @Override
    public void luma(int[] pixels, int start, int width, byte[] row) {
        int end = INTS.loopBound(width);
        for (int i = 0; i < end; i += LANES) {
            IntVector pixel = IntVector.fromArray(INTS, pixels, start + i);
            IntVector sum = pixel.lanewise(LSHR, 16)
                    .and(BYTE)
                    .mul(Y_R)
                    .add(pixel.lanewise(LSHR, 8).and(BYTE).mul(Y_G))
                    .add(pixel.and(BYTE).mul(Y_B))
                    .add(Y_BASE);
            bytes(sum.lanewise(LSHR, SHIFT)).intoArray(row, i);
        }
        PlainRows.luma(pixels, start, end, width, row);
    }

    @Override
    public void chroma(int[] pixels, int upper, int lower, int width, byte[] u, byte[] v) {
        int end = width / (2 * LANES) * (2 * LANES);
        if (redBlues.length < end / 2) {
            redBlues = new int[end / 2];
            greens = new int[end / 2];
        }
        // In three short loops, because the compiler gives up on one long one.
        sums(pixels, upper, lower, end);
        weigh(end / 2, U_R, U_G, UV, u);
        weigh(end / 2, UV, V_G, V_B, v);
        PlainRows.chroma(pixels, upper, lower, end, width, u, v);
    }

    /** Of each four pixels: red and blue in one number, and green. */
    private void sums(int[] pixels, int upper, int lower, int width) {
        for (int i = 0; i < width; i += 2 * LANES) {
            IntVector a = IntVector.fromArray(INTS, pixels, upper + i);
            IntVector b = IntVector.fromArray(INTS, pixels, upper + i + LANES);
            IntVector c = IntVector.fromArray(INTS, pixels, lower + i);
            IntVector d = IntVector.fromArray(INTS, pixels, lower + i + LANES);
            pairs(a.and(RED_BLUE).add(c.and(RED_BLUE)), b.and(RED_BLUE).add(d.and(RED_BLUE)))
                    .intoArray(redBlues, i / 2);
            pairs(green(a).add(green(c)), green(b).add(green(d))).intoArray(greens, i / 2);
        }
    }

    private void weigh(int count, int ofRed, int ofGreen, int ofBlue, byte[] row) {
        for (int i = 0; i < count; i += LANES) {
            IntVector redBlue = IntVector.fromArray(INTS, redBlues, i);
            IntVector sum = redBlue.lanewise(LSHR, 16)
                    .mul(ofRed)
                    .add(IntVector.fromArray(INTS, greens, i).mul(ofGreen))
                    .add(redBlue.and(0xFFFF).mul(ofBlue))
                    .add(UV_BASE);
            bytes(sum.lanewise(ASHR, UV_SHIFT)).intoArray(row, i);
        }
    }

    private static IntVector green(IntVector pixel) {
        return pixel.lanewise(LSHR, 8).and(BYTE);
    }

    /** Sums of neighbours, those of the first vector in the lower half. */
    private static IntVector pairs(IntVector first, IntVector second) {
        IntVector even = first.rearrange(EVEN).blend(second.rearrange(EVEN), UPPER_HALF);
        IntVector odd = first.rearrange(ODD).blend(second.rearrange(ODD), UPPER_HALF);
        return even.add(odd);
    }

    private static ByteVector bytes(IntVector values) {
        return (ByteVector) values.convertShape(I2B, BYTES, 0);
    }
}
