package com.sothebais.auction.rules;

import com.sothebais.api.agent.HostEvent.Posted;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.PostId;
import com.sothebais.auction.rules.LotState.Pending;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers which posts of the host open a lot and which ask for a yes, so that an answer to one needs no lot number. */
final class Threads {

    /** How the keys of opening posts begin; the lot's id and the network follow. */
    private static final String OPENED = "lot-opened/";

    private Threads() {}

    static void take(Floor floor, Posted posted) {
        for (LotState lot : floor.openLots()) {
            AuctionId id = lot.plan().auction();
            if (posted.key().startsWith(OPENED + id + "/")) {
                floor.answers(posted.post(), id);
            }
            posted.replyTo().ifPresent(bid -> asked(floor, lot, bid, posted.post()));
        }
    }

    private static void asked(Floor floor, LotState lot, PostId bid, PostId question) {
        for (Map.Entry<AccountId, Pending> waiting : lot.lead().pending().entrySet()) {
            if (waiting.getValue().post().equals(bid)) {
                Map<AccountId, Pending> pending = new LinkedHashMap<>(lot.lead().pending());
                pending.put(waiting.getKey(), waiting.getValue().askedBy(question));
                floor.put(lot.with(lot.lead().with(pending)));
                return;
            }
        }
    }
}
