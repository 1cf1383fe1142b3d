package com.sothebais.api.chain;

import java.util.Objects;
import java.util.regex.Pattern;

/** A transaction: {@code 0x} and 64 lower-case hexadecimal digits. */
public record TxHash(String value) {
    private static final Pattern HASH = Pattern.compile("0x[0-9a-f]{64}");

    public TxHash {
        Objects.requireNonNull(value, "value");
        if (!HASH.matcher(value).matches()) {
            throw new IllegalArgumentException("expected 0x and 64 hexadecimal digits, got '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
