package com.sothebais.api.asset;

import java.util.Objects;
import java.util.regex.Pattern;

/** SHA-256 of the content in lower-case hexadecimal. */
public record AssetId(String value) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public AssetId {
        Objects.requireNonNull(value, "value");
        if (!SHA256.matcher(value).matches()) {
            throw new IllegalArgumentException("expected 64 hexadecimal digits, got '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
