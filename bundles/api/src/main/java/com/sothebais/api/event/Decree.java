package com.sothebais.api.event;

import java.util.Objects;

/**
 * Who ordered something by hand, and why. Both are kept in the log for ever.
 *
 * @param admin name of the admin, 1 to 100 characters
 * @param reason one or two sentences, 1 to {@link #REASON_MAX} characters
 */
public record Decree(String admin, String reason) {
    /** Longest reason. */
    public static final int REASON_MAX = 500;

    private static final int ADMIN_MAX = 100;

    public Decree {
        Objects.requireNonNull(admin, "admin");
        Objects.requireNonNull(reason, "reason");
        if (admin.isBlank() || admin.length() > ADMIN_MAX) {
            throw new IllegalArgumentException("the admin's name needs 1.." + ADMIN_MAX + " characters");
        }
        if (reason.isBlank() || reason.length() > REASON_MAX) {
            throw new IllegalArgumentException("a reason of 1.." + REASON_MAX + " characters is required");
        }
    }
}
