package com.sothebais.api.auction;

import com.sothebais.api.money.Money;

/** How an auction ended. */
public sealed interface Outcome {

    /** The highest bidder pays the price and gets the token. */
    record Sold(Bidder winner, Money price) implements Outcome {}

    /** Not sold; the token stays with the seller. */
    record Returned(Cause cause) implements Outcome {}

    /** Why a lot is returned. */
    enum Cause {
        NO_BIDS,
        RESERVE_NOT_MET,
        /** An admin ended it without a sale. */
        CANCELLED,
        /** Nobody who bid enough could pay. */
        UNPAID
    }
}
