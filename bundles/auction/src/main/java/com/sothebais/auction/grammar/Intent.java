package com.sothebais.auction.grammar;

/** What somebody wants who wrote a post. */
public enum Intent {
    /** A stated amount. */
    BID,
    /** The least that counts, whatever it is when the post arrives. */
    BID_MIN,
    /** The price plus a stated amount. */
    RAISE,
    /** A private maximum said in public. */
    MAX_BID,
    /** Yes to the question whether a large bid is meant. */
    CONFIRM,
    /** Money was meant but could be read in more than one way. */
    AMBIGUOUS,
    /** A bid that cannot be one as written. */
    REJECT,
    /** A wish to take a bid back. */
    RETRACT,
    /** Says that money was sent. */
    PAYMENT_CLAIM,
    QUESTION,
    CHAT;

    /** Whether somebody who reads the post would say that it tries to bid. */
    public boolean meansMoney() {
        return switch (this) {
            case BID, BID_MIN, RAISE, MAX_BID, AMBIGUOUS, REJECT, RETRACT -> true;
            case CONFIRM, PAYMENT_CLAIM, QUESTION, CHAT -> false;
        };
    }
}
