package com.sothebais.postgres.internal;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The checked configuration.
 *
 * @param external a server of the operator's; empty for an embedded one
 * @param directory where the embedded server lives
 * @param port of the embedded server; 0 for any free one
 * @param connectionsMax size of the pool
 */
record Settings(Optional<Endpoint> external, Path directory, int port, int connectionsMax) {
    private static final String PID = "com.sothebais.postgres";
    private static final int PORT_MAX = 65_535;
    private static final int CONNECTIONS_MAX = 40;

    Settings {
        if (port < 0 || port > PORT_MAX) {
            throw wrong("port", port, "0 (any free port) to " + PORT_MAX);
        }
        if (connectionsMax < 2 || connectionsMax > CONNECTIONS_MAX) {
            throw wrong("connections", connectionsMax, "2 to " + CONNECTIONS_MAX);
        }
    }

    static Settings of(PostgresComponent.Config config) {
        Optional<Endpoint> external = config.url().isBlank()
                ? Optional.empty()
                : Optional.of(new Endpoint(checked(config.url().strip()), config.user(), config.password()));
        if (external.isEmpty() && config.directory().isBlank()) {
            throw wrong("directory", "", "a folder for the embedded server, or a 'url' instead");
        }
        return new Settings(
                external,
                Path.of(config.directory()),
                number("port", config.port()),
                number("connections", config.connections()));
    }

    private static int number(String key, String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw wrong(key, value, "a whole number");
        }
    }

    private static String checked(String url) {
        if (!url.startsWith("jdbc:postgresql://")) {
            throw wrong("url", url, "jdbc:postgresql://host:port/database, or nothing for the embedded server");
        }
        return url;
    }

    private static PostgresException wrong(String key, Object value, String allowed) {
        return new PostgresException(PID + ": " + key + " = '" + value + "' is not allowed; expected " + allowed);
    }
}
