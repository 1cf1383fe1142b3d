package com.sothebais.postgres.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server processes that live in one data folder. PostgreSQL changes into its data folder, all its processes do, so the
 * working directory tells ours from every other server, also when the process id in {@code postmaster.pid} was given to
 * somebody else since.
 */
final class ServerProcesses {
    private static final Logger LOG = LoggerFactory.getLogger(ServerProcesses.class);
    /** Processes whose postmaster was killed notice it at once, unless they wait for the disk. */
    private static final Duration ORPHANS_LIMIT = Duration.ofSeconds(1);

    private static final Duration FAST_LIMIT = Duration.ofSeconds(15);
    private static final Duration IMMEDIATE_LIMIT = Duration.ofSeconds(5);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 5;

    private final Path data;

    ServerProcesses(Path data) {
        this.data = data;
    }

    /** Stops whatever an earlier, killed process left running here, the kindest way that works. */
    void stopLeftovers() {
        List<ProcessHandle> running = running();
        if (running.isEmpty()) {
            return;
        }
        LOG.info("PostgreSQL of an earlier run still lives in {} (pids {}), stopping it", data, pids(running));
        stop();
    }

    /**
     * Fast shutdown of the postmaster, then immediate, then by force on every process; what outlived its postmaster gets a moment only.
     * Not to be cut short by an interrupt.
     */
    void stop() {
        boolean interrupted = Thread.interrupted();
        try {
            stopInSteps();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void stopInSteps() {
        if (postmaster().isEmpty()) {
            if (gone(ORPHANS_LIMIT)) {
                return;
            }
        } else {
            signal("INT", postmaster());
            if (gone(FAST_LIMIT)) {
                return;
            }
            signal("QUIT", postmaster());
            if (gone(IMMEDIATE_LIMIT)) {
                return;
            }
        }
        LOG.warn("PostgreSQL in {} does not stop, killing it; it recovers from its write-ahead log", data);
        running().forEach(ProcessHandle::destroyForcibly);
        if (!gone(KILL_LIMIT)) {
            throw new PostgresException(
                    "PostgreSQL processes " + pids(running()) + " in " + data + " cannot be stopped; end them by hand");
        }
    }

    /** Empty when it was killed. */
    private List<ProcessHandle> postmaster() {
        return Postmaster.read(data).stream()
                .flatMap(postmaster -> running().stream().filter(process -> process.pid() == postmaster.pid()))
                .toList();
    }

    private List<ProcessHandle> running() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(this::livesHere).toList();
        }
    }

    private boolean livesHere(ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.readSymbolicLink(proc.resolve("cwd")).equals(data)
                    && Files.readSymbolicLink(proc.resolve("exe")).endsWith("bin/postgres");
        } catch (IOException e) {
            // Ended meanwhile, or another user's: not ours.
            return false;
        }
    }

    private boolean gone(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!running().isEmpty()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException("interrupted while waiting for PostgreSQL", e);
        }
    }

    /** Java can send SIGTERM and SIGKILL only, and PostgreSQL takes SIGTERM as "when all clients have left". */
    private static void signal(String name, List<ProcessHandle> processes) {
        for (ProcessHandle process : processes) {
            try {
                new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new PostgresException("cannot signal PostgreSQL process " + process.pid(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PostgresException("interrupted while stopping PostgreSQL", e);
            }
        }
    }

    private static List<Long> pids(List<ProcessHandle> processes) {
        return processes.stream().map(ProcessHandle::pid).toList();
    }
}
