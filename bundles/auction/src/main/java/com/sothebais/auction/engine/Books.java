package com.sothebais.auction.engine;

import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.social.PostId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The auctioneer's tables beside the log: written with it in one transaction, read for ledgers and repeated posts. */
public interface Books {

    /** Writes the rows of a batch; a post that is there already fails the whole transaction. */
    void write(List<Batch.Row> rows, Connection connection) throws SQLException;

    /** Those of the posts that were taken before. */
    Set<PostId> seen(Collection<PostId> posts);

    /** The ledger of a lot so far; empty of entries when there are none. */
    Ledger ledger(AuctionId auction);
}
