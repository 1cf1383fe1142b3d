package com.sothebais.identity.internal;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * The container's {@code users.properties}: {@code name = password,role,_g_:group} and {@code _g_\:group = group,role,role}. Keeps
 * what stands in it, comments included. In Latin-1, as the container reads it.
 */
final class UsersFile {
    private static final String GROUP = "_g_:";
    private static final String ADMIN_GROUP = GROUP + "admingroup";
    private static final String ADMIN_ROLE = "admin";

    private final Path file;
    private final String text;
    private final Properties users = new Properties();

    private UsersFile(Path file, String text) throws IOException {
        this.file = file;
        this.text = text;
        users.load(new StringReader(text));
    }

    /** Reads the file; one that is not there has no users. */
    static UsersFile read(Path file) throws IOException {
        return new UsersFile(file, Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "");
    }

    boolean hasAdmin() {
        return users.stringPropertyNames().stream()
                .filter(name -> !name.startsWith(GROUP))
                .anyMatch(name -> roles(name).stream().anyMatch(this::leadsToAdmin));
    }

    /**
     * Adds an admin and writes the file.
     *
     * @param hash the password as SHA-256 in hexadecimal; the container compares without regard to case
     * @throws IOException when the file cannot be written, or has the name or the group for something else
     */
    void addAdmin(String name, String hash) throws IOException {
        if (users.containsKey(name)) {
            throw new IOException(file + " has a user '" + name + "' who is no admin; make somebody a member of "
                    + GROUP + "admingroup");
        }
        StringBuilder added = new StringBuilder(text);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            added.append('\n');
        }
        added.append("# The first admin, made at the first start.\n");
        added.append(name + " = {CRYPT}" + hash + "{CRYPT}," + ADMIN_GROUP + "\n");
        if (!users.containsKey(ADMIN_GROUP)) {
            added.append("_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh\n");
        } else if (!roles(ADMIN_GROUP).contains(ADMIN_ROLE)) {
            throw new IOException(file + " has a group 'admingroup' without the role admin; add it");
        }
        PrivateFile.write(file, added.toString());
    }

    private boolean leadsToAdmin(String role) {
        return role.equals(ADMIN_ROLE) || role.startsWith(GROUP) && roles(role).contains(ADMIN_ROLE);
    }

    /** Everything behind the password, or behind the word group. */
    private List<String> roles(String name) {
        String[] parts = users.getProperty(name, "").split(",");
        return Arrays.stream(parts).skip(1).map(String::trim).toList();
    }
}
