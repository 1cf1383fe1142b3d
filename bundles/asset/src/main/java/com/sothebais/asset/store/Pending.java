package com.sothebais.asset.store;

import com.sothebais.api.asset.AssetId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Notes which contents were put into the store for a row that is not there yet. A process killed between the two leaves the note, and
 * the next start knows exactly what to look at; contents that never had a row are none of its business. Thread-safe.
 */
public final class Pending {
    private final Path directory;

    /** @param directory made when the first note is written */
    public Pending(Path directory) {
        this.directory = directory;
    }

    /** Durable on return. */
    public void note(AssetId id) throws IOException {
        Files.createDirectories(directory);
        try (FileChannel channel =
                FileChannel.open(directory.resolve(id.value()), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    public void clear(AssetId id) throws IOException {
        Files.deleteIfExists(directory.resolve(id.value()));
    }

    public List<AssetId> all() throws IOException {
        List<AssetId> ids = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> notes = Files.newDirectoryStream(directory)) {
                for (Path note : notes) {
                    ids.add(new AssetId(note.getFileName().toString()));
                }
            }
        }
        return ids;
    }
}
