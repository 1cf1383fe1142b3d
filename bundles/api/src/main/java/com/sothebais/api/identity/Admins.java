package com.sothebais.api.identity;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** People who may administer, and their sessions. Thread-safe. */
@ProviderType
public interface Admins {

    /**
     * A signed-in admin.
     *
     * @param token unguessable, to be sent as a bearer token or kept in an HttpOnly cookie
     * @param expires UTC; every use within the idle timeout moves it on
     */
    record AdminSession(String token, String name, Instant expires) {}

    /** Why a login failed. */
    enum LoginFailure {
        WRONG_NAME_OR_PASSWORD,
        /** Too many failures of this name or address; try again in a minute. */
        LOCKED
    }

    /** A session, or why there is none. Exactly one of the two is present. */
    record LoginResult(Optional<AdminSession> session, Optional<LoginFailure> failure) {}

    /** @param address where the request comes from, for limiting guesses */
    LoginResult login(String name, char[] password, String address);

    /** The live session of the token; extends it. */
    Optional<AdminSession> session(String token);

    void logout(String token);
}
