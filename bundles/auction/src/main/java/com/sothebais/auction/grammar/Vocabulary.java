package com.sothebais.auction.grammar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The words of the grammar in all its languages, from {@code vocabulary.txt}. Immutable. Words are looked up where they stand in the
 * text, without a copy: an open hash table of our own, because a map would want a string for every word of every post.
 */
final class Vocabulary {
    /** Longest word of the file; anything longer is unknown without a look. */
    static final int WORD_MAX = 32;

    /** Longest word that is looked for inside a run of text without spaces. */
    static final int RUN_WORD_MAX = 7;

    private static final int HASH_FACTOR = 31;
    private static final int SPARSENESS = 4;
    private static final Word[] TABLE;

    static {
        Map<String, Long> roles = new HashMap<>();
        Map<String, Long> phrases = new HashMap<>();
        load(roles, phrases);
        Units.names().forEach(name -> roles.putIfAbsent(name, 0L));
        phrases.keySet().forEach(phrase -> {
            for (String part : phrase.split("_")) {
                roles.putIfAbsent(part, 0L);
            }
        });
        TABLE = new Word[Integer.highestOneBit(roles.size() * SPARSENESS) * 2];
        roles.forEach((text, bits) -> put(new Word(text, bits, Units.find(text).orElse(null))));
        phrases.forEach((phrase, bits) -> {
            String[] parts = phrase.split("_");
            find(parts[0]).join(find(parts[1]), bits);
        });
    }

    private Vocabulary() {}

    /** The word that stands there in any case, or {@link Word#UNKNOWN}. */
    static Word find(char[] text, int from, int to) {
        if (to - from > WORD_MAX) {
            return Word.UNKNOWN;
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * HASH_FACTOR + Characters.lower(text[i]);
        }
        for (int slot = slot(hash); ; slot = slot + 1 & TABLE.length - 1) {
            Word word = TABLE[slot];
            if (word == null) {
                return Word.UNKNOWN;
            }
            if (word.isAt(text, from, to, hash)) {
                return word;
            }
        }
    }

    static Word find(String word) {
        return find(word.toCharArray(), 0, word.length());
    }

    private static int slot(int hash) {
        return (hash ^ hash >>> 15) & TABLE.length - 1;
    }

    private static void put(Word word) {
        int slot = slot(word.text().hashCode());
        while (TABLE[slot] != null) {
            slot = slot + 1 & TABLE.length - 1;
        }
        TABLE[slot] = word;
    }

    private static void load(Map<String, Long> roles, Map<String, Long> phrases) {
        try (InputStream in = Vocabulary.class.getResourceAsStream("vocabulary.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int colon = line.indexOf(':');
                if (!line.startsWith("#") && colon > 0) {
                    long bit = Role.valueOf(line.substring(0, colon)).bit();
                    for (String word : line.substring(colon + 1).trim().split(" +")) {
                        (word.indexOf('_') > 0 ? phrases : roles).merge(word, bit, (one, other) -> one | other);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle lacks its vocabulary", e);
        }
    }
}
