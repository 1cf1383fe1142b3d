package com.sothebais.event.internal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sothebais.api.event.EventLogException;
import com.sothebais.api.event.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogPagesTest {
    private static final long KNOWN = 20 * LogPages.SIZE + 17;

    private final Queue<Long> loaded = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean away = new AtomicBoolean();
    private final LogPages pages = new LogPages(this::load);

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void givesWholePagesInOrderWhateverTheLimit() {
        for (int limit : new int[] {101, 500, 1_000, 1_001, 10_000}) {
            List<Long> seen = new ArrayList<>();
            List<Recorded> part = pages.read(0, limit, KNOWN);
            while (!part.isEmpty()) {
                assertThat(part).hasSizeLessThanOrEqualTo(limit);
                part.forEach(fact -> seen.add(fact.position()));
                part = pages.read(seen.get(seen.size() - 1), limit, KNOWN);
            }
            assertThat(seen)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 20L * LogPages.SIZE)
                            .boxed()
                            .toList());
        }
    }

    @Test
    void leavesThePageThatIsNotWholeToTheCaller() {
        assertThat(pages.read(20L * LogPages.SIZE, 500, KNOWN)).isEmpty();
        assertThat(pages.read(KNOWN + 5_000, 500, KNOWN)).isEmpty();
        assertThat(loaded).isEmpty();
    }

    @Test
    void sharesAPageAmongReaders() {
        List<Recorded> first = pages.read(3L * LogPages.SIZE, 200, KNOWN);

        assertThat(pages.read(3L * LogPages.SIZE, 200, KNOWN)).isEqualTo(first);
        assertThat(loaded).containsExactly(3L * LogPages.SIZE);
    }

    @Test
    void triesAgainAfterTheDatabaseWasAway() {
        away.set(true);
        assertThatThrownBy(() -> pages.read(0, 500, LogPages.SIZE)).isInstanceOf(EventLogException.class);

        away.set(false);
        assertThat(pages.read(0, 500, LogPages.SIZE)).hasSize(500);
    }

    @Test
    void stillReadsWhenItWasClosed() {
        pages.close();

        assertThat(pages.read(0, 500, KNOWN)).hasSize(500);
    }

    private List<Recorded> load(long after, long upTo) {
        loaded.add(after);
        if (away.get()) {
            throw new EventLogException("the database is away", null);
        }
        return LongStream.rangeClosed(after + 1, upTo)
                .mapToObj(RecentFactsTest::fact)
                .toList();
    }
}
