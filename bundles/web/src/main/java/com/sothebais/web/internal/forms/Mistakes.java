package com.sothebais.web.internal.forms;

import com.sothebais.web.internal.answer.Refusal;
import com.sothebais.web.internal.answer.Refusal.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what is wrong with a body, so that one answer names everything. */
public final class Mistakes {
    /** Most mistakes named; more help nobody. */
    public static final int MISTAKES_MAX = 100;

    private final List<Mistake> all = new ArrayList<>();

    /** @param path where, for example {@code lots[2].seller} */
    public void add(String path, String message) {
        if (all.size() < MISTAKES_MAX) {
            all.add(new Mistake(path, message));
        }
    }

    /** @throws Refusal when there is any mistake, with all of them */
    public void check() {
        if (!all.isEmpty()) {
            throw Refusal.invalid(all);
        }
    }

    /** What the parts make together; a rule that they break is a mistake of the whole. */
    <T> Optional<T> make(String path, Supplier<T> whole) {
        try {
            return Optional.of(whole.get());
        } catch (IllegalArgumentException e) {
            add(path, sentence(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Reasons of the language start in lower case and have no full stop. */
    private static String sentence(String reason) {
        return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
    }
}
