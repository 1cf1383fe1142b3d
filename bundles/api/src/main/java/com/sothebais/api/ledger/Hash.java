package com.sothebais.api.ledger;

import java.util.Objects;
import java.util.regex.Pattern;

/** A SHA-256 hash as 64 lower-case hexadecimal digits. */
public record Hash(String hex) {
    // Stands before GENESIS, whose construction needs it.
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** What the first entry of a ledger follows: 64 zeros. */
    public static final Hash GENESIS = new Hash("0".repeat(64));

    public Hash {
        Objects.requireNonNull(hex, "hex");
        if (!SHA256.matcher(hex).matches()) {
            throw new IllegalArgumentException("expected 64 hexadecimal digits, got '" + hex + "'");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
