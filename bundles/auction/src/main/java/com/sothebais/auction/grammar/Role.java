package com.sothebais.auction.grammar;

/** What a word can do in a bid; a word may have several roles. The words are in {@code vocabulary.txt}. */
enum Role {
    /** States a bid by itself. */
    VERB,
    /** States a bid only right after "I'll" and the like. */
    WEAK,
    /** Speaks about bidding but is never a command. */
    NOUN,
    /** Stands before a weak verb. */
    SUBJECT,
    NEGATION,
    CONDITION,
    REPORT,
    JOKE,
    ASK,
    RETRACT,
    /** What a retraction is about. */
    MINE,
    MIN,
    MAX,
    RAISE,
    BY,
    MORE,
    MULTIPLE,
    PAID,
    CONFIRM,
    LOT,
    RANGE,
    /** May stand before the verb in its clause. */
    LEAD,
    /** May stand between verb and amount. */
    LINK,
    /** May stand right after the amount. */
    TAIL,
    /** Turns what follows the amount into a remark. */
    REMARK,
    /** Changes the currency it stands behind. */
    VARIANT
}
