package com.sothebais.verifier;

import java.util.Optional;

/**
 * What a check came to.
 *
 * @param entry index of the first broken entry; empty when none is, or when the flaw is not in an entry
 * @param field the field that is wrong, empty when intact
 * @param sentence says it to people, without a full stop
 * @param root the hash of the last entry as computed here; empty when an entry is broken
 * @param entries how many entries there are
 * @param highest the highest bid that stands, empty when none does
 * @param note something odd that is no flaw
 */
record Finding(
        Verdict verdict,
        Optional<Integer> entry,
        Optional<String> field,
        String sentence,
        Optional<String> root,
        int entries,
        Optional<Bid> highest,
        Optional<String> note) {

    /** The kinds of outcome; the exit codes of the command are their places. */
    enum Verdict {
        INTACT,
        BROKEN,
        UNREADABLE
    }

    /** @param units smallest units of the currency */
    record Bid(String post, String bidder, String units, String currency) {}

    static Finding unreadable(String sentence) {
        return new Finding(
                Verdict.UNREADABLE,
                Optional.empty(),
                Optional.empty(),
                sentence,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty());
    }
}
