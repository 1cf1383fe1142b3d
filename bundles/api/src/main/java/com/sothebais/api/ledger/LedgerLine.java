package com.sothebais.api.ledger;

import java.time.Instant;
import java.util.Objects;

/**
 * One bid and its verdict, without its place in the chain.
 *
 * @param auction the auction's id
 * @param at when the verdict was given, UTC
 * @param post network and id of the post, {@code network/id}
 * @param bidder network and id of the account, {@code network/id}
 * @param verdict {@code ACCEPTED} or the reason code of the refusal
 * @param amountUnits the amount in smallest units, empty when the post named none
 * @param currency code of the lot's currency
 */
public record LedgerLine(
        String auction, Instant at, String post, String bidder, String verdict, String amountUnits, String currency) {
    public LedgerLine {
        Objects.requireNonNull(auction, "auction");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(post, "post");
        Objects.requireNonNull(bidder, "bidder");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(amountUnits, "amountUnits");
        Objects.requireNonNull(currency, "currency");
    }
}
