package com.sothebais.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.database.Database;
import com.sothebais.api.health.Health;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseKeeperTest {
    private final BlockingQueue<Database> offered = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> withdrawn = new LinkedBlockingQueue<>();

    @TempDir
    Path directory;

    @Test
    void offersAMigratedDatabaseStartsADeadServerAgainAndWithdrawsAtTheEnd() throws Exception {
        try (DatabaseKeeper keeper = keeper(embedded())) {
            PooledDatabase database = (PooledDatabase) offered.poll(60, TimeUnit.SECONDS);
            assertThat(database).isNotNull();
            migratesOnceAndNamesBrokenScripts(database);
            await(() -> keeper.health().status() == Health.Status.WELL);

            Path data = directory.toRealPath().resolve("data");
            long dead = Postmaster.read(data).orElseThrow().pid();
            ProcessHandle.of(dead).orElseThrow().destroyForcibly();

            await(() -> Postmaster.read(data)
                    .filter(postmaster -> postmaster.ready() && postmaster.pid() != dead)
                    .isPresent());
            await(database::answers);
            assertThat(EmbeddedServerTest.number(database, "select count(*) from sample_note"))
                    .isEqualTo(1);
            assertThat(withdrawn).isEmpty();
        }
        assertThat(withdrawn).hasSize(1);
    }

    @Test
    void staysDownWithOneClearMessageWhenNobodyAnswersAtTheAddress() {
        Endpoint nobody = new Endpoint("jdbc:postgresql://127.0.0.1:9/nothing", "someone", "secret");
        try (DatabaseKeeper keeper = keeper(new Settings(Optional.of(nobody), Path.of("unused"), 0, 2))) {
            await(() -> keeper.health().message().contains("cannot connect"));

            assertThat(keeper.health().status()).isEqualTo(Health.Status.DOWN);
            assertThat(keeper.health().message())
                    .contains("jdbc:postgresql://127.0.0.1:9/nothing as someone")
                    .doesNotContain("secret");
            assertThat(offered).isEmpty();
        }
    }

    @Test
    void namesThePidTheKeyTheValueAndWhatIsAllowed() {
        assertThatThrownBy(() -> new Settings(Optional.empty(), directory, 70_000, 2))
                .isInstanceOf(PostgresException.class)
                .hasMessage("com.sothebais.postgres: port = '70000' is not allowed;"
                        + " expected 0 (any free port) to 65535");
        assertThatThrownBy(() -> new Settings(Optional.empty(), directory, 0, 1))
                .hasMessageContaining("connections = '1'");
    }

    private static void migratesOnceAndNamesBrokenScripts(PooledDatabase database) throws Exception {
        database.migrate("sample", DatabaseKeeperTest.class);
        database.migrate("sample", DatabaseKeeperTest.class);
        assertThat(EmbeddedServerTest.number(database, "select count(*) from sample_note"))
                .isEqualTo(1);
        assertThat(EmbeddedServerTest.number(
                        database, "select count(*) from schema_history_sample where type = 'SQL' and success"))
                .isEqualTo(2);
        assertThatThrownBy(() -> database.migrate("broken", DatabaseKeeperTest.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'broken'")
                .hasMessageContaining("V1__oops.sql");
        assertThatThrownBy(() -> database.migrate("absent", DatabaseKeeperTest.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/db/absent");
    }

    private DatabaseKeeper keeper(Settings settings) {
        return new DatabaseKeeper(settings, database -> {
            offered.add(database);
            return () -> withdrawn.add("withdrawn");
        });
    }

    private Settings embedded() {
        return new Settings(Optional.empty(), directory, 0, 4);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 30 s").isLessThan(end);
            ServerProcesses.pause();
        }
    }
}
