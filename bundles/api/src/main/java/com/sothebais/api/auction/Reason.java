package com.sothebais.api.auction;

/** Why a post is no accepted bid. The names are stable codes: they stand in the ledger, in REST answers and in reports. */
public enum Reason {
    /** Less than the next valid amount. */
    TOO_LOW(Verdict.REJECTED),
    /** The lot takes another currency. */
    UNSUPPORTED_CURRENCY(Verdict.REJECTED),
    /** The post cannot be a bid as written: no amount, bad number, hidden characters and the like. */
    UNREADABLE(Verdict.REJECTED),
    /** Money was meant but could be read in more than one way; the host asks. */
    AMBIGUOUS(Verdict.REJECTED),
    /** An edit never bids; the first version counts. */
    EDITED(Verdict.REJECTED),
    /** The lot was closed when the post was made. */
    AUCTION_CLOSED(Verdict.REJECTED),
    /** The lot is paused; bid again when it goes on. */
    PAUSED(Verdict.REJECTED),
    /** No lot is open, or the lot that was named is not. */
    NO_OPEN_LOT(Verdict.REJECTED),
    /** Maximum bids are set from the wallet page, never in public. */
    MAX_BID_IN_PUBLIC(Verdict.REJECTED),
    /** Bids are binding and cannot be taken back. */
    RETRACTION(Verdict.REJECTED),
    /** Too many posts of this bidder in a short time. */
    RATE_LIMITED(Verdict.REJECTED),
    /** Far above the price; counts once the bidder confirms it with a reply. */
    CONFIRM_LARGE(Verdict.NEEDS_CONFIRMATION),
    /** The amount was in words or worded as a question; counts once the bidder repeats it in figures. */
    CONFIRM_WORDS(Verdict.NEEDS_CONFIRMATION),
    /** The account has no linked wallet. */
    NEEDS_WALLET(Verdict.NEEDS_WALLET),
    /** The escrow holds less free money of the bidder than the bid. */
    NEEDS_FUNDS(Verdict.NEEDS_FUNDS);

    /** The kinds of verdict a bidder can get. */
    public enum Verdict {
        ACCEPTED,
        REJECTED,
        NEEDS_CONFIRMATION,
        NEEDS_WALLET,
        NEEDS_FUNDS
    }

    private final Verdict verdict;

    Reason(Verdict verdict) {
        this.verdict = verdict;
    }

    public Verdict verdict() {
        return verdict;
    }
}
