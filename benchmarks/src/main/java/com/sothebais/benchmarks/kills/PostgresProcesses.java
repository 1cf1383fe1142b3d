package com.sothebais.benchmarks.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The processes of the server whose data are in one folder; no other server's are touched. */
final class PostgresProcesses {
    private final Path data;

    /** @param directory the folder that the database was given */
    PostgresProcesses(Path directory) {
        this.data = directory.resolve("data");
    }

    /** SIGKILL to the postmaster and all its backends. */
    void kill() {
        running().forEach(ProcessHandle::destroyForcibly);
    }

    /** {@code STOP} or {@code CONT} to all of them. */
    void signal(String name) throws IOException, InterruptedException {
        for (ProcessHandle process : running()) {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                    .start()
                    .waitFor();
        }
    }

    private List<ProcessHandle> running() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(this::isOurs).toList();
        }
    }

    private boolean isOurs(ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.readSymbolicLink(proc.resolve("cwd")).equals(data.toRealPath())
                    && Files.readSymbolicLink(proc.resolve("exe")).endsWith("bin/postgres");
        } catch (IOException e) {
            // Ended meanwhile, or of another user.
            return false;
        }
    }
}
