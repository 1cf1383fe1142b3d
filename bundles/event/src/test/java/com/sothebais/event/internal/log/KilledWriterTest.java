package com.sothebais.event.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.Recorded;
import com.sothebais.event.internal.TestDatabase;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KilledWriterTest {
    private static final long ENOUGH = 1_000;

    @TempDir
    Path directory;

    @Test
    void findsEveryAcknowledgedFactAndWholeBatchesOnlyAfterKillingThePlatform() throws Exception {
        Process writer = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long acknowledged = 0;
        try (BufferedReader out = writer.inputReader()) {
            while (acknowledged < ENOUGH) {
                acknowledged = Long.parseLong(out.readLine());
            }
            writer.destroyForcibly();
            assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }

        try (TestDatabase database = new TestDatabase(directory)) {
            PostgresEventLog log = new PostgresEventLog(database.database());
            List<Recorded> facts = log.read(0, EventLog.READ_MAX);
            long last = log.last();

            assertThat(last).isGreaterThanOrEqualTo(acknowledged);
            assertThat(last % 20).as("a batch is recorded whole or not at all").isZero();
            assertThat(facts)
                    .extracting(Recorded::position)
                    .startsWith(LongStream.rangeClosed(1, Math.min(last, EventLog.READ_MAX))
                            .boxed()
                            .toArray(Long[]::new));
            assertThat(facts)
                    .extracting(Recorded::sequence)
                    .containsExactlyElementsOf(
                            facts.stream().map(Recorded::position).toList());
        }
    }
}
