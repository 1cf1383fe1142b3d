package com.sothebais.web.internal.json;

import com.sothebais.api.auction.Reason;

/** Says in a few words why a bid does not count. */
final class ReasonText {
    private ReasonText() {}

    static String of(Reason reason) {
        return switch (reason) {
            case TOO_LOW -> "below the next minimum";
            case UNSUPPORTED_CURRENCY -> "wrong currency for this lot";
            case UNREADABLE -> "not readable as a bid";
            case AMBIGUOUS -> "can be read in more than one way";
            case EDITED -> "edits never bid";
            case PAUSED -> "the lot is paused";
            case AUCTION_CLOSED -> "the lot was closed";
            case NO_OPEN_LOT -> "no such lot is open";
            case MAX_BID_IN_PUBLIC -> "maximum bids are not set in public";
            case RETRACTION -> "bids are binding";
            case RATE_LIMITED -> "too many posts in a short time";
            case CONFIRM_LARGE -> "far above the price, waits for a confirming reply";
            case CONFIRM_WORDS -> "waits for the amount in figures";
            case NEEDS_WALLET -> "no wallet is linked";
            case NEEDS_FUNDS -> "not enough free money in escrow";
        };
    }
}
