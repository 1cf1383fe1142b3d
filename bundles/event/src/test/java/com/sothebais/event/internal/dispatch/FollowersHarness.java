package com.sothebais.event.internal.dispatch;

import com.sothebais.api.agent.HostEvent.LineSpoken;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.DeadLetter;
import com.sothebais.api.event.Dispatcher.Progress;
import com.sothebais.api.event.Event;
import com.sothebais.api.event.EventSubscriber.Kind;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.retry.Backoff;
import com.sothebais.event.internal.TestDatabase;
import com.sothebais.event.internal.log.PostgresEventLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real followers on a real log; each test has streams of its own. */
@Timeout(120)
abstract class FollowersHarness {
    static final Tries QUICK = new Tries(new Backoff(Duration.ofMillis(5), Duration.ofMillis(20)), 3);

    @TempDir
    static Path directory;

    private static TestDatabase database;
    private static PostgresEventLog log;

    final String test = "t-" + UUID.randomUUID() + "/";
    private final List<Followers> opened = new ArrayList<>();
    Letters letters;
    ReplayDesk replays;
    Followers followers = open(QUICK);

    @BeforeAll
    static void start() {
        database = new TestDatabase(directory);
        log = new PostgresEventLog(database.database());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @AfterEach
    void close() {
        opened.forEach(Followers::close);
    }

    Recorder recorder(Kind kind) {
        return new Recorder(test + "recorder", kind, test);
    }

    Recorder follow(Recorder recorder) {
        followers.add(recorder, () -> recorder);
        return recorder;
    }

    void restart(Recorder recorder) {
        followers.close();
        followers = open(QUICK);
        follow(recorder);
    }

    Followers open(Tries tries) {
        Followers fresh =
                new Followers(log, new ReaderTables(database.database().dataSource()), tries, InstantSource.system());
        opened.add(fresh);
        letters = new Letters(
                log, new ReaderTables(database.database().dataSource()), InstantSource.system(), fresh::reload);
        replays = new ReplayDesk(log, fresh, InstantSource.system());
        return fresh;
    }

    Optional<DeadLetter> letterOf(Recorder recorder) {
        return letters.list().stream()
                .filter(letter -> letter.subscriber().equals(recorder.name()))
                .findFirst();
    }

    Progress progress(Recorder recorder) {
        return progressOf(recorder.name()).orElseThrow();
    }

    Optional<Progress> progressOf(String name) {
        return followers.progress().stream()
                .filter(progress -> progress.subscriber().equals(name))
                .findFirst();
    }

    /** What admins did to a reader, oldest first. */
    List<Event> audited(Recorder recorder) {
        return log.readStream(new StreamId("reader/" + recorder.name()), 0, 100).stream()
                .map(Recorded::event)
                .toList();
    }

    List<Recorded> say(String stream, String... lines) {
        return log.append(Append.of(Stream.of(lines)
                .map(line -> new NewEvent(
                        new StreamId(test + stream),
                        new LineSpoken(line, Mood.CALM),
                        "test",
                        Instant.parse("2026-03-01T19:00:00Z"),
                        new CorrelationId("test"),
                        Optional.empty()))
                .toList()));
    }
}
