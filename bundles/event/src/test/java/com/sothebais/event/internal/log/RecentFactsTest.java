package com.sothebais.event.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.sothebais.api.agent.HostEvent.LineSpoken;
import com.sothebais.api.agent.Mood;
import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventId;
import com.sothebais.api.event.NewEvent;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentFactsTest {
    private final RecentFacts recent = new RecentFacts(4, 100);

    @Test
    void hasNothingAtFirst() {
        assertThat(recent.after(0, 10)).isEmpty();
    }

    @Test
    void givesWhatFollowsAPositionUpToALimit() {
        add(1, 3, 10);

        assertThat(positions(0, 10)).containsExactly(1L, 2L, 3L);
        assertThat(positions(1, 1)).containsExactly(2L);
        assertThat(recent.after(3, 10)).isEmpty();
    }

    @Test
    void forgetsTheOldestWhenThereAreTooMany() {
        add(1, 9, 10);

        assertThat(recent.after(4, 10)).isEmpty();
        assertThat(positions(5, 10)).containsExactly(6L, 7L, 8L, 9L);
    }

    @Test
    void forgetsTheOldestWhenTheyAreTooLarge() {
        add(1, 3, 40);

        assertThat(recent.after(0, 10)).isEmpty();
        assertThat(positions(1, 10)).containsExactly(2L, 3L);

        add(4, 4, 500);
        assertThat(recent.after(3, 10)).isEmpty();

        add(5, 5, 50);
        assertThat(positions(4, 10)).containsExactly(5L);
    }

    @Test
    void forgetsEverythingWhenAnotherProcessWroteInBetween() {
        add(1, 3, 10);
        add(7, 8, 10);

        assertThat(recent.after(2, 10)).isEmpty();
        assertThat(positions(6, 10)).containsExactly(7L, 8L);
    }

    private void add(long from, long to, int size) {
        LongStream.rangeClosed(from, to).forEach(position -> recent.add(fact(position), size));
    }

    private List<Long> positions(long after, int limit) {
        return recent.after(after, limit).orElseThrow().stream()
                .map(Recorded::position)
                .toList();
    }

    static Recorded fact(long position) {
        NewEvent fact = new NewEvent(
                new StreamId("test"),
                new LineSpoken("line " + position, Mood.CALM),
                "test",
                Instant.EPOCH,
                new CorrelationId("test"),
                Optional.empty());
        return new Recorded(position, EventId.random(), position, fact);
    }
}
