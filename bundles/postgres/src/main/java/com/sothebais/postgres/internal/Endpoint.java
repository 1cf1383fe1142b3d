package com.sothebais.postgres.internal;

import java.util.Objects;

/** Where a PostgreSQL server answers and as whom to log in. Its text form leaves the password out. */
record Endpoint(String url, String user, String password) {
    Endpoint {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
