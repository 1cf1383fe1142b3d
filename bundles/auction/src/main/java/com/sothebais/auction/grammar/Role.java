package com.sothebais.auction.grammar;

/** What a word can do in a bid; a word may have several roles. The words are in {@code vocabulary.txt}. */
enum Role {
    /** States a bid by itself. */
    VERB,
    /** States a bid only right after "I'll" and the like. */
    WEAK,
    /** Speaks about bidding but is never a command. */
    NOUN,
    /** A noun that states a bid only right behind "my". */
    OFFER,
    /** Stands before a weak verb. */
    SUBJECT,
    /** Says whose it is: the author's. */
    MY,
    IS,
    /** May stand between "my" and "bid". */
    QUALITY,
    NEGATION,
    CONDITION,
    REPORT,
    JOKE,
    ASK,
    /** Ends a question in languages that have a word for it. */
    ASKS,
    RETRACT,
    /** What a retraction is about. */
    MINE,
    MIN,
    MAX,
    RAISE,
    /** "up" raises only when nothing else is said. */
    UP,
    BY,
    TO,
    MORE,
    MULTIPLE,
    PERCENT,
    /** Everything somebody has. */
    ALL,
    PAID,
    CONFIRM,
    LOT,
    /** A word for a lot that stands directly before its number: "token 7" is no lot 7. */
    NUMBERED,
    /** Several lots follow. */
    LOTS,
    /** Stands between "lot" and its number: no, nr. */
    ORDINAL,
    AND,
    OR,
    BETWEEN,
    RANGE,
    /** May stand before the verb in its clause. */
    LEAD,
    /** May stand between verb and amount. */
    LINK,
    /** Between verb and amount without a currency; elsewhere such a number may be anything. */
    DIRECT,
    /** May stand behind the amount. */
    TAIL,
    /** Begins what the bid is for: "for", "on". */
    OBJECT,
    /** What a lot may be called. */
    THING,
    /** Makes what follows the amount a remark on it. */
    REMARK,
    /** Changes the currency it stands beside. */
    VARIANT,
    /** Stands between a number and its unit in Chinese and the like. */
    COUNTER,
    REPOST,
    /** May stand beside "paid" in a claim of payment. */
    CLAIM,
    /** Begins a noun: "a bid of 3 eth" is none, unless somebody makes it. */
    ARTICLE,
    /** Makes "a bid" a bid. */
    DOING,
    /** Speaks about the post itself, or takes back what stands in another sentence: whatever is bid beside it is asked back. */
    DOUBT,
    /** Admires an amount that stands alone: "wow 5 eth". */
    AWE,
    /** Says nothing in a sentence of its own. */
    NICE;

    /** This role in a set of roles. */
    long bit() {
        return 1L << ordinal();
    }

    static long mask(Role... roles) {
        long mask = 0;
        for (Role role : roles) {
            mask |= role.bit();
        }
        return mask;
    }
}
