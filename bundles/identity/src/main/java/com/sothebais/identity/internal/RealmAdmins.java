package com.sothebais.identity.internal;

import com.sothebais.api.identity.Admins;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in whom the realm admits, limits guessing, and keeps the sessions. Thread-safe. */
final class RealmAdmins implements Admins {
    private static final Logger LOG = LoggerFactory.getLogger(RealmAdmins.class);

    /** Longer names and passwords are nobody's, and cost no work. */
    static final int NAME_MAX = 100;

    static final int PASSWORD_MAX = 1_000;

    private final Realm realm;
    private final Guesses guesses;
    private final Sessions sessions;
    private volatile Optional<String> trouble = Optional.empty();

    RealmAdmins(Realm realm, Guesses guesses, Sessions sessions) {
        this.realm = realm;
        this.guesses = guesses;
        this.sessions = sessions;
    }

    @Override
    public LoginResult login(String name, char[] password, String address) {
        String known = name.length() > NAME_MAX ? name.substring(0, NAME_MAX) : name;
        if (!guesses.begin(known, address)) {
            return failed(LoginFailure.LOCKED);
        }
        if (name.length() > NAME_MAX || password.length > PASSWORD_MAX || !admitted(name, password)) {
            return failed(LoginFailure.WRONG_NAME_OR_PASSWORD);
        }
        guesses.forgive(known, address);
        return new LoginResult(Optional.of(sessions.open(name)), Optional.empty());
    }

    @Override
    public Optional<AdminSession> session(String token) {
        return sessions.use(token);
    }

    @Override
    public void logout(String token) {
        sessions.close(token);
    }

    /** Why nobody can log in; empty when people can. */
    Optional<String> trouble() {
        return trouble;
    }

    int sessions() {
        return sessions.count();
    }

    private boolean admitted(String name, char[] password) {
        try {
            boolean admitted = realm.admits(name, password);
            trouble = Optional.empty();
            return admitted;
        } catch (RealmException e) {
            trouble = Optional.of(e.getMessage());
            LOG.error("nobody can log in: {}", e.getMessage(), e);
            return false;
        }
    }

    private static LoginResult failed(LoginFailure failure) {
        return new LoginResult(Optional.empty(), Optional.of(failure));
    }
}
