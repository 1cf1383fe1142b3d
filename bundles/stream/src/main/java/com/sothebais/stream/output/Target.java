package com.sothebais.stream.output;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an output writes, and where.
 *
 * @param name for health and logs
 * @param shown the address without secrets
 * @param format name of the container format
 * @param address file or URL; may hold a secret
 * @param options of the container format, and of the file or connection
 * @param secrets texts that no message may contain, longest first
 */
public record Target(String name, String shown, String format, String address, Options options, List<String> secrets) {
    private static final String HIDDEN = "***";
    // Hiding a letter or two would make words unreadable and hides nothing that could be a key.
    private static final int SECRET_MIN = 4;

    public Target {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(options, "options");
        secrets = List.copyOf(secrets);
    }

    /** A target without secrets. */
    public Target(String name, String format, String address, Map<String, String> containerOptions) {
        this(name, address, format, address, new Options(containerOptions, Map.of()), List.of());
    }

    /** Names and values as FFmpeg knows them. */
    public record Options(Map<String, String> container, Map<String, String> connection) {
        public Options {
            container = Map.copyOf(container);
            connection = Map.copyOf(connection);
        }

        /** Values may be secret. */
        @Override
        public String toString() {
            return container.keySet() + " " + connection.keySet();
        }
    }

    /** The text without anything secret in it. */
    String masked(String text) {
        String masked = text.replace(address, shown);
        for (String secret : secrets) {
            if (secret.length() >= SECRET_MIN) {
                masked = masked.replace(secret, HIDDEN);
            }
        }
        return masked;
    }

    @Override
    public String toString() {
        return name + " to " + shown + " as " + format;
    }
}
