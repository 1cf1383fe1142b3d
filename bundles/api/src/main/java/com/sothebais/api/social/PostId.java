package com.sothebais.api.social;

import java.util.Objects;

/** A post on a network; the same post delivered twice has the same id. */
public record PostId(String network, String id) {
    public PostId {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(id, "id");
        if (network.isBlank() || id.isBlank() || network.contains("/")) {
            throw new IllegalArgumentException("post needs network and id, got '" + network + "/" + id + "'");
        }
    }

    @Override
    public String toString() {
        return network + "/" + id;
    }
}
