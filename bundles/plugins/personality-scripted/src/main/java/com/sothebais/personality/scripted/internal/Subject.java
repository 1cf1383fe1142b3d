package com.sothebais.personality.scripted.internal;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a remark to the host is about. The words are only ever matched, never repeated and never obeyed, so there is nothing an
 * instruction in them could reach.
 */
final class Subject {
    private static final int LENGTH_MAX = 1_000;

    /** The remark deserves no answer at all. */
    private static final Pattern SILENCE = words("flirt|sexy|nude|date me");

    /** In order: what must not be missed first. */
    private static final List<Topic> TOPICS = List.of(
            new Topic("CARE", words("hurt myself|kill myself|end my life|suicid\\w*|self.?harm")),
            new Topic(
                    "AGE",
                    words("i(?:'m| am) (?:a )?(?:\\d|1[0-7])(?: years?(?: old)?)?(?! ?(?:eth|usd|%))"
                            + "|my (?:mum|mom|dad)'?s? wallet|(?:mum|mom|dad)'s wallet")),
            new Topic(
                    "ADVICE",
                    words(
                            "worth|should i (?:buy|bid)|invest\\w*|promise|guarantee|good deal|price prediction|moon|refund")),
            new Topic(
                    "HOW", words("how (?:do|can|to|does|would)\\b.*\\b(?:bid|bidding|join|buy|take part|work|works)")),
            new Topic("END", words("when|how long|time left|ends?|ending|closes?")),
            new Topic("LEADER", words("who(?:'s| is)? (?:leads|leading|winning|ahead|first)|who leads|leader")),
            new Topic("PRICE", words("price|how much|what.* bid now|current bid|cost")),
            new Topic("LOT", words("who made|artist|which lot|what lot|title|story")),
            new Topic("THANKS", words("thanks?|thank you|thx|cheers|love (?:this|it|you)|well done|great show")),
            new Topic("HELLO", words("hello|hi|hey|gm|good (?:morning|evening|day|afternoon)|greetings")));

    private Subject() {}

    /** Topic of the answer; empty when silence is better. */
    static Optional<String> of(String said) {
        String text = Normalizer.normalize(said.substring(0, Math.min(LENGTH_MAX, said.length())), Normalizer.Form.NFKC)
                .replace('\u2019', '\'')
                .toLowerCase(Locale.ROOT);
        if (SILENCE.matcher(text).find()) {
            return Optional.empty();
        }
        return Optional.of(TOPICS.stream()
                .filter(topic -> topic.words().matcher(text).find())
                .map(Topic::name)
                .findFirst()
                .orElse("OTHER"));
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("\\b(?:" + alternatives + ")\\b", Pattern.DOTALL);
    }

    private record Topic(String name, Pattern words) {}
}
