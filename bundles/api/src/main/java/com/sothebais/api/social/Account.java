package com.sothebais.api.social;

import java.util.Objects;

/**
 * An account as its owner shows it. Only {@code id} identifies; the handle is for addressing and the display name is not to be
 * trusted.
 *
 * @param handle without the leading {@code @}
 */
public record Account(AccountId id, String handle, String displayName) {
    public Account {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(displayName, "displayName");
    }
}
