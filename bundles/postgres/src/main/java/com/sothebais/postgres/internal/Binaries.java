package com.sothebais.postgres.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once per version into a folder of their own so that later starts are fast. */
final class Binaries {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int EXECUTABLE = 0100;

    private final Path home;

    private Binaries(Path home) {
        this.home = home;
    }

    /** Unpacks into a temporary folder that is renamed at the end, so that a killed process leaves no half of it. */
    static Binaries unpackedIn(Path parent) {
        Path home = parent.resolve("bin-" + version());
        if (!Files.isDirectory(home)) {
            try {
                Files.createDirectories(parent);
                removeLeftovers(parent);
                Path fresh = Files.createTempDirectory(parent, "unpacking-");
                unpack(fresh);
                Files.move(fresh, home);
            } catch (FileAlreadyExistsException e) {
                throw new PostgresException("two processes unpack PostgreSQL into " + parent + " at once", e);
            } catch (IOException e) {
                throw new PostgresException(
                        "cannot unpack PostgreSQL into " + parent + ": " + e.getMessage()
                                + "; free at least 400 MB there or set 'directory' in etc/com.sothebais.postgres.cfg",
                        e);
            }
        }
        return new Binaries(home);
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static String version() {
        try (InputStream in = Binaries.class.getResourceAsStream("binaries.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new IllegalStateException("the bundle lacks binaries.properties", e);
        }
    }

    private static void unpack(Path target) throws IOException {
        try (InputStream archive = archive();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, BUFFER_BYTES)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the archive names a file outside of itself: " + entry.getName());
                }
                write(tar, entry, file);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(file.getParent());
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.createDirectories(file.getParent());
            Files.copy(tar, file);
            if ((entry.getMode() & EXECUTABLE) != 0) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static InputStream archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch");
        String name = "/postgres-" + (os.startsWith("linux") ? "linux" : os.startsWith("mac") ? "darwin" : os) + "-"
                + (List.of("amd64", "x86_64").contains(arch) ? "x86_64" : "arm_64") + ".txz";
        InputStream archive = Binaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new PostgresException("no embedded PostgreSQL for " + os + " on " + arch
                    + "; set 'url' in etc/com.sothebais.postgres.cfg to a PostgreSQL server");
        }
        return archive;
    }

    private static void removeLeftovers(Path parent) throws IOException {
        List<Path> leftovers;
        try (Stream<Path> children = Files.list(parent)) {
            leftovers = children.filter(child -> child.getFileName().toString().startsWith("unpacking-"))
                    .toList();
        }
        for (Path leftover : leftovers) {
            removeTree(leftover);
        }
    }

    static void removeTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(root)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
