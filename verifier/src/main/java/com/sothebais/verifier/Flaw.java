package com.sothebais.verifier;

/** What is wrong with the entry at hand; ends the check. */
final class Flaw extends RuntimeException {
    private final String field;

    Flaw(String field, String sentence) {
        super(sentence, null, false, false);
        this.field = field;
    }

    String field() {
        return field;
    }
}
