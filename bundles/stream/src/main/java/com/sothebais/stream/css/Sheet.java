package com.sothebais.stream.css;

import com.sothebais.stream.markup.UnplayedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The style sheets of a drawing. Nothing that they refer to is ever read: {@code @import}, {@code @font-face} and rules that are not known are
 * left out. One thread at a time while it is read.
 */
final class Sheet {
    /** Characters of all of them. */
    static final int CHARS_MAX = 500_000;

    /** Selectors of all rules. */
    static final int SELECTORS_MAX = 3_000;

    /** Declarations of all rules. */
    static final int DECLARATIONS_MAX = 20_000;

    /** Animations that are described. */
    static final int KEYFRAMES_MAX = 500;

    /** Conditions inside each other. */
    private static final int DEPTH_MAX = 8;

    private static final Pattern FRAMES = Pattern.compile("@(?:-webkit-)?keyframes\\s+[\"']?([^\\s\"']{1,200})[\"']?");
    private static final Pattern MEDIA =
            Pattern.compile("(?:all|screen|\\(\\s*prefers-reduced-motion\\s*:\\s*no-preference\\s*\\))?");

    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Keyframes> keyframes = new HashMap<>();
    private int chars;
    private int declarations;

    /** @param order later rules win over others that are as strong */
    record Rule(Selector selector, List<Declaration> declarations, int order) {}

    /** @throws UnplayedException when it has more than is read, or escapes, with which everything could be written in other ways */
    void read(String text) {
        chars += text.length();
        if (chars > CHARS_MAX) {
            throw new UnplayedException("its style sheets have more than " + CHARS_MAX + " characters; simplify them");
        }
        if (text.indexOf('\\') >= 0) {
            throw new UnplayedException("its styles use escapes; write them out");
        }
        rules(Cut.plain(text), 0);
    }

    private void rules(String text, int depth) {
        int from = 0;
        while (from < text.length()) {
            if (Character.isWhitespace(text.charAt(from))) {
                from++;
                continue;
            }
            int open = Cut.find(text, from, text.charAt(from) == '@' ? "{;" : "{");
            String prelude = text.substring(from, open).strip();
            if (open >= text.length() || text.charAt(open) == ';') {
                from = open + 1;
                continue;
            }
            int close = Cut.find(text, open + 1, "}");
            String block = text.substring(open + 1, close);
            if (prelude.startsWith("@")) {
                special(prelude, block, depth);
            } else {
                rule(prelude, block);
            }
            from = close + 1;
        }
    }

    private void special(String prelude, String block, int depth) {
        Matcher frames = FRAMES.matcher(prelude);
        if (frames.matches()) {
            keyframes.put(frames.group(1), Keyframes.of(block));
            limit(keyframes.size(), KEYFRAMES_MAX, "animations");
            return;
        }
        String small = prelude.toLowerCase(Locale.ROOT);
        if (small.startsWith("@media") && depth < DEPTH_MAX && isHere(small.substring("@media".length()))) {
            rules(block, depth + 1);
        }
    }

    /** Whether a condition is met by a picture on a stream, whose size and colours nobody chose. */
    static boolean isHere(String media) {
        return Cut.split(media.toLowerCase(Locale.ROOT), ',').stream()
                .anyMatch(one -> MEDIA.matcher(one).matches());
    }

    private void rule(String prelude, String block) {
        List<Declaration> declared = Declaration.list(block);
        List<Selector> selectors = new ArrayList<>();
        for (String one : Cut.split(prelude, ',')) {
            Optional<Selector> selector = Selector.of(one);
            if (selector.isEmpty()) {
                // As the specification has it: one that is damaged takes the rule with it.
                return;
            }
            selectors.add(selector.get());
        }
        declarations += declared.size();
        limit(declarations, DECLARATIONS_MAX, "declarations");
        limit(rules.size() + selectors.size(), SELECTORS_MAX, "selectors");
        selectors.forEach(selector -> rules.add(new Rule(selector, declared, rules.size())));
    }

    private static void limit(int count, int most, String what) {
        if (count > most) {
            throw new UnplayedException("its style sheets have more than " + most + " " + what + "; simplify them");
        }
    }

    List<Rule> rules() {
        return rules;
    }

    Optional<Keyframes> keyframes(String name) {
        return Optional.ofNullable(keyframes.get(name));
    }

    boolean isStill() {
        return keyframes.isEmpty();
    }
}
