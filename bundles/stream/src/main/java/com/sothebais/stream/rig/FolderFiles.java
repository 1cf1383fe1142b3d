package com.sothebais.stream.rig;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of a rig in a folder. Links are not followed, so that a rig holds what it shows. */
final class FolderFiles implements RigFiles {
    static final int DEPTH_MAX = 6;

    private final Path folder;
    private final SortedSet<String> names;
    private long bytes;

    private FolderFiles(Path folder, SortedSet<String> names) {
        this.folder = folder;
        this.names = names;
    }

    /** @throws IOException when it cannot be listed or has too many files */
    static FolderFiles of(Path folder) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        for (Path file : list(folder)) {
            names.add(folder.relativize(file).toString().replace('\\', '/'));
        }
        return new FolderFiles(folder, Collections.unmodifiableSortedSet(names));
    }

    /** Every file, at most one more than {@link RigFiles#FILES_MAX}. */
    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, DEPTH_MAX, new FileVisitOption[0])) {
            List<Path> files = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .limit(FILES_MAX + 1L)
                    .toList();
            if (files.size() > FILES_MAX) {
                throw new IOException("it has more than " + FILES_MAX + " files; leave out what is not shown");
            }
            return files;
        }
    }

    @Override
    public Collection<String> names() {
        return names;
    }

    @Override
    public byte[] read(String name) throws IOException {
        Path file = folder.resolve(name);
        long size = Files.size(file);
        bytes += Limits.checked(name, size, bytes);
        return Files.readAllBytes(file);
    }

    /** What a rig may weigh. */
    static final class Limits {
        private Limits() {}

        static long checked(String name, long size, long before) throws IOException {
            if (size > FILE_MAX_BYTES) {
                throw new IOException(name + " has " + size + " bytes; at most " + FILE_MAX_BYTES + " are read");
            }
            if (before + size > RIG_MAX_BYTES) {
                throw new IOException(
                        "its files have more than " + RIG_MAX_BYTES + " bytes together; make them smaller");
            }
            return size;
        }
    }
}
