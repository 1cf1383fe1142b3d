package com.sothebais.web.internal.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the files of the running stream and nothing else. */
final class HlsFiles {
    /** Larger than any segment of a few seconds. */
    static final long SIZE_MAX_BYTES = 64L * 1024 * 1024;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}\\.(m3u8|ts|m4s|mp4)");

    private static final Map<String, String> TYPES = Map.of(
            "m3u8", "application/vnd.apple.mpegurl",
            "ts", "video/mp2t",
            "m4s", "video/iso.segment",
            "mp4", "video/mp4");

    private HlsFiles() {}

    /**
     * One file as it is now.
     *
     * @param playlist whether it changes all the time
     */
    record HlsFile(byte[] bytes, String mediaType, boolean playlist) {}

    /**
     * Reads a file of the directory; empty when the name is not one of the stream's, the file is gone, is a link, or is too large.
     *
     * @param name file name alone
     */
    static Optional<HlsFile> read(Path directory, String name) throws IOException {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Path file = directory.resolve(name);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > SIZE_MAX_BYTES) {
                return Optional.empty();
            }
            String extension = matcher.group(1);
            return Optional.of(new HlsFile(Files.readAllBytes(file), TYPES.get(extension), extension.equals("m3u8")));
        } catch (NoSuchFileException e) {
            // Old segments vanish while people ask for them.
            return Optional.empty();
        }
    }
}
