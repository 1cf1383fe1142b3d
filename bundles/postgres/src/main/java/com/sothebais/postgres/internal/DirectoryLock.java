package com.sothebais.postgres.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Makes sure that one living process uses a data folder. The operating system frees the lock of a killed process, so whoever
 * holds it may stop any server that still runs in the folder.
 */
final class DirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock of(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(
                    directory.resolve("owner.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (taken(channel) == null) {
                channel.close();
                throw new PostgresException("another running SothebAIs uses " + directory
                        + "; stop it, or set another 'directory' in etc/com.sothebais.postgres.cfg");
            }
            return new DirectoryLock(channel);
        } catch (IOException e) {
            throw new PostgresException(
                    "cannot write to " + directory + ": " + e.getMessage()
                            + "; make it writable or set 'directory' in etc/com.sothebais.postgres.cfg",
                    e);
        }
    }

    private static FileLock taken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
