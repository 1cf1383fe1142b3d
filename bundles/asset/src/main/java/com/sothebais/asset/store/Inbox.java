package com.sothebais.asset.store;

import com.sothebais.api.asset.AssetConflictException;
import com.sothebais.api.asset.AssetConflictException.Obstacle;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.AssetRefusedException;
import com.sothebais.api.asset.AssetRefusedException.Reason;
import com.sothebais.api.asset.Assets.AssetException;
import com.sothebais.asset.check.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Takes content from outside to a file of its own, counting and hashing as it comes. Thread-safe. */
public final class Inbox {
    private static final int BUFFER_BYTES = 64 * 1024;

    /** The disk is asked for its space once in so many bytes. */
    private static final long SPACE_EVERY_BYTES = 4 * 1024 * 1024;

    private final Path directory;
    private final Limits limits;
    private final long spaceLeftBytes;

    /**
     * @param directory for files that are on their way; nobody else's
     * @param spaceLeftBytes what must stay free on the disk
     */
    public Inbox(Path directory, Limits limits, long spaceLeftBytes) {
        this.directory = directory;
        this.limits = limits;
        this.spaceLeftBytes = spaceLeftBytes;
    }

    /**
     * Content on the disk that belongs to nobody yet.
     *
     * @param file the receiver's to move or delete
     */
    public record Received(AssetId id, Path file, long bytes) {}

    /** Throws away what a process that ended left half received. */
    public void clean() throws IOException {
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /**
     * @param content read to its end or to the limit
     * @throws AssetConflictException when there is too little space
     * @throws AssetRefusedException when it cannot be read to its end
     * @throws AssetException when the file cannot be written
     */
    public Received receive(InputStream content) {
        Path file = null;
        try {
            Files.createDirectories(directory);
            checkSpace(0);
            file = Files.createTempFile(directory, "part-", "");
            Received received = copy(content, file);
            if (received.bytes() == 0) {
                throw new AssetRefusedException(
                        Reason.NOT_MEDIA, "The file is empty; upload one with a picture or a video in it.");
            }
            file = null;
            return received;
        } catch (IOException e) {
            checkSpace(SPACE_EVERY_BYTES);
            throw new AssetException("the content could not be received into " + directory + ": " + e.getMessage(), e);
        } finally {
            discard(file);
        }
    }

    /** Deletes a file that is not wanted any more; one that cannot be deleted is deleted at the next start. */
    public static void discard(Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
        }
    }

    /** Under which id the content is stored. */
    public static AssetId idOf(byte[] content) {
        return new AssetId(HexFormat.of().formatHex(sha256().digest(content)));
    }

    private Received copy(InputStream content, Path file) throws IOException {
        MessageDigest digest = sha256();
        DigestInputStream in = new DigestInputStream(content, digest);
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        long asked = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int count = read(in, buffer); count >= 0; count = read(in, buffer)) {
                bytes += count;
                if (bytes > limits.bytes()) {
                    throw limits.tooManyBytes(bytes);
                }
                if (bytes - asked >= SPACE_EVERY_BYTES) {
                    checkSpace(0);
                    asked = bytes;
                }
                out.write(buffer, 0, count);
            }
        }
        return new Received(new AssetId(HexFormat.of().formatHex(digest.digest())), file, bytes);
    }

    /** Whoever sends broke off: that is not the store's failure. */
    private static int read(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new AssetRefusedException(
                    Reason.DAMAGED, "The file could not be read to its end (" + e.getMessage() + "); upload it again.");
        }
    }

    private void checkSpace(long more) {
        long free;
        try {
            free = Files.getFileStore(directory).getUsableSpace();
        } catch (IOException e) {
            throw new AssetException("the disk of " + directory + " does not tell its space: " + e.getMessage(), e);
        }
        if (free < spaceLeftBytes + more) {
            throw new AssetConflictException(
                    Obstacle.NO_SPACE,
                    "The disk has " + free + " bytes left and keeps " + spaceLeftBytes
                            + " for the platform; free some space, or lower 'space.left.megabytes' in"
                            + " etc/com.sothebais.asset.cfg.");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
