package com.sothebais.postgres.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * The migration scripts in one folder of another bundle. Flyway's own search needs framework classes in that bundle's class
 * path, so the bundle is asked directly; outside OSGi the folder or jar of the anchor class is.
 */
final class ScriptFolder implements ResourceProvider {
    private final List<LoadableResource> scripts;

    private ScriptFolder(List<LoadableResource> scripts) {
        this.scripts = scripts;
    }

    static ScriptFolder of(String folder, Class<?> anchor) {
        Bundle bundle = FrameworkUtil.getBundle(anchor);
        List<URL> found = bundle == null ? onClassPath(folder, anchor) : inBundle(folder, bundle);
        return new ScriptFolder(
                found.stream().<LoadableResource>map(Script::new).toList());
    }

    boolean isEmpty() {
        return scripts.isEmpty();
    }

    @Override
    public LoadableResource getResource(String name) {
        return scripts.stream()
                .filter(script -> script.getRelativePath().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return scripts.stream()
                .filter(script -> script.getFilename().startsWith(prefix)
                        && Stream.of(suffixes).anyMatch(script.getFilename()::endsWith))
                .toList();
    }

    private static List<URL> inBundle(String folder, Bundle bundle) {
        var entries = bundle.findEntries(folder, "*.sql", false);
        return entries == null ? List.of() : Collections.list(entries);
    }

    private static List<URL> onClassPath(String folder, Class<?> anchor) {
        URL url = anchor.getResource(folder);
        if (url == null) {
            return List.of();
        }
        try {
            if (!url.getProtocol().equals("jar")) {
                return sqlFiles(Path.of(url.toURI()));
            }
            try (FileSystem jar = FileSystems.newFileSystem(url.toURI(), Map.of())) {
                return sqlFiles(jar.getPath(folder));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("cannot list " + url, e);
        }
    }

    private static List<URL> sqlFiles(Path folder) throws IOException {
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                urls.add(file.toUri().toURL());
            }
        }
        return urls;
    }

    private static final class Script extends LoadableResource {
        private final URL url;

        Script(URL url) {
            this.url = url;
        }

        @Override
        public Reader read() {
            try {
                return new InputStreamReader(url.openStream(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + url, e);
            }
        }

        @Override
        public String getAbsolutePath() {
            return url.getPath();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return url.getPath();
        }

        @Override
        public String getFilename() {
            return url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return getFilename();
        }
    }
}
