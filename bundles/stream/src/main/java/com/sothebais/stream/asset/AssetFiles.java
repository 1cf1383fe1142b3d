package com.sothebais.stream.asset;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import com.sothebais.api.asset.Assets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * Media in files named by their SHA-256, in folders by its first two digits. A file appears whole or not at all, so that a process
 * killed while it writes leaves nothing wrong behind. Thread-safe.
 */
public final class AssetFiles implements Assets {
    private static final int FOLDER_DIGITS = 2;
    private static final String SVG = "image/svg+xml";

    private final Path directory;

    /** @param directory made when the first asset is stored */
    public AssetFiles(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    @Override
    public Asset store(byte[] content) {
        Objects.requireNonNull(content, "content");
        if (content.length == 0 || content.length > SIZE_MAX_BYTES) {
            throw new IllegalArgumentException(
                    "expected 1.." + SIZE_MAX_BYTES + " bytes of content, got " + content.length);
        }
        String type = MediaType.of(content)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected PNG, JPEG, GIF, WebP or SVG, got " + content.length + " bytes of something else"));
        if (SVG.equals(type) && MediaType.isActive(content)) {
            throw new IllegalArgumentException("an SVG with scripts, event handlers or entities is not taken");
        }
        AssetId id = new AssetId(HexFormat.of().formatHex(sha256(content)));
        Path file = file(id);
        if (!Files.isRegularFile(file)) {
            write(file, content);
        }
        return new Asset(id, type, content.length);
    }

    @Override
    public Optional<byte[]> content(AssetId id) {
        try {
            return Optional.of(Files.readAllBytes(file(id)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new AssetException("cannot read asset " + id + " from " + directory + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        Path file = file(id);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(MediaType.HEAD_BYTES);
            return MediaType.of(head).map(type -> new Asset(id, type, length(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            throw new AssetException("cannot read asset " + id + " from " + directory + ": " + e.getMessage(), e);
        }
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An id is hexadecimal digits only, so it cannot lead out of the directory. */
    private Path file(AssetId id) {
        return directory.resolve(id.value().substring(0, FOLDER_DIGITS)).resolve(id.value());
    }

    private void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), ".part-", "");
            try {
                try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    ByteBuffer bytes = ByteBuffer.wrap(content);
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(true);
                }
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new AssetException("cannot store " + content.length + " bytes in " + directory + ": " + e, e);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
