package com.sothebais.agent.internal;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills a line's slots and lets nothing through that is not from the facts: no number, handle, link or address may stand outside a
 * slot. The same check holds for every personality, whatever it was told. Stateless.
 */
final class LineCheck {
    private static final int LENGTH_MAX = 400;
    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");
    private static final Pattern HANDLE = Pattern.compile("@(?!\\{(?:leader|outbid)})");
    private static final Pattern LINK = Pattern.compile(
            "://|www\\.|\\b[\\w-]{2,}\\.(?:com|net|org|io|eth|xyz|app|art|gg|me|example)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]");
    private static final Pattern AMOUNT_IN_WORDS = Pattern.compile(
            "\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand"
                    + "|million|half)\\s+(?:eth|ether|seconds?|minutes?)\\b",
            Pattern.CASE_INSENSITIVE);

    private LineCheck() {}

    /** The line ready to be said, or why it must not be. */
    sealed interface Checked {
        record Passed(String text) implements Checked {}

        record Refused(String why) implements Checked {}
    }

    static Checked fill(String template, Map<String, String> facts) {
        Matcher slots = SLOT.matcher(template);
        while (slots.find()) {
            if (!facts.containsKey(slots.group(1))) {
                return new Checked.Refused("the slot {" + slots.group(1) + "} is not among the facts");
            }
        }
        String outside = SLOT.matcher(template).replaceAll("");
        String filled = SLOT.matcher(template)
                .replaceAll(slot -> Matcher.quoteReplacement(facts.get(slot.group(1))))
                .strip();
        if (filled.isEmpty() || filled.length() > LENGTH_MAX) {
            return new Checked.Refused("it has " + filled.length() + " characters, allowed are 1 to " + LENGTH_MAX);
        }
        return wrong(template, outside).<Checked>map(Checked.Refused::new).orElseGet(() -> new Checked.Passed(filled));
    }

    private static Optional<String> wrong(String template, String outside) {
        String why = null;
        if (outside.contains("{") || outside.contains("}")) {
            why = "it has a brace outside a slot";
        } else if (DIGIT.matcher(outside).find()) {
            why = "it has a digit outside a slot";
        } else if (HANDLE.matcher(template).find()) {
            why = "it has a handle outside a slot";
        } else if (LINK.matcher(outside).find()) {
            why = "it has a link";
        } else if (AMOUNT_IN_WORDS.matcher(outside).find()) {
            why = "it has an amount in words";
        } else if (CONTROL.matcher(template).find()) {
            why = "it has a hidden character";
        }
        return Optional.ofNullable(why);
    }
}
