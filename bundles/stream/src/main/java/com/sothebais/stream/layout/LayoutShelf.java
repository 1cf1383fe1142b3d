package com.sothebais.stream.layout;

import com.sothebais.api.asset.AssetId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All layouts that can be taken besides the one of the show: every {@code <name>.json} of the folder and the bundled ones. One
 * thread {@link #look}s, any other asks.
 */
public final class LayoutShelf {

    /** Most files that are read as layouts, the first by name. */
    public static final int LAYOUTS_MAX = 20;

    private static final Logger LOG = LoggerFactory.getLogger(LayoutShelf.class);
    private static final String SUFFIX = ".json";
    private static final String NAME = "[A-Za-z0-9_-]{1,60}";

    private final Path folder;
    private final Predicate<AssetId> stored;
    private volatile Map<String, LayoutFolder> layouts = Map.of();

    /** @param stored whether a picture that a layout names is there */
    public LayoutShelf(Path folder, Predicate<AssetId> stored) {
        this.folder = folder;
        this.stored = stored;
        this.layouts = with(BundledLayout.NAMES.stream());
    }

    /** Reads what has changed. A layout on air whose file is gone stays as it was. */
    public void look() {
        layouts = with(Stream.concat(BundledLayout.NAMES.stream(), written().stream()));
        layouts.values().forEach(LayoutFolder::look);
    }

    /** Their names, in order. */
    public List<String> names() {
        return List.copyOf(layouts.keySet());
    }

    /** A layout as it is at each moment; empty when there is none of the name. */
    public Optional<Layouts> find(String name) {
        return Optional.ofNullable(layouts.get(name));
    }

    /** Which file is refused and why; empty when all that are there can be taken. */
    public Optional<String> trouble() {
        return layouts.values().stream()
                .flatMap(layout -> layout.trouble().stream())
                .findFirst();
    }

    private Map<String, LayoutFolder> with(Stream<String> names) {
        Map<String, LayoutFolder> before = layouts;
        return names.distinct()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> before.containsKey(name) ? before.get(name) : LayoutFolder.spare(folder, name, stored),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private List<String> written() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .filter(name -> name.matches(NAME))
                    .sorted()
                    .limit(LAYOUTS_MAX)
                    .toList();
        } catch (IOException e) {
            LOG.debug("no layouts besides the bundled ones: {}", e.toString());
            return List.of();
        }
    }
}
