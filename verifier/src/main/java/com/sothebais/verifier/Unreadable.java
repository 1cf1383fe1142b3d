package com.sothebais.verifier;

/** What was given is no ledger at all, so nothing can be said about it; the message is one sentence for people. */
final class Unreadable extends RuntimeException {
    Unreadable(String sentence) {
        super(sentence, null, false, false);
    }
}
