package com.sothebais.stream.scene;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.sothebais.api.stream.Content.Code;

/** Addresses as QR codes (ISO/IEC 18004). */
final class QrCode {
    private QrCode() {}

    /** With 15 % of its words to spare, which outlives video compression without making the modules small. */
    static Code of(String address, int dark, int light) {
        try {
            ByteMatrix matrix = Encoder.encode(address, ErrorCorrectionLevel.M).getMatrix();
            int edge = matrix.getWidth();
            StringBuilder modules = new StringBuilder(edge * edge);
            for (int row = 0; row < edge; row++) {
                for (int column = 0; column < edge; column++) {
                    modules.append(matrix.get(column, row) == 1 ? '#' : '.');
                }
            }
            return new Code(edge, modules.toString(), dark, light);
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds an address of " + address.length() + " letters", e);
        }
    }
}
