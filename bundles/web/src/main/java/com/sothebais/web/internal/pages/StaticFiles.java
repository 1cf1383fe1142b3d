package com.sothebais.web.internal.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files of the built front end inside this bundle. */
final class StaticFiles {
    /** Folders and names as the front end's build makes them; no dot can begin a name, so none can climb. */
    private static final Pattern NAME = Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}/){0,3}"
            + "[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}\\.(html|js|css|svg|png|woff2|webmanifest)");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=UTF-8",
            "js", "text/javascript; charset=UTF-8",
            "css", "text/css; charset=UTF-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "webmanifest", "application/manifest+json");

    private final String root;
    private final String page;

    /**
     * @param root folder inside the bundle, with a slash at both ends
     * @param page the file that stands for the folder
     */
    StaticFiles(String root, String page) {
        this.root = root;
        this.page = page;
    }

    /**
     * One file.
     *
     * @param immutable whether its name changes with its content
     */
    record StaticFile(byte[] bytes, String mediaType, boolean immutable) {}

    /** @param path below the root, without a leading slash */
    Optional<StaticFile> find(String path) {
        String name = path.isEmpty() ? page : path;
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream content = StaticFiles.class.getResourceAsStream(root + name)) {
            if (content == null) {
                return Optional.empty();
            }
            String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            return Optional.of(new StaticFile(content.readAllBytes(), type, name.startsWith("assets/")));
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle's own file " + name + " cannot be read", e);
        }
    }
}
