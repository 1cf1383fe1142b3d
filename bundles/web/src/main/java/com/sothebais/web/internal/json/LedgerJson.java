package com.sothebais.web.internal.json;

import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.ledger.LedgerEntry;
import com.sothebais.api.ledger.LedgerLine;
import java.util.List;

/**
 * The ledger of a lot, complete enough to compute every hash again.
 *
 * @param flaw what is wrong with the first broken entry, {@code null} when the chain holds
 */
public record LedgerJson(String auction, String root, String flaw, List<EntryJson> entries) {

    /** A line in its place. */
    public record EntryJson(int index, String previous, String hash, LedgerLineJson line) {}

    /**
     * What the hash covers, besides index and previous hash.
     *
     * @param amountUnits smallest units, empty when the post named none
     */
    public record LedgerLineJson(
            String at, String post, String bidder, String verdict, String amountUnits, String currency) {}

    public static LedgerJson of(Ledger ledger) {
        return new LedgerJson(
                ledger.auction(),
                ledger.root().hex(),
                ledger.flaw().orElse(null),
                ledger.entries().stream().map(LedgerJson::entry).toList());
    }

    private static EntryJson entry(LedgerEntry entry) {
        LedgerLine line = entry.line();
        return new EntryJson(
                entry.index(),
                entry.previous().hex(),
                entry.hash().hex(),
                new LedgerLineJson(
                        line.at().toString(),
                        line.post(),
                        line.bidder(),
                        line.verdict(),
                        line.amountUnits(),
                        line.currency()));
    }
}
