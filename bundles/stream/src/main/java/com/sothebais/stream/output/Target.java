package com.sothebais.stream.output;

import java.util.Map;
import java.util.Objects;

/**
 * What an output writes, and where.
 *
 * @param name for health and logs
 * @param shown the address without secrets
 * @param format name of the container format
 * @param address file or URL
 * @param containerOptions options of the container format
 * @param connectionOptions options of the file or connection
 */
public record Target(
        String name,
        String shown,
        String format,
        String address,
        Map<String, String> containerOptions,
        Map<String, String> connectionOptions) {
    public Target {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(address, "address");
        containerOptions = Map.copyOf(containerOptions);
        connectionOptions = Map.copyOf(connectionOptions);
    }
}
