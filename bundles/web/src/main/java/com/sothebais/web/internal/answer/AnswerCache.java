package com.sothebais.web.internal.answer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps answers until the state they were made of changes, so that a state is written as JSON once however many ask. Thread-safe;
 * limited in number and size.
 */
public final class AnswerCache {
    static final int ANSWERS_MAX = 500;

    /** Larger answers are made each time. */
    static final int ANSWER_MAX_BYTES = 256 * 1024;

    private static final int TAG_BYTES = 12;

    private final Map<String, Versioned> answers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Versioned> eldest) {
            return size() > ANSWERS_MAX;
        }
    };

    /**
     * An answer as it is sent.
     *
     * @param tag the entity tag with its quotes
     */
    public record Text(byte[] bytes, String tag) {
        /** Tagged by its content. */
        public static Text of(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            byte[] hash = sha256().digest(bytes);
            return new Text(bytes, '"' + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + '"');
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }

    /**
     * @param question what was asked, with all its filters
     * @param version of the state that the answer is made of
     * @param text makes the answer when it is not known
     */
    public Text get(String question, long version, Supplier<String> text) {
        synchronized (answers) {
            Versioned known = answers.get(question);
            if (known != null && known.version == version) {
                return known.text;
            }
        }
        Text made = Text.of(text.get());
        if (made.bytes().length <= ANSWER_MAX_BYTES) {
            synchronized (answers) {
                answers.put(question, new Versioned(version, made));
            }
        }
        return made;
    }

    private record Versioned(long version, Text text) {}
}
