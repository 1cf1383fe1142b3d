package com.sothebais.verifier;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** The bytes that an entry's hash covers, as docs/ledger.md gives them. */
final class Encoding {
    /** What the first entry follows, and the root of a ledger without entries. */
    static final String GENESIS = "0".repeat(64);

    private Encoding() {}

    static byte[] bytes(String auction, int index, LedgerFile.Entry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(HexFormat.of().parseHex(entry.previous()));
            out.writeInt(index);
            Instant at = Instant.parse(entry.at());
            out.writeLong(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000);
            for (String field : new String[] {
                auction, entry.post(), entry.bidder(), entry.verdict(), entry.amountUnits(), entry.currency()
            }) {
                byte[] utf8 = field.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
