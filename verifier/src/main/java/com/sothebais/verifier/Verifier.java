package com.sothebais.verifier;

import com.sothebais.verifier.Finding.Verdict;
import com.sothebais.verifier.LedgerFile.Entry;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks a ledger from its first entry to its root and stops at the first flaw. */
final class Verifier {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,9}");

    private final LedgerFile file;
    private final Standing standing = new Standing();
    private String head = Encoding.GENESIS;

    private Verifier(LedgerFile file) {
        this.file = file;
    }

    /**
     * Checks the text of a file.
     *
     * @param wantedRoot the root as published elsewhere, 64 lower-case hexadecimal digits
     */
    static Finding verify(String text, Optional<String> wantedRoot) {
        try {
            return new Verifier(LedgerFile.read(text)).run(wantedRoot);
        } catch (Unreadable e) {
            return Finding.unreadable(e.getMessage());
        }
    }

    private Finding run(Optional<String> wantedRoot) {
        for (int i = 0; i < file.entries().size(); i++) {
            try {
                check(i, file.entries().get(i));
            } catch (Flaw flaw) {
                return broken(Optional.of(i), flaw.field(), "entry " + i + ": " + flaw.getMessage(), Optional.empty());
            }
        }
        Optional<String> root = Optional.of(head);
        if (!file.root().equals(head)) {
            return broken(Optional.empty(), "root", "the root of the file is not the hash of its last entry", root);
        }
        if (!file.claim().isEmpty()) {
            return broken(Optional.empty(), "flaw", "the file itself names a flaw, although its hashes hold", root);
        }
        if (wantedRoot.isPresent() && !wantedRoot.get().equals(head)) {
            return broken(Optional.empty(), "root", "the root of the file is not the one it was compared with", root);
        }
        return new Finding(
                Verdict.INTACT,
                Optional.empty(),
                Optional.empty(),
                "every hash holds and leads to the root",
                root,
                file.entries().size(),
                standing.highest(),
                standing.note());
    }

    private void check(int index, Entry entry) {
        if (!INDEX.matcher(entry.index()).matches() || Long.parseLong(entry.index()) != index) {
            throw new Flaw("index", "the index is not " + index);
        }
        if (!SHA256.matcher(entry.previous()).matches() || !entry.previous().equals(head)) {
            throw new Flaw("previous", "the previous hash is not the hash of the entry before");
        }
        if (!SHA256.matcher(entry.hash()).matches()) {
            throw new Flaw("hash", "the hash is not 64 lower-case hexadecimal digits");
        }
        standing.checkForm(entry);
        head = Encoding.hash(Encoding.bytes(file.auction(), index, entry));
        if (!entry.hash().equals(head)) {
            throw new Flaw("hash", "the hash is not what the fields give");
        }
        standing.take(entry);
    }

    private Finding broken(Optional<Integer> entry, String field, String sentence, Optional<String> root) {
        return new Finding(
                Verdict.BROKEN,
                entry,
                Optional.of(field),
                sentence,
                root,
                file.entries().size(),
                Optional.empty(),
                standing.note());
    }
}
