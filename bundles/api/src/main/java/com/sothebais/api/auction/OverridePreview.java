package com.sothebais.api.auction;

import java.util.List;
import java.util.Objects;

/**
 * What an override would do now.
 *
 * @param basis names the state it was made on; an override is refused when the lot has changed since
 * @param effects one sentence each, at least one
 */
public record OverridePreview(AuctionId auction, LotOverride override, String basis, List<String> effects) {
    public OverridePreview {
        Objects.requireNonNull(auction, "auction");
        Objects.requireNonNull(override, "override");
        Objects.requireNonNull(basis, "basis");
        effects = List.copyOf(effects);
    }
}
