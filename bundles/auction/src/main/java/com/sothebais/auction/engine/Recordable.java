package com.sothebais.auction.engine;

import com.sothebais.api.social.Account;
import com.sothebais.api.social.Post;
import java.time.temporal.ChronoUnit;

/** Makes a post the same before and after it went through the log: microseconds, and no characters that a database refuses. */
final class Recordable {
    private static final char REPLACEMENT = '\uFFFD';

    private Recordable() {}

    static Post of(Post post) {
        Account author = post.author();
        return new Post(
                post.id(),
                new Account(author.id(), clean(author.handle()), clean(author.displayName())),
                clean(post.text()),
                post.at().truncatedTo(ChronoUnit.MICROS),
                post.relation(),
                post.mentionsHost());
    }

    /** Whether the ids can be stored as they are; they cannot be repaired, since they identify. */
    static boolean canIdentify(Post post) {
        return isClean(post.id().id()) && isClean(post.author().id().id());
    }

    private static boolean isClean(String text) {
        return clean(text).equals(text);
    }

    private static String clean(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean paired = Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1))
                    || Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
            if (c == 0 || Character.isSurrogate(c) && !paired) {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(i, REPLACEMENT);
            }
        }
        return clean == null ? text : clean.toString();
    }
}
