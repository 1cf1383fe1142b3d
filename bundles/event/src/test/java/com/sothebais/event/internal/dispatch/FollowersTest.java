package com.sothebais.event.internal.dispatch;

import static com.sothebais.event.internal.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.HostEvent.LineSpoken;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.EventSubscriber.Kind;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.health.LatencyRecorder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FollowersTest extends FollowersHarness {
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
        assertThat(letters.list()).noneMatch(letter -> letter.subscriber().equals(view.name()));
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
}
