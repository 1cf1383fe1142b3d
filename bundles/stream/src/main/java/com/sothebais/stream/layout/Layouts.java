package com.sothebais.stream.layout;

import com.sothebais.api.auction.CampaignId;
import java.util.Optional;

/** The layouts that may be on air. Thread-safe. */
public interface Layouts {

    /** The layout for now; the same object until there is another one. */
    Layout current(Optional<CampaignId> campaign);

    /**
     * Takes a layout off the air that could not be composed.
     *
     * @return the one to go on with
     */
    Layout failed(Layout layout, RuntimeException why);
}
