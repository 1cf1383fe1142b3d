package com.sothebais.postgres.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own: child process, data in {@code <directory>/data}, loopback only. A start after {@code kill -9}
 * first stops what still runs in the folder; PostgreSQL then recovers from its write-ahead log.
 */
final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);
    private static final int PORT_ATTEMPTS_MAX = 3;
    private static final long SPACE_MIN_BYTES = 64L << 20;
    private static final int TAIL_LINES = 6;
    private static final String LOOPBACK = "127.0.0.1";

    private final DirectoryLock lock;
    private final Cluster cluster;
    private final ServerProcesses processes;
    private Process process;
    private int port;

    private EmbeddedServer(DirectoryLock lock, Cluster cluster) {
        this.lock = lock;
        this.cluster = cluster;
        this.processes = new ServerProcesses(cluster.data());
    }

    /**
     * @param directory for data, programs and log; created when missing
     * @param port to listen on; 0 takes any free one
     */
    static EmbeddedServer start(Path directory, int port) {
        DirectoryLock lock = DirectoryLock.of(directory.toAbsolutePath());
        try {
            checkSpace(directory);
            EmbeddedServer server = new EmbeddedServer(lock, Cluster.in(directory.toRealPath()));
            server.launch(port);
            return server;
        } catch (IOException e) {
            release(lock);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    Endpoint endpoint() {
        String url = "jdbc:postgresql://" + LOOPBACK + ":" + port + "/postgres";
        return new Endpoint(url, Cluster.USER, cluster.password());
    }

    /** Completes when the server process ends, for whatever reason. */
    CompletableFuture<Process> exit() {
        return process.onExit();
    }

    /** Starts a server that died again, at the same port, so that pools reconnect by themselves. */
    void restart() {
        launch(port);
    }

    @Override
    public void close() {
        try {
            processes.stop();
        } finally {
            release(lock);
        }
    }

    private void launch(int wantedPort) {
        processes.stopLeftovers();
        Postmaster.forget(cluster.data());
        cluster.create();
        for (int attempt = 1; ; attempt++) {
            port = wantedPort == 0 ? freePort() : wantedPort;
            long start = System.nanoTime();
            try {
                process = cluster.launch(port);
                awaitReady();
                LOG.info(
                        "embedded PostgreSQL answers on {}:{} after {} ms, data in {}",
                        LOOPBACK,
                        port,
                        (System.nanoTime() - start) / 1_000_000,
                        cluster.data());
                return;
            } catch (PostgresException e) {
                processes.stop();
                boolean raced = wantedPort == 0 && isBusy(port) && attempt < PORT_ATTEMPTS_MAX;
                if (!raced) {
                    throw e;
                }
            }
        }
    }

    private void awaitReady() {
        long end = System.nanoTime() + READY_LIMIT.toNanos();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new PostgresException(why());
            }
            if (System.nanoTime() > end) {
                throw new PostgresException(
                        "PostgreSQL is not ready after " + READY_LIMIT.toSeconds() + " s: " + tail());
            }
            ServerProcesses.pause();
        }
    }

    private boolean isReady() {
        Optional<Postmaster> postmaster = Postmaster.read(cluster.data());
        return postmaster.isPresent()
                && postmaster.get().ready()
                && postmaster.get().pid() == process.pid();
    }

    private String why() {
        if (isBusy(port)) {
            return "port " + port + " is in use by another program; set 'port' in etc/com.sothebais.postgres.cfg"
                    + " to a free one, or to 0 for any";
        }
        return "PostgreSQL did not start in " + cluster.data() + ": " + tail();
    }

    private String tail() {
        List<String> lines = new ArrayList<>();
        try {
            lines.addAll(Files.readAllLines(cluster.log(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            lines.add("(its log " + cluster.log() + " cannot be read: " + e.getMessage() + ")");
        }
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }

    private static void checkSpace(Path directory) throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace();
        if (free < SPACE_MIN_BYTES) {
            throw new PostgresException("the disk of " + directory + " has " + (free >> 20)
                    + " MB left, PostgreSQL needs " + (SPACE_MIN_BYTES >> 20) + " MB; free some space");
        }
    }

    private static boolean isBusy(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(LOOPBACK, port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new PostgresException("no free port on " + LOOPBACK + ": " + e.getMessage(), e);
        }
    }

    private static void release(DirectoryLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("the lock of the data folder could not be freed; it is with the end of the process", e);
        }
    }
}
