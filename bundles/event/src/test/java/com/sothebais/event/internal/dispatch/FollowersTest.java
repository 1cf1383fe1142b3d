package com.sothebais.event.internal.dispatch;

import static com.sothebais.event.internal.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.HostEvent.LineSpoken;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.DeadLetter;
import com.sothebais.api.event.Dispatcher.Progress;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.EventSubscriber.Kind;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.health.Health;
import com.sothebais.api.health.LatencyRecorder;
import com.sothebais.event.internal.TestDatabase;
import com.sothebais.event.internal.log.PostgresEventLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FollowersTest {
    private static final Backoff QUICK = new Backoff(Duration.ofMillis(5), Duration.ofMillis(20), 3);

    @TempDir
    static Path directory;

    private static TestDatabase database;
    private static PostgresEventLog log;

    private final String test = "t-" + UUID.randomUUID() + "/";
    private final List<Followers> opened = new ArrayList<>();
    private Followers followers = open(QUICK);

    @BeforeAll
    static void start() {
        database = new TestDatabase(directory);
        log = new PostgresEventLog(database.database().dataSource());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @AfterEach
    void close() {
        opened.forEach(Followers::close);
    }

    @Test
    void refoldsAViewFromTheBeginningThenTellsItAndFollowsLive() {
        say("a", "one", "two");
        Recorder view = follow(recorder(Kind.VIEW));
        until(() -> view.caughtUp);
        assertThat(view.takenWhenCaughtUp).isEqualTo(2);

        say("a", "three");
        until(() -> view.taken.size() == 3);

        Recorder again = new Recorder(view.name(), Kind.VIEW, test);
        restart(again);
        until(() -> again.caughtUp);
        assertThat(again.taken).containsExactly("one", "two", "three");
        assertThat(view.threads).containsOnly("sothebais-reader-" + view.name());
    }

    @Test
    void tellsAViewThatItHasCaughtUpWithNothing() {
        Recorder view = follow(new Recorder(test + "empty", Kind.VIEW, test + "nothing"));

        until(() -> view.caughtUp);
        assertThat(view.taken).isEmpty();
    }

    @Test
    void goesOnWithoutAFactThatAViewCannotTake() {
        Recorder view = recorder(Kind.VIEW);
        view.failing.add("bad");
        follow(view);

        say("a", "good", "bad", "better");

        until(() -> view.taken.equals(List.of("good", "better")));
        assertThat(followers.list()).noneMatch(letter -> letter.subscriber().equals(view.name()));
    }

    @Test
    void continuesAReactorAtItsStoredPosition() {
        Recorder reactor = follow(recorder(Kind.REACTOR));
        say("a", "one", "two");
        until(() -> reactor.taken.size() == 2);

        Recorder again = new Recorder(reactor.name(), Kind.REACTOR, test);
        restart(again);
        say("a", "three");

        until(() -> again.taken.contains("three"));
        assertThat(again.taken).containsExactly("three");
    }

    @Test
    void parksOnlyTheStreamThatFailsAndKeepsItsOrder() {
        followers = open(new Backoff(Duration.ofMillis(5), Duration.ofMillis(20), 100_000));
        Recorder reactor = recorder(Kind.REACTOR);
        reactor.failing.add("a2");
        follow(reactor);

        say("a", "a1", "a2", "a3");
        say("b", "b1", "b2");
        say("a", "a4");
        until(() -> reactor.taken.contains("b2") && reactor.tried > 2);
        assertThat(reactor.taken).containsExactly("a1", "b1", "b2");
        until(() -> progress(reactor).parkedStreams() == 1 && progress(reactor).lag() == 0);
        assertThat(followers.health().status()).isEqualTo(Health.Status.DEGRADED);
        assertThat(followers.health().message()).contains(reactor.name());

        reactor.failing.clear();
        until(() -> reactor.taken.size() == 6);
        assertThat(reactor.taken).containsExactly("a1", "b1", "b2", "a2", "a3", "a4");
        until(() -> progress(reactor).parkedStreams() == 0);
        assertThat(followers.health().status()).isEqualTo(Health.Status.WELL);

        say("a", "a5");
        until(() -> reactor.taken.contains("a5"));
    }

    @Test
    void keepsADeadLetterAcrossARestartUntilItIsTriedAgain() {
        Recorder reactor = recorder(Kind.REACTOR);
        reactor.failing.add("a1");
        follow(reactor);
        Recorded first = say("a", "a1", "a2").get(0);
        until(() -> letterOf(reactor).isPresent());
        assertThat(reactor.tried).isEqualTo(3);

        Recorder again = new Recorder(reactor.name(), Kind.REACTOR, test);
        again.failing.add("a1");
        restart(again);
        DeadLetter letter = letterOf(again).orElseThrow();
        assertThat(letter.position()).isEqualTo(first.position());
        assertThat(letter.stream()).isEqualTo(first.fact().stream());
        assertThat(letter.attempts()).isEqualTo(3);
        assertThat(letter.reason()).contains("cannot take a1").doesNotContain("\n");
        say("a", "a3");
        say("b", "b1");
        until(() -> again.taken.equals(List.of("b1")));
        until(() -> followers.health().message().contains("dead letters"));

        assertThat(followers.retry(again.name(), letter.position())).isTrue();
        until(() -> letterOf(again).map(l -> l.attempts() == 4).orElse(false));

        again.failing.clear();
        assertThat(followers.retry(again.name(), letter.position())).isTrue();
        until(() -> again.taken.size() == 4);
        assertThat(again.taken).containsExactly("b1", "a1", "a2", "a3");
        until(() -> letterOf(again).isEmpty());
        assertThat(followers.retry(again.name(), letter.position())).isFalse();
    }

    @Test
    void goesOnBehindADeadLetterThatIsDropped() {
        Recorder reactor = recorder(Kind.REACTOR);
        reactor.failing.add("a1");
        follow(reactor);
        say("a", "a1", "a2");
        until(() -> letterOf(reactor).isPresent());

        assertThat(followers.drop(
                        "somebody else", letterOf(reactor).orElseThrow().position()))
                .isFalse();
        assertThat(followers.drop(
                        reactor.name(), letterOf(reactor).orElseThrow().position()))
                .isTrue();

        until(() -> reactor.taken.equals(List.of("a2")));
        until(() -> letterOf(reactor).isEmpty() && progress(reactor).parkedStreams() == 0);
        say("a", "a3");
        until(() -> reactor.taken.contains("a3"));
        assertThat(reactor.tried).isEqualTo(3);
    }

    @Test
    void dropsADeadLetterOfASubscriberThatIsGone() {
        Recorder reactor = recorder(Kind.REACTOR);
        reactor.failing.add("a1");
        follow(reactor);
        say("a", "a1", "a2");
        until(() -> letterOf(reactor).isPresent());
        followers.remove(reactor);
        assertThat(followers.progress()).isEmpty();

        assertThat(followers.drop(
                        reactor.name(), letterOf(reactor).orElseThrow().position()))
                .isTrue();

        Recorder again = new Recorder(reactor.name(), Kind.REACTOR, test);
        again.failing.add("a1");
        restart(again);
        until(() -> again.taken.equals(List.of("a2")));
    }

    @Test
    void neverLetsASlowSubscriberDelayAnother() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        Recorder quick = recorder(Kind.REACTOR);
        EventSubscriber slow = new EventSubscriber() {
            @Override
            public String name() {
                return test + "slow";
            }

            @Override
            public Kind kind() {
                return Kind.REACTOR;
            }

            @Override
            public void on(Recorded recorded) throws InterruptedException {
                if (recorded.fact().stream().value().startsWith(test)) {
                    release.await();
                }
            }
        };
        followers.add(slow, () -> slow);
        follow(quick);

        IntStream.range(0, 50).forEach(i -> say("a", "line " + i));

        until(() -> quick.taken.size() == 50);
        assertThat(release.getCount()).isEqualTo(1);
        release.countDown();
        until(() -> progressOf(slow.name()).map(p -> p.lag() == 0).orElse(false));
    }

    @Test
    void treatsALostClassLikeAnyFailure() {
        Recorder reactor = recorder(Kind.REACTOR);
        EventSubscriber broken = new EventSubscriber() {
            @Override
            public String name() {
                return test + "broken";
            }

            @Override
            public Kind kind() {
                return Kind.REACTOR;
            }

            @Override
            public void on(Recorded recorded) throws InterruptedException {
                if (recorded.fact().stream().value().equals(test + "a")) {
                    throw new NoClassDefFoundError("gone/Away");
                }
                if (recorded.fact().stream().value().equals(test + "b")) {
                    throw new InterruptedException("of its own making");
                }
                reactor.on(recorded);
            }
        };
        followers.add(broken, () -> broken);

        say("a", "a1");
        say("b", "b1");
        say("c", "c1");

        until(() -> reactor.taken.contains("c1"));
        until(() -> followers.list().stream()
                        .filter(letter -> letter.subscriber().equals(broken.name()))
                        .count()
                == 2);
    }

    @Test
    void givesNothingToASecondSubscriberOfTheSameName() {
        Recorder one = follow(recorder(Kind.REACTOR));
        say("a", "a1");
        until(() -> one.taken.size() == 1);
        Recorder two = follow(new Recorder(one.name(), Kind.REACTOR, test));

        say("a", "a2");

        until(() -> one.taken.size() == 2);
        assertThat(two.taken).isEmpty();
        assertThat(followers.progress()).hasSize(1);
    }

    @Test
    void deliversEveryFactOfEveryStreamInOrderHoweverOftenASubscriberFails() {
        followers = open(new Backoff(Duration.ofMillis(1), Duration.ofMillis(2), 1_000));
        Random random = new Random(42);
        Map<StreamId, List<Long>> taken = new ConcurrentHashMap<>();
        EventSubscriber moody = new EventSubscriber() {
            @Override
            public String name() {
                return test + "moody";
            }

            @Override
            public Kind kind() {
                return Kind.REACTOR;
            }

            @Override
            public void on(Recorded recorded) {
                if (recorded.fact().stream().value().startsWith(test)) {
                    if (random.nextInt(3) == 0) {
                        throw new IllegalStateException("not in the mood");
                    }
                    taken.computeIfAbsent(recorded.fact().stream(), s -> new ArrayList<>())
                            .add(recorded.sequence());
                }
            }
        };
        followers.add(moody, () -> moody);
        Map<StreamId, List<Long>> written = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            Recorded recorded = say("s" + i % 10, "line").get(0);
            written.computeIfAbsent(recorded.fact().stream(), s -> new ArrayList<>())
                    .add(recorded.sequence());
        }

        until(() -> taken.values().stream().mapToInt(List::size).sum() >= 300
                && progressOf(moody.name()).map(p -> p.parkedStreams() == 0).orElse(false));
        assertThat(taken).isEqualTo(written);
    }

    @Test
    void bringsAFactToItsSubscriberSoonAfterTheCommit() {
        LatencyRecorder latency = new LatencyRecorder();
        Map<String, Long> committed = new ConcurrentHashMap<>();
        Recorder view = recorder(Kind.VIEW);
        EventSubscriber timed = new EventSubscriber() {
            @Override
            public String name() {
                return test + "timed";
            }

            @Override
            public Kind kind() {
                return Kind.VIEW;
            }

            @Override
            public void on(Recorded recorded) {
                if (recorded.event() instanceof LineSpoken line && committed.containsKey(line.text())) {
                    latency.record((System.nanoTime() - committed.get(line.text())) / 1e6);
                    view.on(recorded);
                }
            }
        };
        followers.add(timed, () -> timed);
        IntStream.range(0, 15).forEach(i -> follow(new Recorder(test + "other" + i, Kind.VIEW, test)));

        for (int i = 0; i < 400; i++) {
            String text = test + i;
            committed.put(text, System.nanoTime());
            say("a", text);
            int expected = i + 1;
            until(() -> view.taken.size() == expected);
        }

        System.out.println("append to subscriber, 16 subscribers: " + latency.snapshot());
    }

    private Recorder recorder(Kind kind) {
        return new Recorder(test + "recorder", kind, test);
    }

    private Recorder follow(Recorder recorder) {
        followers.add(recorder, () -> recorder);
        return recorder;
    }

    private void restart(Recorder recorder) {
        followers.close();
        followers = open(QUICK);
        follow(recorder);
    }

    private Followers open(Backoff backoff) {
        Followers fresh =
                new Followers(log, new ReaderTables(database.database().dataSource()), backoff, InstantSource.system());
        opened.add(fresh);
        return fresh;
    }

    private Optional<DeadLetter> letterOf(Recorder recorder) {
        return followers.list().stream()
                .filter(letter -> letter.subscriber().equals(recorder.name()))
                .findFirst();
    }

    private Progress progress(Recorder recorder) {
        return progressOf(recorder.name()).orElseThrow();
    }

    private Optional<Progress> progressOf(String name) {
        return followers.progress().stream()
                .filter(progress -> progress.subscriber().equals(name))
                .findFirst();
    }

    private List<Recorded> say(String stream, String... lines) {
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
