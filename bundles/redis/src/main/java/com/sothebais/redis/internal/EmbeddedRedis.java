package com.sothebais.redis.internal;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis server of our own: child process, data in one folder, loopback only, with a password that lives as long as it does. What
 * an earlier, killed process left running in the folder is stopped first; it is known by its working directory.
 */
final class EmbeddedRedis implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);
    private static final long STOP_MILLIS = 5_000;
    private static final long POLL_MILLIS = 5;
    private static final int PASSWORD_BYTES = 24;
    private static final String LOOPBACK = "127.0.0.1";

    private final Path directory;
    private final FileChannel lock;
    private final int port;
    private final String password;
    private Process process;

    private EmbeddedRedis(Path directory, FileChannel lock, int port) {
        this.directory = directory;
        this.lock = lock;
        this.port = port;
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        this.password = HexFormat.of().formatHex(random);
    }

    /** @param port to listen on; 0 takes any free one */
    static EmbeddedRedis start(Path directory, int port) throws IOException {
        Files.createDirectories(directory);
        Path home = directory.toRealPath();
        FileChannel lock = lock(home);
        try {
            EmbeddedRedis redis = new EmbeddedRedis(home, lock, port == 0 ? freePort() : port);
            redis.launch();
            return redis;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    String url() {
        return "redis://:" + password + "@" + LOOPBACK + ":" + port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Starts a server that died again, at the same port with the same password, so that clients reconnect. */
    void restart() throws IOException {
        launch();
    }

    String lastWords() {
        try (Stream<String> lines = Files.lines(log())) {
            List<String> all = lines.filter(line -> !line.isBlank()).toList();
            return all.isEmpty() ? "it said nothing" : all.get(all.size() - 1);
        } catch (IOException e) {
            return "its log " + log() + " cannot be read";
        }
    }

    @Override
    public void close() {
        try (lock) {
            stopAll();
        } catch (IOException e) {
            LOG.warn("the lock of {} could not be freed; it is with the end of the process", directory, e);
        }
    }

    private void launch() throws IOException {
        if (!running().isEmpty()) {
            LOG.info("Redis of an earlier run still lives in {}, stopping it", directory);
            stopAll();
        }
        writeConfiguration();
        File program =
                ExecutableProvider.newJarResourceProvider(directory.toFile()).get();
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            // A session of its own keeps a Ctrl-C in the terminal away from it.
            command.add("/usr/bin/setsid");
        }
        command.addAll(List.of(program.getAbsolutePath(), configuration().toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private void writeConfiguration() throws IOException {
        Files.deleteIfExists(configuration());
        Files.createFile(
                configuration(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(
                configuration(),
                List.of(
                        "bind " + LOOPBACK,
                        "port " + port,
                        "requirepass " + password,
                        "dir \"" + directory + "\"",
                        "appendonly yes",
                        "appendfsync everysec",
                        "save \"\"",
                        "maxmemory 256mb",
                        "maxmemory-policy noeviction",
                        "loglevel warning"));
    }

    /** SIGTERM makes Redis flush and leave. */
    private void stopAll() {
        boolean interrupted = Thread.interrupted();
        try {
            running().forEach(ProcessHandle::destroy);
            if (!gone()) {
                LOG.warn("Redis in {} does not stop, killing it", directory);
                running().forEach(ProcessHandle::destroyForcibly);
                gone();
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean gone() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS);
        while (!running().isEmpty()) {
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return true;
    }

    private List<ProcessHandle> running() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(this::livesHere).toList();
        }
    }

    private boolean livesHere(ProcessHandle candidate) {
        Path proc = Path.of("/proc", Long.toString(candidate.pid()));
        try {
            return Files.readSymbolicLink(proc.resolve("cwd")).equals(directory)
                    && Files.readSymbolicLink(proc.resolve("exe")).startsWith(directory);
        } catch (IOException e) {
            // Ended meanwhile, or another user's: not ours.
            return false;
        }
    }

    private Path configuration() {
        return directory.resolve("redis.conf");
    }

    private Path log() {
        return directory.resolve("server.log");
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("owner.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("the lock is held in this process", e);
        }
        channel.close();
        throw new IOException("another running SothebAIs uses " + directory
                + "; stop it, or set another 'directory' in etc/com.sothebais.redis.cfg");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }
}
