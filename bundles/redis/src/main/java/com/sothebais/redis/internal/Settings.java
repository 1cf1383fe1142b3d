package com.sothebais.redis.internal;

import io.lettuce.core.RedisURI;
import java.nio.file.Path;

/**
 * The checked configuration.
 *
 * @param url of the operator's server; empty for an embedded one
 * @param directory where the embedded server lives
 * @param port of the embedded server; 0 for any free one
 */
record Settings(String url, Path directory, int port) {
    private static final String PID = "com.sothebais.redis";
    private static final int PORT_MAX = 65_535;

    Settings {
        if (port < 0 || port > PORT_MAX) {
            throw wrong("port", port, "0 (any free port) to " + PORT_MAX, null);
        }
        if (!url.isBlank()) {
            try {
                RedisURI.create(url);
            } catch (IllegalArgumentException e) {
                throw wrong(
                        "url", url, "redis://[:password@]host:port[/database], or nothing for the embedded server", e);
            }
        }
    }

    static Settings of(RedisComponent.Config config) {
        try {
            int port = Integer.parseInt(config.port().strip());
            return new Settings(config.url().strip(), Path.of(config.directory()), port);
        } catch (NumberFormatException e) {
            throw wrong("port", config.port(), "a whole number", e);
        }
    }

    private static IllegalArgumentException wrong(String key, Object value, String allowed, Throwable cause) {
        return new IllegalArgumentException(
                PID + ": " + key + " = '" + value + "' is not allowed; expected " + allowed, cause);
    }
}
