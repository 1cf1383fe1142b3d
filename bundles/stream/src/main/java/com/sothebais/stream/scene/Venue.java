package com.sothebais.stream.scene;

import java.util.Objects;
import java.util.Optional;

/**
 * What viewers are told of where the show takes place.
 *
 * @param handle the host's account as bidders address it, without the leading {@code @}
 * @param walletPage address where bidders link a wallet and deposit
 */
public record Venue(String handle, Optional<String> walletPage) {
    public Venue {
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(walletPage, "walletPage");
    }
}
