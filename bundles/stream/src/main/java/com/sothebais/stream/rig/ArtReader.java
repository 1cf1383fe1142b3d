package com.sothebais.stream.rig;

import com.sothebais.stream.document.Nearest;
import com.sothebais.stream.document.Node;
import com.sothebais.stream.document.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the files behind the names of a part: for each look the first name in its list for which there is a file. */
final class ArtReader {
    private static final Pattern OPEN = Pattern.compile("\\{([^{}]*)}");

    private final RigFiles files;
    private final List<Problem> problems;

    ArtReader(RigFiles files, List<Problem> problems) {
        this.files = files;
        this.problems = problems;
    }

    /** @param optional whether a look may have no file */
    Art art(Node node, boolean optional) {
        List<Node> names = node.isList() ? node.items() : List.of(node);
        int before = problems.size();
        Set<Placeholder> open = new LinkedHashSet<>();
        names.forEach(name -> open.addAll(placeholders(name)));
        if (problems.size() > before) {
            return new Art(List.of(), Map.of());
        }
        List<Placeholder> order = List.copyOf(open);
        Map<List<String>, String> found = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (Map<Placeholder, String> look : Art.looks(order)) {
            Optional<String> file = names.stream()
                    .flatMap(name -> file(name.text(), look).stream())
                    .findFirst();
            if (file.isPresent()) {
                found.put(order.stream().map(look::get).toList(), file.get());
            } else {
                missing.add(filled(names.get(names.size() - 1).text(), look));
            }
        }
        boolean lacking = optional ? found.isEmpty() : !missing.isEmpty();
        if (lacking) {
            problems.add(new Problem(node.path(), missing(missing, optional)));
        }
        return new Art(order, found);
    }

    private String missing(List<String> missing, boolean optional) {
        String first = missing.get(0);
        String more = missing.size() > 1 ? " and " + (missing.size() - 1) + " more" : "";
        String advice = Nearest.advice(first, files.names());
        String hint = optional ? "" : ", name a fallback, or set 'optional' to true where nothing is to be seen";
        return "there is no file " + first + more + advice + (advice.endsWith("?") ? " Else add it" : ". Add it")
                + hint;
    }

    private Set<Placeholder> placeholders(Node name) {
        Set<Placeholder> open = new LinkedHashSet<>();
        Matcher matcher = OPEN.matcher(name.text());
        while (matcher.find()) {
            Optional<Placeholder> known = Placeholder.of(matcher.group(1));
            if (known.isPresent()) {
                open.add(known.get());
            } else {
                List<String> words =
                        Stream.of(Placeholder.values()).map(Placeholder::label).toList();
                problems.add(new Problem(
                        name.path(),
                        "unknown placeholder '{" + matcher.group(1) + "}'" + Nearest.advice(matcher.group(1), words)));
            }
        }
        if (OPEN.matcher(name.text()).replaceAll("").matches(".*[{}].*")) {
            problems.add(new Problem(name.path(), "a brace is not closed; write {mood}, {mouth}, {blink} or {gaze}"));
        }
        return open;
    }

    /** A name with the nearest words for which there is a file. */
    private Optional<String> file(String name, Map<Placeholder, String> look) {
        for (Map.Entry<Placeholder, String> each : look.entrySet()) {
            if (name.contains(braced(each.getKey()))) {
                return each.getKey().nearest(each.getValue()).stream()
                        .flatMap(word -> file(name.replace(braced(each.getKey()), word), look).stream())
                        .findFirst();
            }
        }
        return Optional.of(name).filter(files::has);
    }

    private static String filled(String name, Map<Placeholder, String> look) {
        String filled = name;
        for (Map.Entry<Placeholder, String> each : look.entrySet()) {
            filled = filled.replace(braced(each.getKey()), each.getValue());
        }
        return filled;
    }

    private static String braced(Placeholder placeholder) {
        return "{" + placeholder.label() + "}";
    }
}
