package com.sothebais.api.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A line in its place: its hash covers its index, the hash before it and every field, so that no line can be changed, moved,
 * inserted or removed unnoticed.
 *
 * @param index from 0
 * @param previous hash of the entry before, {@link Hash#GENESIS} for the first
 */
public record LedgerEntry(int index, Hash previous, LedgerLine line, Hash hash) {
    public LedgerEntry {
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(hash, "hash");
    }

    /** Chains a line behind {@code previous}. */
    public static LedgerEntry chain(int index, Hash previous, LedgerLine line) {
        return new LedgerEntry(index, previous, line, hashOf(index, previous, line));
    }

    /** Whether the hash is what the fields say. */
    public boolean isIntact() {
        return hash.equals(hashOf(index, previous, line));
    }

    /**
     * SHA-256 over: the previous hash (32 bytes), the index (4 bytes, big-endian), the instant as microseconds since
     * 1970-01-01T00:00:00Z (8 bytes, big-endian), then auction, post, bidder, verdict, amount and currency, each as UTF-8
     * behind its length in bytes (4 bytes, big-endian).
     */
    private static Hash hashOf(int index, Hash previous, LedgerLine line) {
        MessageDigest digest = sha256();
        digest.update(HexFormat.of().parseHex(previous.hex()));
        long micros = line.at().getEpochSecond() * 1_000_000 + line.at().getNano() / 1_000;
        digest.update(ByteBuffer.allocate(12).putInt(index).putLong(micros).array());
        for (String field : new String[] {
            line.auction(), line.post(), line.bidder(), line.verdict(), line.amountUnits(), line.currency()
        }) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return new Hash(HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
