package com.sothebais.api.social;

import java.util.Objects;

/**
 * A network account.
 *
 * @param network name of the network, for example {@code sandbox}; lower case, without a slash
 * @param id the network's own stable id; handles change, ids do not
 */
public record AccountId(String network, String id) {
    public AccountId {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(id, "id");
        if (network.isBlank() || id.isBlank() || network.contains("/")) {
            throw new IllegalArgumentException("account needs network and id, got '" + network + "/" + id + "'");
        }
    }

    @Override
    public String toString() {
        return network + "/" + id;
    }
}
