package com.sothebais.auction.grammar;

import java.util.IdentityHashMap;
import java.util.Map;

/** A word of the grammar with everything it can do. Immutable once the vocabulary is loaded. */
final class Word {
    /** Every word that the grammar does not know. */
    static final Word UNKNOWN = new Word("", 0, null);

    private final String text;
    private final char[] letters;
    private final int hash;
    private final long roles;
    private final Units.Unit unit;
    private Map<Word, Word> phrases;
    private boolean endsPhrase;

    /**
     * @param text lower case
     * @param roles bits of {@link Role}
     * @param unit the money it names, or null
     */
    Word(String text, long roles, Units.Unit unit) {
        this.text = text;
        this.letters = text.toCharArray();
        this.hash = text.hashCode();
        this.roles = roles;
        this.unit = unit;
    }

    /** Whether it is written there, in any case. {@code lowerHash} is that of the lower-case letters, and rules most words out. */
    boolean isAt(char[] written, int from, int to, int lowerHash) {
        if (hash != lowerHash || letters.length != to - from) {
            return false;
        }
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] != Characters.lower(written[from + i])) {
                return false;
            }
        }
        return true;
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
        return phrases == null || !next.endsPhrase ? this : phrases.getOrDefault(next, this);
    }

    /** Only for loading. */
    void join(Word next, long rolesOfBoth) {
        if (phrases == null) {
            phrases = new IdentityHashMap<>();
        }
        next.endsPhrase = true;
        phrases.put(next, new Word(text + " " + next.text, rolesOfBoth, unit));
    }
}
