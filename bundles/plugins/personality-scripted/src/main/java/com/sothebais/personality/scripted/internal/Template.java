package com.sothebais.personality.scripted.internal;

import com.sothebais.api.agent.Line;
import com.sothebais.api.agent.Mood;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One thing to say.
 *
 * @param slots what it needs to know
 */
record Template(Line line, Set<String> slots) {
    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");

    static Template of(String text, Mood mood) {
        Matcher matcher = SLOT.matcher(text);
        return new Template(
                new Line(text, mood),
                matcher.results().map(found -> found.group(1)).collect(Collectors.toUnmodifiableSet()));
    }

    boolean fits(Map<String, String> facts) {
        return facts.keySet().containsAll(slots);
    }
}
