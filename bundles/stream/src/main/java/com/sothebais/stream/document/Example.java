package com.sothebais.stream.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A file of the bundle that is put where people find it and start from it. */
public final class Example {
    private Example() {}

    /** Writes it, with its directories, unless it is there with just this content: there are many, and every start comes here. */
    public static void write(Path file, byte[] content) throws IOException {
        if (Files.isRegularFile(file)
                && Files.size(file) == content.length
                && Arrays.equals(Files.readAllBytes(file), content)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    public static void write(Path file, String content) throws IOException {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }
}
