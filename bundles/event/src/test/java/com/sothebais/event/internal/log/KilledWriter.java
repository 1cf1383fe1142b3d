package com.sothebais.event.internal.log;

import com.sothebais.api.agent.HostEvent.LineSpoken;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.event.internal.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A process that records batch after batch and acknowledges the last position of each on standard output, until it is killed. */
final class KilledWriter {
    private static final int BATCH = 20;

    private KilledWriter() {}

    public static void main(String[] arguments) {
        TestDatabase database = new TestDatabase(Path.of(arguments[0]));
        PostgresEventLog log = new PostgresEventLog(database.database());
        NewEvent fact = new NewEvent(
                new StreamId("killed"),
                new LineSpoken("still here", Mood.CALM),
                "test",
                Instant.parse("2026-03-01T19:00:00Z"),
                new CorrelationId("killed"),
                Optional.empty());
        List<NewEvent> batch = Stream.generate(() -> fact).limit(BATCH).toList();
        while (true) {
            List<Recorded> recorded = log.append(Append.of(batch));
            System.out.println(recorded.get(BATCH - 1).position());
        }
    }
}
