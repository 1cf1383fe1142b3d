package com.sothebais.asset.library;

import com.sothebais.api.asset.AssetUse;
import com.sothebais.api.auction.AuctionEvent.CampaignPublished;
import com.sothebais.api.auction.Campaign;
import com.sothebais.api.event.Event;
import java.util.List;

/** Which contents a fact brings into use: the artwork of the lots of a published campaign. */
public final class LotUses {
    private LotUses() {}

    public static List<UsedContent> of(Event event) {
        if (!(event instanceof CampaignPublished published)) {
            return List.of();
        }
        Campaign campaign = published.campaign();
        return campaign.lots().stream()
                .map(lot -> new UsedContent(
                        lot.artwork(),
                        new AssetUse(
                                "lot",
                                campaign.id().value() + "/" + lot.number(),
                                "Lot " + lot.number() + " \"" + lot.title() + "\" of " + campaign.name())))
                .toList();
    }
}
