package com.sothebais.api.asset;

import java.util.Objects;

/**
 * A place where an asset is shown.
 *
 * @param kind of the place, for example {@code lot} or {@code layout}, lower case
 * @param place identifies it among its kind, for example {@code spring/7} for lot 7 of the campaign {@code spring}
 * @param label for people, for example {@code Lot 7 "Koi" of Spring}
 */
public record AssetUse(String kind, String place, String label) {
    public AssetUse {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(label, "label");
    }
}
