package com.sothebais.asset.store;

import com.sothebais.api.asset.Asset;
import com.sothebais.api.asset.AssetId;
import com.sothebais.asset.check.ContentCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Contents in files named by their SHA-256, in folders by its first two digits. Thread-safe. */
public final class FileStore implements Store {
    private static final int FOLDER_DIGITS = 2;

    private final Path directory;

    /** @param directory made when the first content is stored */
    public FileStore(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    @Override
    public void put(Asset content, Path file) throws IOException {
        Path target = file(content.id());
        if (Files.isRegularFile(target)) {
            return;
        }
        force(file, StandardOpenOption.WRITE);
        if (!Files.isDirectory(target.getParent())) {
            Files.createDirectories(target.getParent());
            force(directory, StandardOpenOption.READ);
        }
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        force(target.getParent(), StandardOpenOption.READ);
    }

    @Override
    public Optional<Asset> stat(AssetId id) throws IOException {
        Path file = file(id);
        try (InputStream in = Files.newInputStream(file)) {
            String type = ContentCheck.typeOfStored(in.readNBytes(ContentCheck.HEAD_BYTES));
            return Optional.of(new Asset(id, type, Files.size(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<InputStream> open(AssetId id, long from) throws IOException {
        try {
            SeekableByteChannel channel = Files.newByteChannel(file(id));
            return Optional.of(Channels.newInputStream(channel.position(from)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(AssetId id) throws IOException {
        Files.deleteIfExists(file(id));
    }

    @Override
    public List<AssetId> list(Optional<AssetId> after, int limit) throws IOException {
        List<AssetId> ids = new ArrayList<>();
        String behind = after.map(AssetId::value).orElse("");
        for (Path folder : sorted(directory, "[0-9a-f]{" + FOLDER_DIGITS + "}")) {
            if (folder.getFileName().toString().compareTo(behind.substring(0, Math.min(FOLDER_DIGITS, behind.length())))
                    < 0) {
                continue;
            }
            for (Path file : sorted(folder, "[0-9a-f]{64}")) {
                String name = file.getFileName().toString();
                if (name.compareTo(behind) > 0) {
                    ids.add(new AssetId(name));
                }
                if (ids.size() == limit) {
                    return ids;
                }
            }
        }
        return ids;
    }

    @Override
    public String place() {
        return directory.toString();
    }

    private static List<Path> sorted(Path folder, String pattern) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** An id is hexadecimal digits only, so it cannot lead out of the directory. */
    private Path file(AssetId id) {
        return directory.resolve(id.value().substring(0, FOLDER_DIGITS)).resolve(id.value());
    }

    /** A name is durable when its directory is. */
    private static void force(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }
}
