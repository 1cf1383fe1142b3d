package com.sothebais.identity.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Gives an installation without any admin its first one, with a random password that is written once to a file that only the
 * owner may read. There is no default password.
 */
final class FirstAdmin {
    static final String NAME = "admin";
    static final String PASSWORD_FILE = "first-admin-password";
    private static final int PASSWORD_LENGTH = 20;

    /** Without the characters that people confuse; 20 of them are 115 bits, which need no salt. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    private final Path users;
    private final Path password;
    private final RandomGenerator random;

    FirstAdmin(Path etc, Path data, RandomGenerator random) {
        this.users = etc.resolve("users.properties");
        this.password = data.resolve(PASSWORD_FILE);
        this.random = random;
    }

    /**
     * Makes the admin if there is none. The password is written before the user: whoever is killed in between gets another one at
     * the next start, and never a user whose password nobody knows.
     *
     * @return where the password stands, when an admin was made
     * @throws IOException when the files cannot be read or written; says which and why
     */
    Optional<Path> ensure() throws IOException {
        UsersFile file = UsersFile.read(users);
        if (file.hasAdmin()) {
            return Optional.empty();
        }
        String secret = secret();
        Files.createDirectories(password.toAbsolutePath().getParent());
        PrivateFile.write(password, secret + "\n");
        file.addAdmin(NAME, sha256(secret));
        return Optional.of(password);
    }

    private String secret() {
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            secret.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return secret.toString();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().withUpperCase().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
