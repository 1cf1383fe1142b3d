package com.sothebais.event.internal.dispatch;

import static com.sothebais.event.internal.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.event.DeadLetter;
import com.sothebais.api.event.Decree;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.EventSubscriber.Kind;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.api.health.Health;
import com.sothebais.api.retry.Backoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class ReactorReaderTest extends FollowersHarness {
    private static final Decree DECREE = new Decree("root", "looked into it");

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
        followers = open(new Tries(new Backoff(Duration.ofMillis(5), Duration.ofMillis(20)), 100_000));
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

        assertThat(letters.retry(again.name(), letter.position(), DECREE)).isTrue();
        until(() -> letterOf(again).map(l -> l.attempts() == 4).orElse(false));

        again.failing.clear();
        assertThat(letters.retry(again.name(), letter.position(), DECREE)).isTrue();
        until(() -> again.taken.size() == 4);
        assertThat(again.taken).containsExactly("b1", "a1", "a2", "a3");
        until(() -> letterOf(again).isEmpty());
        assertThat(letters.retry(again.name(), letter.position(), DECREE)).isFalse();
    }

    @Test
    void goesOnBehindADeadLetterThatIsDropped() {
        Recorder reactor = recorder(Kind.REACTOR);
        reactor.failing.add("a1");
        follow(reactor);
        say("a", "a1", "a2");
        until(() -> letterOf(reactor).isPresent());

        assertThat(letters.drop("somebody else", letterOf(reactor).orElseThrow().position(), DECREE))
                .isFalse();
        assertThat(letters.drop(reactor.name(), letterOf(reactor).orElseThrow().position(), DECREE))
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

        assertThat(letters.drop(reactor.name(), letterOf(reactor).orElseThrow().position(), DECREE))
                .isTrue();

        Recorder again = new Recorder(reactor.name(), Kind.REACTOR, test);
        again.failing.add("a1");
        restart(again);
        until(() -> again.taken.equals(List.of("a2")));
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
        until(() -> letters.list().stream()
                        .filter(letter -> letter.subscriber().equals(broken.name()))
                        .count()
                == 2);
    }

    @Test
    void deliversEveryFactOfEveryStreamInOrderHoweverOftenASubscriberFails() {
        followers = open(new Tries(new Backoff(Duration.ofMillis(1), Duration.ofMillis(2)), 1_000));
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
}
