package com.sothebais.simulation.oracle;

/** What the oracle looks at; a shortened run must still break the same one. */
public enum Invariant {
    /** A bid leads exactly when the published rules say so, and a refusal names a reason that is true. */
    VERDICT,
    /** The outcome is what the bids, the reserve and the overrides give, once. */
    OUTCOME,
    /** Every post gets one verdict or is heard; nothing acknowledged is lost. */
    ONE_ANSWER,
    /** Posts that wait together are judged in the order of the network's time. */
    TURN,
    /** Nothing is recorded that nobody said or did. */
    INVENTED,
    /** Prices ascend, except after a void. */
    PRICE,
    /** No money is promised twice, and the books add up. */
    MONEY,
    /** Ends never move back, closed lots stay closed, sessions move on by one. */
    CLOCK,
    /** What is due is done by the next step that works. */
    PUNCTUAL,
    /** Sequences have no gaps and the instants of a stream never go back. */
    STREAM,
    /** The ledger of a lot holds and its root is the published one. */
    LEDGER,
    /** The log, read again, gives the state as it is. */
    REPLAY,
    /** A private maximum stays private. */
    SECRET,
    /** The engine failed in a way that its contract does not know. */
    ENGINE
}
