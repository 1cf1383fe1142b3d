package com.sothebais.web.internal.parts;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The configuration with every value checked.
 *
 * @param viewersMax most clients of the live feed at a time
 * @param viewersPerAddress most of them of one network address
 * @param postsPerMinute most state-changing calls of one address in a minute
 * @param demoDirectory below which demo shows put their results
 * @param problems values that are wrong and replaced by their defaults, one sentence each
 */
public record Settings(
        int viewersMax, int viewersPerAddress, int postsPerMinute, Path demoDirectory, List<String> problems) {
    static final int VIEWERS_DEFAULT = 10_000;
    static final int VIEWERS_PER_ADDRESS_DEFAULT = 200;
    static final int POSTS_DEFAULT = 120;
    static final String DEMO_DEFAULT = "data/demo";

    private static final int VIEWERS_LIMIT = 100_000;
    private static final int POSTS_LIMIT = 100_000;

    public Settings {
        problems = List.copyOf(problems);
    }

    /** Reads the values as written; a wrong one is replaced by its default and named in {@link #problems}. */
    static Settings read(String viewersMax, String viewersPerAddress, String postsPerMinute, String demoDirectory) {
        List<String> problems = new ArrayList<>();
        int viewers = number("viewers.max", viewersMax, VIEWERS_LIMIT, VIEWERS_DEFAULT, problems);
        int perAddress =
                number("viewers.perAddress", viewersPerAddress, VIEWERS_LIMIT, VIEWERS_PER_ADDRESS_DEFAULT, problems);
        int posts = number("posts.perMinute", postsPerMinute, POSTS_LIMIT, POSTS_DEFAULT, problems);
        return new Settings(
                viewers,
                perAddress,
                posts,
                path(demoDirectory.isBlank() ? DEMO_DEFAULT : demoDirectory, problems),
                problems);
    }

    private static int number(String key, String text, int max, int fallback, List<String> problems) {
        if (text.strip().matches("[0-9]{1,9}")) {
            int value = Integer.parseInt(text.strip());
            if (value >= 1 && value <= max) {
                return value;
            }
        }
        problems.add(wrong(key, text, "a whole number from 1 to " + max, String.valueOf(fallback)));
        return fallback;
    }

    private static Path path(String text, List<String> problems) {
        try {
            return Path.of(text.strip());
        } catch (InvalidPathException e) {
            problems.add(wrong("demo.directory", text, "a directory", DEMO_DEFAULT));
            return Path.of(DEMO_DEFAULT);
        }
    }

    private static String wrong(String key, String value, String allowed, String fallback) {
        return WebSettings.PID + ": " + key + " = '" + value + "' is not " + allowed + "; using " + fallback + ".";
    }
}
