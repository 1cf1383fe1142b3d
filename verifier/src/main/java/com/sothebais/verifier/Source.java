package com.sothebais.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Brings the text of a ledger from a file, from standard input or from a running platform. */
final class Source {
    /** Largest file that is read: about 190,000 entries. */
    static final int BYTES_MAX = 64 << 20;

    private static final int TIMEOUT_MILLIS = 10_000;

    private Source() {}

    /** @param name a file, {@code -} for standard input, or an address that begins with http:// or https:// */
    static String read(String name, InputStream standardInput) {
        try (InputStream in = open(name, standardInput)) {
            byte[] bytes = in.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw new Unreadable("it is larger than " + (BYTES_MAX >> 20) + " MB, which no ledger is");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable("the file is not text in UTF-8");
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new Unreadable("there is no such file");
        } catch (IOException e) {
            throw new Unreadable("it cannot be read: " + e.getMessage());
        }
    }

    private static InputStream open(String name, InputStream standardInput) throws IOException {
        if (name.equals("-")) {
            return standardInput;
        }
        if (!name.startsWith("http://") && !name.startsWith("https://")) {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new Unreadable("it is a directory; name the ledger file in it");
            }
            return Files.newInputStream(path);
        }
        HttpURLConnection connection;
        try {
            connection = (HttpURLConnection) URI.create(name).toURL().openConnection();
        } catch (IllegalArgumentException e) {
            throw new Unreadable("it is not an address");
        }
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setInstanceFollowRedirects(false);
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new Unreadable("the server answered " + connection.getResponseCode() + " instead of a ledger");
        }
        return connection.getInputStream();
    }
}
