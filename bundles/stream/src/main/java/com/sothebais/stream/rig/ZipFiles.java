package com.sothebais.stream.rig;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of a rig in a zip, unpacked into memory. What an entry says of its size is not believed. */
final class ZipFiles implements RigFiles {
    private final Map<String, byte[]> files;

    private ZipFiles(Map<String, byte[]> files) {
        this.files = files;
    }

    /** @throws IOException when it is no zip or unpacks to too much */
    static ZipFiles of(Path zip) throws IOException {
        if (Files.size(zip) > RIG_MAX_BYTES) {
            throw new IOException("it has " + Files.size(zip) + " bytes; at most " + RIG_MAX_BYTES + " are read");
        }
        Map<String, byte[]> files = new TreeMap<>();
        long bytes = 0;
        int entries = 0;
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (++entries > FILES_MAX) {
                    throw new IOException("it has more than " + FILES_MAX + " files; leave out what is not shown");
                }
                if (!entry.isDirectory()) {
                    byte[] content = unpacked(in, entry.getName());
                    bytes += FolderFiles.Limits.checked(entry.getName(), content.length, bytes);
                    files.put(entry.getName(), content);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("it is no zip: " + e.getMessage(), e);
        }
        return new ZipFiles(within(files));
    }

    private static byte[] unpacked(InputStream in, String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = new byte[8_192];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            FolderFiles.Limits.checked(name, (long) out.size() + read, 0);
            out.write(piece, 0, read);
        }
        return out.toByteArray();
    }

    /** Most tools pack the folder and not what is in it. */
    private static Map<String, byte[]> within(Map<String, byte[]> files) {
        if (files.containsKey(RIG)) {
            return files;
        }
        String folder = files.keySet().stream()
                .filter(name -> name.endsWith("/" + RIG) && name.indexOf('/') == name.length() - RIG.length() - 1)
                .map(name -> name.substring(0, name.indexOf('/') + 1))
                .findFirst()
                .orElse("");
        Map<String, byte[]> inside = new TreeMap<>();
        files.forEach((name, content) -> {
            if (name.startsWith(folder)) {
                inside.put(name.substring(folder.length()), content);
            }
        });
        return inside;
    }

    @Override
    public Collection<String> names() {
        return files.keySet();
    }

    @Override
    public byte[] read(String name) throws IOException {
        byte[] content = files.get(name);
        if (content == null) {
            throw new FileNotFoundException(name);
        }
        return content;
    }
}
