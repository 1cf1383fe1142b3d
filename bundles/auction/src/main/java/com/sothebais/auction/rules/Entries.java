package com.sothebais.auction.rules;

import com.sothebais.api.ledger.LedgerEntry;
import com.sothebais.api.ledger.LedgerLine;
import com.sothebais.api.money.Money;
import com.sothebais.api.social.AccountId;
import com.sothebais.api.social.PostId;
import java.time.Instant;
import java.util.Optional;

/** Writes the next line of a lot's ledger. Pure. */
public final class Entries {

    /** Verdict of a bid that leads. */
    public static final String ACCEPTED = "ACCEPTED";

    /** Verdict of a bid that an admin took back; the line repeats the post and the amount of the bid. */
    public static final String VOIDED = "VOIDED";

    private Entries() {}

    /** Whose bid it was. */
    public record Source(PostId post, AccountId bidder) {}

    /** The entry behind the last one of the lot. */
    public static LedgerEntry next(LotState lot, Source source, String verdict, Optional<Money> amount, Instant at) {
        LedgerLine line = new LedgerLine(
                lot.plan().auction().value(),
                at,
                source.post().toString(),
                source.bidder().toString(),
                verdict,
                amount.map(money -> money.units().toString()).orElse(""),
                lot.rules().currency().code());
        return LedgerEntry.chain(lot.chain().entries(), lot.chain().head(), line);
    }
}
