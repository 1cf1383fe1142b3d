package com.sothebais.stream.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;

/**
 * What changes with the content of a file or directory, to tell without reading whether it has changed.
 *
 * @param bytes of a file, 0 of a directory
 * @param key which file it is, where the file system knows
 */
public record Stamp(FileTime modified, long bytes, Object key) {

    /** Of what cannot be looked at. */
    public static final Stamp NONE = new Stamp(FileTime.fromMillis(0), 0, "");

    /** @throws IOException when it is missing or cannot be looked at */
    public static Stamp of(Path file, LinkOption... links) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class, links);
        return new Stamp(
                attributes.lastModifiedTime(),
                attributes.isDirectory() ? 0 : attributes.size(),
                Objects.requireNonNullElse(attributes.fileKey(), ""));
    }
}
