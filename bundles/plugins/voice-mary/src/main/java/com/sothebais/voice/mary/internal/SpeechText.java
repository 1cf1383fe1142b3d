package com.sothebais.voice.mary.internal;

import java.text.Normalizer;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Rewrites a caption into words that MaryTTS reads well: no markup, links, emoji, hashes or sign for a word. */
final class SpeechText {
    private static final int HASH_TAIL = 4;

    /** In order: whole things first, then what is left of single signs. */
    private static final List<Rule> RULES = List.of(
            new Rule("https?://\\S+|www\\.\\S+", found -> "a link"),
            new Rule("0[xX][0-9a-fA-F]{8,}", found -> "hash ending " + spelled(tail(found.group()))),
            new Rule("@([A-Za-z0-9_]+)", found -> words(found.group(1))),
            new Rule("\\b(?:[A-Za-z0-9]+_)+[A-Za-z0-9]*\\b", found -> words(found.group())),
            new Rule("\\bETH\\b", found -> "Ether"),
            new Rule("\\bNFTs?\\b", found -> found.group().endsWith("s") ? "N F Ts" : "N F T"),
            new Rule("(?<![\\p{L}\\d.])\\d{10,}(?![\\p{L}\\d])", found -> spelled(found.group())),
            new Rule("(?<=\\d)\\.(\\d{4,})", found -> " point " + spelled(found.group(1))),
            new Rule("#(?=\\d)", found -> "number "),
            new Rule("&", found -> " and "),
            new Rule("(?<=\\d)\\s*%", found -> " percent"),
            new Rule("…", found -> ". "),
            new Rule("[–—]", found -> ", "),
            new Rule("[^\\p{L}\\p{M}\\p{N}\\s.,;:!?'’()-]", found -> " "),
            new Rule("([.!?,;:])\\1+", found -> found.group(1)),
            new Rule("\\s+", found -> " "));

    private SpeechText() {}

    /** Words and punctuation only; empty when there is nothing to say. */
    static String of(String caption) {
        String text = Normalizer.normalize(caption, Normalizer.Form.NFKC);
        for (Rule rule : RULES) {
            text = rule.apply(text);
        }
        String spoken = text.strip();
        return spoken.codePoints().anyMatch(Character::isLetterOrDigit) ? spoken : "";
    }

    private static String words(String handle) {
        return handle.replace('_', ' ').strip();
    }

    private static String tail(String hash) {
        return hash.substring(hash.length() - HASH_TAIL);
    }

    private static String spelled(String signs) {
        return String.join(" ", signs.split(""));
    }

    private record Rule(Pattern pattern, Function<MatchResult, String> word) {
        Rule(String regex, Function<MatchResult, String> word) {
            this(Pattern.compile(regex), word);
        }

        String apply(String text) {
            return pattern.matcher(text)
                    .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(word.apply(found)));
        }
    }
}
