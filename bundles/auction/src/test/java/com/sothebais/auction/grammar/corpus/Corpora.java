package com.sothebais.auction.grammar.corpus;

import com.sothebais.auction.grammar.BidGrammar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The tables of this bundle's tests. */
public final class Corpora {
    private Corpora() {}

    public static Table table(String name) {
        try (InputStream in = BidGrammar.class.getResourceAsStream(name)) {
            return Table.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the tests lack " + name, e);
        }
    }
}
