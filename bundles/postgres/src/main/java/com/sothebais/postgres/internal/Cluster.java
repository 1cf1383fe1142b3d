package com.sothebais.postgres.internal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One database cluster on disk and the commands that make and run it. */
final class Cluster {
    static final String USER = "sothebais";

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String CREATING = "creating-";

    private static final long INIT_LIMIT_SECONDS = 60;
    private static final int PASSWORD_BYTES = 24;
    /**
     * The write-ahead log keeps room that is used again: making a new file of it holds commits up for tens of milliseconds. What a
     * connection writes goes to the disk soon and evenly: left to the end of a checkpoint, it would hold them up for hundreds.
     */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "shared_buffers=128MB",
            "max_connections=50",
            "fsync=on",
            "synchronous_commit=on",
            "jit=off",
            "max_wal_size=1GB",
            "min_wal_size=1GB",
            "wal_buffers=16MB",
            "backend_flush_after=256kB",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_checkpoints=off");

    private final Path directory;
    private final Binaries binaries;
    private final List<String> prefix;

    private Cluster(Path directory, Binaries binaries, List<String> prefix) {
        this.directory = directory;
        this.binaries = binaries;
        this.prefix = prefix;
    }

    static Cluster in(Path directory) throws IOException {
        return new Cluster(directory, Binaries.unpackedIn(directory), prefix(directory));
    }

    Path data() {
        return directory.resolve("data");
    }

    Path log() {
        return directory.resolve("server.log");
    }

    String password() {
        try {
            return Files.readString(passwordFile());
        } catch (IOException e) {
            throw new PostgresException(
                    "cannot read the database password in " + passwordFile() + ": " + e.getMessage(), e);
        }
    }

    /** Made beside its place and renamed at the end: a killed process leaves no half cluster. */
    void create() {
        if (Files.isDirectory(data())) {
            return;
        }
        try {
            removeLeftovers();
            Path fresh = Files.createTempDirectory(directory, CREATING);
            writePassword();
            Process init = new ProcessBuilder(command(
                            "initdb",
                            "--pgdata=" + fresh,
                            "--username=" + USER,
                            "--pwfile=" + passwordFile(),
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--no-instructions"))
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
            if (!init.waitFor(INIT_LIMIT_SECONDS, TimeUnit.SECONDS) || init.exitValue() != 0) {
                init.destroyForcibly();
                throw new PostgresException("cannot create a database in " + directory + ": " + lastLine(log())
                        + " (all of it in " + log() + ")");
            }
            Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PostgresException("cannot create a database in " + directory + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException("interrupted while creating a database", e);
        }
    }

    /** The log holds one run; the one before is kept beside it. */
    Process launch(int port) {
        List<String> command =
                new ArrayList<>(command("postgres", "-D", data().toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        try {
            if (Files.exists(log())) {
                Files.move(log(), directory.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
        } catch (IOException e) {
            throw new PostgresException("cannot run PostgreSQL: " + e.getMessage(), e);
        }
    }

    /** A killed process may have left an initdb behind that still writes; then its folder stays until the next time. */
    private void removeLeftovers() throws IOException {
        List<Path> leftovers;
        try (Stream<Path> children = Files.list(directory)) {
            leftovers = children.filter(child -> child.getFileName().toString().startsWith(CREATING))
                    .toList();
        }
        for (Path leftover : leftovers) {
            try {
                Binaries.removeTree(leftover);
            } catch (DirectoryNotEmptyException e) {
                LOG.warn("{} is still being written by an initdb of an earlier run", leftover);
            }
        }
    }

    private void writePassword() throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Files.writeString(passwordFile(), "");
        Files.setPosixFilePermissions(
                passwordFile(), EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        Files.writeString(passwordFile(), HexFormat.of().formatHex(random));
    }

    private Path passwordFile() {
        return directory.resolve("password");
    }

    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * PostgreSQL refuses to run as root, so root enters a user namespace in which it is nobody. A session of its own keeps a
     * Ctrl-C in the terminal from reaching the database before the platform has stopped.
     */
    private static List<String> prefix(Path directory) throws IOException {
        List<String> prefix = new ArrayList<>();
        if (isOnPath("setsid")) {
            prefix.add("setsid");
        }
        boolean root = Integer.valueOf(0).equals(Files.getAttribute(directory.resolve("owner.lock"), "unix:uid"));
        if (root) {
            if (!runs("unshare", "-U", "true")) {
                throw new PostgresException("PostgreSQL does not run as root and user namespaces are not allowed here;"
                        + " start SothebAIs as an ordinary user, or set 'url' in etc/com.sothebais.postgres.cfg");
            }
            prefix.addAll(List.of("unshare", "-U"));
        }
        return List.copyOf(prefix);
    }

    private static boolean isOnPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static boolean runs(String... command) throws IOException {
        if (!isOnPath(command[0])) {
            return false;
        }
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException("interrupted while starting PostgreSQL", e);
        }
    }

    private static String lastLine(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .toList();
        return lines.isEmpty() ? "initdb said nothing" : lines.get(lines.size() - 1);
    }
}
