package com.sothebais.auction.grammar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The words of the grammar in all its languages, from {@code vocabulary.txt}. Immutable. */
final class Vocabulary {
    static final Vocabulary WORDS = load();

    /** Longest word that is looked for inside a run of text without spaces. */
    static final int RUN_WORD_MAX = 6;

    private final Map<String, Set<Role>> roles;

    private Vocabulary(Map<String, Set<Role>> roles) {
        this.roles = roles;
    }

    Set<Role> roles(String word) {
        return roles.getOrDefault(word, Set.of());
    }

    boolean knows(String word) {
        return roles.containsKey(word) || Units.isUnit(word);
    }

    private static Vocabulary load() {
        Map<String, Set<Role>> roles = new HashMap<>();
        try (InputStream in = Vocabulary.class.getResourceAsStream("vocabulary.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int colon = line.indexOf(':');
                if (!line.startsWith("#") && colon > 0) {
                    Role role = Role.valueOf(line.substring(0, colon));
                    for (String word : line.substring(colon + 1).trim().split(" +")) {
                        roles.computeIfAbsent(word, any -> EnumSet.noneOf(Role.class))
                                .add(role);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle lacks its vocabulary", e);
        }
        return new Vocabulary(Collections.unmodifiableMap(roles));
    }
}
