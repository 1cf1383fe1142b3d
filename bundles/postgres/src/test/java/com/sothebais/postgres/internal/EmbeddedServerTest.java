package com.sothebais.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The tests share a folder, as the starts of one installation do. */
@TestMethodOrder(OrderAnnotation.class)
class EmbeddedServerTest {
    private static final long ROWS_BEFORE_KILL = 200;

    @TempDir
    static Path directory;

    @Test
    @Order(1)
    void keepsDataAcrossARestart() throws Exception {
        long start = System.nanoTime();
        try (EmbeddedServer server = EmbeddedServer.start(directory, 0);
                PooledDatabase database = PooledDatabase.open(server.endpoint(), 2)) {
            print("first start", start);
            execute(database, "create table kept (id int); insert into kept values (7)");
        }
        start = System.nanoTime();
        try (EmbeddedServer server = EmbeddedServer.start(directory, 0);
                PooledDatabase database = PooledDatabase.open(server.endpoint(), 2)) {
            print("restart", start);
            assertThat(number(database, "select id from kept")).isEqualTo(7);
        }
        assertThat(Postmaster.read(directory.toRealPath().resolve("data"))).isEmpty();
    }

    @Test
    @Order(2)
    void loadsEveryAcknowledgedRowAfterTheProcessWasKilled() throws Exception {
        Process node = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledNode.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long acknowledged = 0;
        try (BufferedReader out = node.inputReader()) {
            while (acknowledged < ROWS_BEFORE_KILL) {
                acknowledged = Long.parseLong(out.readLine());
            }
            node.destroyForcibly();
            assertThat(node.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        long orphan = Postmaster.read(directory.toRealPath().resolve("data"))
                .orElseThrow()
                .pid();
        assertThat(ProcessHandle.of(orphan))
                .as("the server outlives its platform")
                .isPresent();

        long start = System.nanoTime();
        try (EmbeddedServer server = EmbeddedServer.start(directory, 0);
                PooledDatabase database = PooledDatabase.open(server.endpoint(), 2)) {
            print("start after kill -9", start);
            assertThat(number(database, "select count(*) from sample_note where text = 'kept'"))
                    .isGreaterThanOrEqualTo(acknowledged);
        }
        // Nobody may have collected its exit yet, but a process that ended has no program any more.
        assertThat(Path.of("/proc", Long.toString(orphan), "exe").toFile()).doesNotExist();
    }

    @Test
    @Order(3)
    void recoversWhenTheServerItselfWasKilledAndItsProcessIdBelongsToSomebodyElse() throws Exception {
        EmbeddedServer server = EmbeddedServer.start(directory, 0);
        try (PooledDatabase database = PooledDatabase.open(server.endpoint(), 2)) {
            execute(database, "create table survivor (id int); insert into survivor values (1)");
        }
        Path data = directory.toRealPath().resolve("data");
        long postmaster = Postmaster.read(data).orElseThrow().pid();
        ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
        server.exit().get(10, TimeUnit.SECONDS);
        server.close();
        Path pidFile = data.resolve("postmaster.pid");
        Files.writeString(
                pidFile,
                Files.readString(pidFile)
                        .replaceFirst(
                                "\\d+", Long.toString(ProcessHandle.current().pid())));

        try (EmbeddedServer again = EmbeddedServer.start(directory, 0);
                PooledDatabase database = PooledDatabase.open(again.endpoint(), 2)) {
            assertThat(number(database, "select count(*) from survivor")).isEqualTo(1);
        }
    }

    /** As one does that waits for the disk. */
    @Test
    @Order(4)
    void waitsOnlyAMomentForAProcessThatDoesNotNoticeTheDeathOfItsServer() throws Exception {
        EmbeddedServer server = EmbeddedServer.start(directory, 0);
        long postmaster = Postmaster.read(directory.toRealPath().resolve("data"))
                .orElseThrow()
                .pid();
        ProcessHandle deaf = ProcessHandle.of(postmaster)
                .orElseThrow()
                .children()
                .findFirst()
                .orElseThrow();
        new ProcessBuilder("kill", "-STOP", Long.toString(deaf.pid())).start().waitFor();
        ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
        server.exit().get(10, TimeUnit.SECONDS);

        long start = System.nanoTime();
        server.restart();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        try (PooledDatabase database = PooledDatabase.open(server.endpoint(), 2)) {
            assertThat(number(database, "select count(*) from survivor")).isEqualTo(1);
        }
        server.close();
    }

    @Test
    @Order(5)
    void namesTheBusyPortAndTheKeyToChange() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedServer.start(directory, taken.getLocalPort()))
                    .isInstanceOf(PostgresException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is in use")
                    .hasMessageContaining("'port' in etc/com.sothebais.postgres.cfg");
        }
        EmbeddedServer.start(directory, 0).close();
    }

    @Test
    @Order(6)
    void refusesAFolderThatALivingPlatformUses() {
        EmbeddedServer server = EmbeddedServer.start(directory, 0);
        try {
            assertThatThrownBy(() -> EmbeddedServer.start(directory, 0))
                    .isInstanceOf(PostgresException.class)
                    .hasMessageContaining("another running SothebAIs uses " + directory);
        } finally {
            server.close();
        }
    }

    @Test
    @Order(7)
    void keepsThePasswordToItsOwner() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    @Order(8)
    void saysWhatIsWrongWithAFolderThatCannotBeMade() throws Exception {
        Path file = Files.createFile(directory.resolve("a-file"));

        assertThatThrownBy(() -> EmbeddedServer.start(file.resolve("below"), 0))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining("cannot write to " + file.resolve("below"))
                .hasMessageContaining("'directory' in etc/com.sothebais.postgres.cfg");
    }

    static void execute(PooledDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(PooledDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getLong(1);
        }
    }

    private static void print(String what, long startNanos) {
        System.out.println(what + ": " + (System.nanoTime() - startNanos) / 1_000_000 + " ms");
    }
}
