package com.sothebais.api.ledger;

import java.util.Objects;

/** A SHA-256 hash as 64 lower-case hexadecimal digits. */
public record Hash(String hex) {
    private static final int DIGITS = 64;

    /** What the first entry of a ledger follows: 64 zeros. */
    public static final Hash GENESIS = new Hash("0".repeat(64));

    public Hash {
        Objects.requireNonNull(hex, "hex");
        if (!isSha256(hex)) {
            throw new IllegalArgumentException("expected 64 hexadecimal digits, got '" + hex + "'");
        }
    }

    /** By hand: a hash is made for every bid that is read from the log. */
    private static boolean isSha256(String hex) {
        boolean right = hex.length() == DIGITS;
        for (int i = 0; right && i < DIGITS; i++) {
            char c = hex.charAt(i);
            right = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
        }
        return right;
    }

    @Override
    public String toString() {
        return hex;
    }
}
