package com.sothebais.api.chain;

import java.util.Objects;

/** Makes a settlement happen exactly once on the chain: the same id is never executed twice. Equals the auction's id. */
public record SettlementId(String value) {
    public SettlementId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value;
    }
}
