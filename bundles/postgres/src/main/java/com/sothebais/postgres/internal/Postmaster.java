package com.sothebais.postgres.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code postmaster.pid} says: the first line is the process id, the eighth whether connections are taken. */
record Postmaster(long pid, boolean ready) {
    private static final String FILE = "postmaster.pid";
    private static final int STATUS_LINE = 7;

    /** Empty when there is no such file or it is still being written. */
    static Optional<Postmaster> read(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve(FILE));
            if (lines.isEmpty() || !lines.get(0).matches("\\d{1,10}")) {
                return Optional.empty();
            }
            boolean ready =
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return Optional.of(new Postmaster(Long.parseLong(lines.get(0)), ready));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new PostgresException("cannot read " + data.resolve(FILE) + ": " + e.getMessage(), e);
        }
    }

    /** To be called only while no server runs in the folder: PostgreSQL refuses to start beside a stranger's process id. */
    static void forget(Path data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException e) {
            throw new PostgresException("cannot remove the stale " + data.resolve(FILE) + ": " + e.getMessage(), e);
        }
    }
}
