package com.sothebais.auction.rules;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.chain.SettlementId;
import com.sothebais.auction.rules.LotState.Fate;

/** What the end of a settlement means for its lot. */
final class Settlements {

    private Settlements() {}

    /** The money has left the escrow; unknown settlements, for example of an older log, change nothing. */
    static void paid(Floor floor, SettlementId settlement) {
        for (LotState lot : floor.lots()) {
            boolean owed = lot.result().fate() == Fate.OWED;
            if (owed && lot.plan().auction().settlement(lot.result().round()).equals(settlement)) {
                floor.put(lot.with(lot.result().with(Fate.DONE)));
            }
        }
    }

    /** The winner owes nothing any more, and somebody has to decide what follows. */
    static void refused(Floor floor, AuctionId auction) {
        floor.lot(auction)
                .filter(lot -> lot.result().fate() == Fate.OWED)
                .ifPresent(lot -> floor.put(lot.with(lot.result().with(Fate.REFUSED))));
    }
}
