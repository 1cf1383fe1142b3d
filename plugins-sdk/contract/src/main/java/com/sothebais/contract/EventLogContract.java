package com.sothebais.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.agent.HostEvent.LineSpoken;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.event.Append;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.Fence;
import com.sothebais.api.event.FencedException;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every event log promises. The log may hold facts of other tests already. */
@Timeout(60)
public abstract class EventLogContract {
    private static final int WRITERS = 4;
    private static final int APPENDS_PER_WRITER = 50;
    private static final Instant AT = Instant.parse("2026-03-01T19:00:00.123456Z");

    /** The log under test. */
    protected abstract EventLog log();

    @Test
    void givesPositionsAndSequencesInOrder() {
        StreamId one = stream();
        StreamId two = stream();
        long before = log().last();

        List<Recorded> recorded = log().append(Append.of(List.of(fact(one, "a"), fact(two, "b"), fact(one, "c"))));
        List<Recorded> later = log().append(Append.of(List.of(fact(one, "d"))));

        assertThat(recorded).extracting(Recorded::sequence).containsExactly(1L, 1L, 2L);
        assertThat(later.get(0).sequence()).isEqualTo(3);
        assertThat(recorded.get(0).position()).isGreaterThan(before);
        assertThat(recorded).extracting(Recorded::position).isSorted().doesNotHaveDuplicates();
        assertThat(later.get(0).position()).isGreaterThan(recorded.get(2).position());
        assertThat(log().last()).isEqualTo(later.get(0).position());
    }

    @Test
    void readsBackEveryPartOfAFact() {
        EventId cause = EventId.random();
        NewEvent fact = new NewEvent(
                stream(),
                new LineSpoken("Sold! “2.5 ETH” to 🎩 \u0000 \ud800 \\ \"", Mood.TRIUMPHANT),
                "contract",
                AT,
                new CorrelationId("sandbox/42"),
                Optional.of(cause));

        List<Recorded> recorded = log().append(Append.of(List.of(fact)));

        assertThat(recorded.get(0).fact()).isEqualTo(fact);
        assertThat(log().read(recorded.get(0).position() - 1, 1)).isEqualTo(recorded);
    }

    @Test
    void readsAfterAPositionUpToALimit() {
        StreamId stream = stream();
        List<Recorded> recorded =
                log().append(Append.of(List.of(fact(stream, "a"), fact(stream, "b"), fact(stream, "c"))));
        long start = recorded.get(0).position();

        assertThat(log().read(start - 1, 2)).isEqualTo(recorded.subList(0, 2));
        assertThat(log().read(start, EventLog.READ_MAX)).isEqualTo(recorded.subList(1, 3));
        assertThat(log().read(log().last(), 1)).isEmpty();
    }

    @Test
    void refusesAnOwnerWhoWasOvertakenAndRecordsNothing() {
        String resource = "owner-" + UUID.randomUUID();
        Fence first = log().claim(resource);
        Append held = new Append(List.of(fact(stream(), "first")), connection -> {}, Optional.of(first));
        assertThat(log().append(held)).hasSize(1);

        Fence second = log().claim(resource);
        long last = log().last();

        assertThat(second.epoch()).isGreaterThan(first.epoch());
        assertThatThrownBy(() -> log().append(held)).isInstanceOf(FencedException.class);
        assertThat(log().last()).isEqualTo(last);
        assertThat(log().append(new Append(List.of(fact(stream(), "second")), connection -> {}, Optional.of(second))))
                .hasSize(1);
    }

    @Test
    void refusesAFenceThatWasNeverGranted() {
        Fence invented = new Fence("nobody-" + UUID.randomUUID(), 1);

        assertThatThrownBy(() ->
                        log().append(new Append(List.of(fact(stream(), "x")), connection -> {}, Optional.of(invented))))
                .isInstanceOf(FencedException.class);
    }

    @Test
    void grantsEachResourceOnItsOwn() {
        Fence one = log().claim("one-" + UUID.randomUUID());
        Fence other = log().claim("other-" + UUID.randomUUID());

        assertThat(log().append(new Append(List.of(fact(stream(), "one")), connection -> {}, Optional.of(one))))
                .hasSize(1);
        assertThat(log().append(new Append(List.of(fact(stream(), "other")), connection -> {}, Optional.of(other))))
                .hasSize(1);
    }

    @Test
    void neverLetsATailingReaderMissAFactOfConcurrentWriters() throws Exception {
        long start = log().last();
        List<Recorded> written = Collections.synchronizedList(new ArrayList<>());
        StreamId shared = stream();
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            Thread thread = new Thread(() -> write(shared, written), "contract-writer-" + writer);
            writers.add(thread);
            thread.start();
        }

        List<Recorded> tailed = tail(start, 2 * WRITERS * APPENDS_PER_WRITER);
        for (Thread writer : writers) {
            writer.join(TimeUnit.SECONDS.toMillis(30));
        }

        assertThat(tailed).extracting(Recorded::position).isSorted();
        assertThat(tailed).containsExactlyInAnyOrderElementsOf(written);
        assertThat(sequences(tailed, shared)).isSorted().hasSize(WRITERS * APPENDS_PER_WRITER);
        assertThat(sequences(tailed, shared)).last().isEqualTo((long) WRITERS * APPENDS_PER_WRITER);
    }

    private void write(StreamId shared, List<Recorded> written) {
        StreamId own = stream();
        for (int i = 0; i < APPENDS_PER_WRITER; i++) {
            written.addAll(log().append(Append.of(List.of(fact(shared, "shared"), fact(own, "own")))));
        }
    }

    private List<Recorded> tail(long start, int count) {
        List<Recorded> tailed = new ArrayList<>();
        long position = start;
        while (tailed.size() < count) {
            List<Recorded> batch = log().read(position, 7);
            tailed.addAll(batch);
            position = batch.isEmpty() ? position : batch.get(batch.size() - 1).position();
        }
        return tailed;
    }

    private static List<Long> sequences(List<Recorded> facts, StreamId stream) {
        Map<StreamId, List<Long>> byStream = new HashMap<>();
        facts.forEach(fact -> byStream.computeIfAbsent(fact.fact().stream(), s -> new ArrayList<>())
                .add(fact.sequence()));
        return byStream.get(stream);
    }

    private static StreamId stream() {
        return new StreamId("contract/" + UUID.randomUUID());
    }

    private static NewEvent fact(StreamId stream, String text) {
        return new NewEvent(
                stream,
                new LineSpoken(text, Mood.CALM),
                "contract",
                AT,
                new CorrelationId("contract"),
                Optional.empty());
    }
}
