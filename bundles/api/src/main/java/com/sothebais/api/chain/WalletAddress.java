package com.sothebais.api.chain;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** A wallet: {@code 0x} and 40 hexadecimal digits, kept in lower case so that equal wallets are equal. */
public record WalletAddress(String value) {
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]{40}");

    public WalletAddress {
        Objects.requireNonNull(value, "value");
        value = value.toLowerCase(Locale.ROOT);
        if (!ADDRESS.matcher(value).matches()) {
            throw new IllegalArgumentException("expected 0x and 40 hexadecimal digits, got '" + value + "'");
        }
    }

    /** For people: {@code 0x12ab…89ef}. */
    public String shortened() {
        return value.substring(0, 6) + "…" + value.substring(38);
    }

    @Override
    public String toString() {
        return value;
    }
}
