package com.sothebais.personality.scripted.internal;

import com.sothebais.api.agent.Line;
import com.sothebais.api.agent.Mood;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of a character by topic, said in turn: never the same one twice in a row while another fits, and those that tell more
 * before those that tell nothing. Thread-safe.
 */
final class Script {
    private final Map<String, List<Template>> topics;
    /** Place of the last line said, per topic. */
    private final Map<String, Integer> last = new HashMap<>();

    private Script(Map<String, List<Template>> topics) {
        this.topics = topics;
    }

    /**
     * Reads {@code topic | mood | text} lines; empty ones and those with {@code #} in front are skipped.
     *
     * @throws IllegalArgumentException when a line is something else, with its text
     */
    static Script read(String source) {
        Map<String, List<Template>> topics = new LinkedHashMap<>();
        source.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> {
                    String[] parts = line.split("\\|", 3);
                    if (parts.length != 3) {
                        throw new IllegalArgumentException("expected 'topic | mood | text', got '" + line + "'");
                    }
                    topics.computeIfAbsent(parts[0].strip(), unused -> new ArrayList<>())
                            .add(Template.of(parts[2].strip(), Mood.valueOf(parts[1].strip())));
                });
        return new Script(topics);
    }

    Set<String> topics() {
        return topics.keySet();
    }

    List<Template> templates(String topic) {
        return List.copyOf(topics.getOrDefault(topic, List.of()));
    }

    /** The next line of the topic, or of the wider topic before its dot, that needs nothing but the facts. */
    Optional<Line> next(String topic, Map<String, String> facts) {
        Optional<Line> line = turn(topic, facts);
        int dot = topic.indexOf('.');
        return line.isPresent() || dot < 0 ? line : turn(topic.substring(0, dot), facts);
    }

    private synchronized Optional<Line> turn(String topic, Map<String, String> facts) {
        List<Template> templates = topics.getOrDefault(topic, List.of());
        boolean anyTelling = templates.stream()
                .anyMatch(template -> template.fits(facts) && !template.slots().isEmpty());
        int before = last.getOrDefault(topic, -1);
        Optional<Line> repeat = Optional.empty();
        for (int step = 1; step <= templates.size(); step++) {
            int place = Math.floorMod(before + step, templates.size());
            Template template = templates.get(place);
            if (!template.fits(facts) || anyTelling && isFallback(topic, template)) {
                continue;
            }
            if (place != before) {
                last.put(topic, place);
                return Optional.of(template.line());
            }
            repeat = Optional.of(template.line());
        }
        return repeat;
    }

    /** In topics about facts, a line without any fact is the last resort; small talk may be about nothing. */
    private static boolean isFallback(String topic, Template template) {
        return template.slots().isEmpty() && !topic.equals("SMALL_TALK") && !topic.equals("THANKS");
    }
}
