package com.sothebais.api.chain;

import java.util.Locale;
import java.util.Objects;

/** A wallet: {@code 0x} and 40 hexadecimal digits, kept in lower case so that equal wallets are equal. */
public record WalletAddress(String value) {
    private static final String PREFIX = "0x";
    private static final int LENGTH = PREFIX.length() + 40;

    public WalletAddress {
        Objects.requireNonNull(value, "value");
        value = value.toLowerCase(Locale.ROOT);
        if (!isAddress(value)) {
            throw new IllegalArgumentException("expected 0x and 40 hexadecimal digits, got '" + value + "'");
        }
    }

    /** By hand: wallets are made for every bid that is read from the log. */
    private static boolean isAddress(String value) {
        boolean right = value.length() == LENGTH && value.startsWith(PREFIX);
        for (int i = PREFIX.length(); right && i < LENGTH; i++) {
            char c = value.charAt(i);
            right = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
        }
        return right;
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
