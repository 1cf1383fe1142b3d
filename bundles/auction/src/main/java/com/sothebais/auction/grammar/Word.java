package com.sothebais.auction.grammar;

import java.util.IdentityHashMap;
import java.util.Map;

/** A word of the grammar with everything it can do. Immutable once the vocabulary is loaded. */
final class Word {
    /** Every word that the grammar does not know. */
    static final Word UNKNOWN = new Word("", 0, null);

    private final String text;
    private final long roles;
    private final Units.Unit unit;
    private Map<Word, Word> phrases;

    /**
     * @param text lower case
     * @param roles bits of {@link Role}
     * @param unit the money it names, or null
     */
    Word(String text, long roles, Units.Unit unit) {
        this.text = text;
        this.roles = roles;
        this.unit = unit;
    }

    String text() {
        return text;
    }

    long roles() {
        return roles;
    }

    Units.Unit unit() {
        return unit;
    }

    boolean is(Role role) {
        return (roles & role.bit()) != 0;
    }

    boolean isKnown() {
        return this != UNKNOWN;
    }

    /** This word together with the next one, which both are then: "up" before "to" is another thing than "up". */
    Word before(Word next) {
        return phrases == null ? this : phrases.getOrDefault(next, this);
    }

    /** Only for loading. */
    void join(Word next, long rolesOfBoth) {
        if (phrases == null) {
            phrases = new IdentityHashMap<>();
        }
        phrases.put(next, new Word(text + " " + next.text, rolesOfBoth, unit));
    }
}
