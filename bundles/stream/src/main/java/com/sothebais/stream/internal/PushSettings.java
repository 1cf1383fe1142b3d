package com.sothebais.stream.internal;

import com.sothebais.stream.output.PushUrl;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads where to push: {@code rtmp.url}, and one more push for each name in {@code outputs}. A push that is written wrongly is left
 * out and reported, without its address, which holds the stream key.
 */
final class PushSettings {

    /** Most pushes at a time; each costs a thread and the whole bitrate of the line. */
    static final int PUSHES_MAX = 8;

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,19}";
    private static final Set<String> TAKEN = Set.of("rtmp", "hls", "recording", "preview");

    private PushSettings() {}

    /**
     * One push.
     *
     * @param certificates PEM file with the authorities for RTMPS
     */
    record Push(String name, PushUrl url, Path certificates) {}

    static List<Push> read(List<String> problems, StudioComponent.Config config, Map<String, ?> properties) {
        List<Push> pushes = new ArrayList<>();
        String authorities = config.rtmp_ca_file();
        if (!config.rtmp_url().isBlank()) {
            push(problems, "rtmp", new Place("rtmp.url", config.rtmp_url(), "rtmp.ca.file", authorities))
                    .ifPresent(pushes::add);
        }
        Set<String> seen = new HashSet<>();
        for (String entry : config.outputs().split(",")) {
            String name = entry.strip();
            if (name.isEmpty()) {
                continue;
            }
            if (!name.matches(NAME) || TAKEN.contains(name) || !seen.add(name)) {
                problems.add(Settings.problem(
                        "outputs",
                        name,
                        "names of 1 to 20 small letters, digits and '-', each once, and none of " + TAKEN,
                        "no push"));
                continue;
            }
            String url = "output." + name + ".url";
            String file = "output." + name + ".ca.file";
            push(problems, name, new Place(url, text(properties, url), file, text(properties, file, authorities)))
                    .ifPresent(pushes::add);
        }
        if (pushes.size() > PUSHES_MAX) {
            problems.add(Settings.problem(
                    "outputs", pushes.size() + " pushes", "at most " + PUSHES_MAX, "the first " + PUSHES_MAX));
        }
        return List.copyOf(pushes.subList(0, Math.min(PUSHES_MAX, pushes.size())));
    }

    private record Place(String urlKey, String url, String fileKey, String file) {}

    private static Optional<Push> push(List<String> problems, String name, Place place) {
        Path certificates;
        try {
            certificates = Path.of(place.file().strip());
        } catch (InvalidPathException e) {
            problems.add(Settings.problem(place.fileKey(), place.file(), "a file", "no push"));
            return Optional.empty();
        }
        try {
            return Optional.of(new Push(name, PushUrl.of(place.url()), certificates));
        } catch (IllegalArgumentException e) {
            problems.add(Settings.problem(
                    place.urlKey(),
                    place.url().isBlank() ? "(nothing)" : "(not shown)",
                    "rtmp://host/app/key or rtmps://host/app/key",
                    "no push"));
            return Optional.empty();
        }
    }

    private static String text(Map<String, ?> properties, String key) {
        return text(properties, key, "");
    }

    private static String text(Map<String, ?> properties, String key, String otherwise) {
        Object value = properties.get(key);
        return value == null || value.toString().isBlank() ? otherwise : value.toString();
    }
}
