package com.sothebais.web.internal.reads;

import com.sothebais.api.event.CorrelationId;
import com.sothebais.api.event.EventLog;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.event.StreamId;
import com.sothebais.web.internal.json.EventJson;
import com.sothebais.web.internal.json.PageJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Facts of the log in its order. The cursor says where the page ended: a position of the log ({@code p17}) or, when one stream was
 * asked for, a sequence of it ({@code s17}), so that a stream is read without the rest of the log.
 */
public final class EventPages {
    /** The filters of this list. */
    public static final List<String> FILTERS =
            List.of("after", "before", "from", "to", "stream", "type", "correlation", Paging.LIMIT, Paging.CURSOR);

    /** Most facts of one page. */
    public static final int LIMIT_MAX = 500;

    /** Most facts looked at for one page; a rare filter then gives a short page and a cursor. */
    static final int SCAN_MAX = 10_000;

    private static final int LIMIT_DEFAULT = 100;
    private static final int WINDOW = 1_000;
    private static final Instant TIME_MAX = Instant.parse("9999-12-31T00:00:00Z");

    private final EventLog log;
    private final Query query;
    private final int limit;
    private final Range range;
    private final Optional<String> type;

    private EventPages(EventLog log, Query query) {
        this.log = log;
        this.query = query;
        this.limit = (int) query.whole(Paging.LIMIT, LIMIT_DEFAULT, 1, LIMIT_MAX);
        this.range = range(log, query);
        this.type = query.text("type");
    }

    /** Positions, both exclusive. */
    private record Range(long after, long before) {
        boolean has(Recorded fact) {
            return fact.position() > after && fact.position() < before;
        }
    }

    /** Without any filter and cursor: the newest facts. */
    public static PageJson<EventJson> page(EventLog log, Query query) {
        EventPages pages = new EventPages(log, query);
        Optional<String> correlation = query.text("correlation");
        if (correlation.isPresent()) {
            return pages.ofStory(correlation.get());
        }
        Optional<String> stream = query.text("stream");
        return stream.isPresent() ? pages.ofStream(id(stream.get())) : pages.ofLog();
    }

    private PageJson<EventJson> ofStory(String correlation) {
        long after = cursor('p', range.after());
        try {
            List<Recorded> facts = log.correlated(new CorrelationId(correlation), EventLog.READ_MAX).stream()
                    .filter(fact -> fact.position() > after)
                    .filter(fact -> query.text("stream")
                            .map(fact.fact().stream().value()::equals)
                            .orElse(true))
                    .filter(this::takes)
                    .toList();
            boolean more = facts.size() > limit;
            List<Recorded> page = more ? facts.subList(0, limit) : facts;
            return answer(page, more ? "p" + page.get(limit - 1).position() : null);
        } catch (IllegalArgumentException e) {
            throw Query.wrong("correlation", "takes 1 to 200 characters");
        }
    }

    private PageJson<EventJson> ofStream(StreamId stream) {
        long sequence = cursor('s', 0);
        List<Recorded> page = new ArrayList<>();
        for (int seen = 0; seen < SCAN_MAX; seen += WINDOW) {
            List<Recorded> window = log.readStream(stream, sequence, WINDOW);
            for (Recorded fact : window) {
                sequence = fact.sequence();
                if (fact.position() >= range.before()) {
                    return answer(page, null);
                }
                if (takes(fact)) {
                    page.add(fact);
                    if (page.size() == limit) {
                        return answer(page, "s" + sequence);
                    }
                }
            }
            if (window.size() < WINDOW) {
                return answer(page, null);
            }
        }
        return answer(page, "s" + sequence);
    }

    private PageJson<EventJson> ofLog() {
        boolean newest = FILTERS.stream()
                .filter(name -> !name.equals(Paging.LIMIT))
                .allMatch(name -> query.text(name).isEmpty());
        long position = cursor('p', newest ? Math.max(0, log.last() - limit) : range.after());
        List<Recorded> page = new ArrayList<>();
        int window = type.isPresent() ? WINDOW : limit;
        for (int seen = 0; seen < SCAN_MAX; seen += window) {
            List<Recorded> facts = log.read(position, window);
            for (Recorded fact : facts) {
                position = fact.position();
                if (position >= range.before()) {
                    return answer(page, null);
                }
                if (takes(fact)) {
                    page.add(fact);
                    if (page.size() == limit) {
                        return answer(page, position < log.last() ? "p" + position : null);
                    }
                }
            }
            if (facts.size() < window) {
                return answer(page, null);
            }
        }
        return answer(page, "p" + position);
    }

    private boolean takes(Recorded fact) {
        return range.has(fact)
                && type.map(fact.event().getClass().getSimpleName()::equals).orElse(true);
    }

    private long cursor(char kind, long fallback) {
        return query.text(Paging.CURSOR)
                .map(text -> {
                    if (!text.matches(kind + "[0-9]{1,18}")) {
                        throw Query.wrong(Paging.CURSOR, "belongs to another question; begin without it");
                    }
                    return Long.parseLong(text.substring(1));
                })
                .orElse(fallback);
    }

    private static PageJson<EventJson> answer(List<Recorded> page, String next) {
        return new PageJson<>(page.stream().map(EventJson::of).toList(), next);
    }

    private static Range range(EventLog log, Query query) {
        long after = query.whole("after", 0, 0, Long.MAX_VALUE);
        long before = query.whole("before", Long.MAX_VALUE, 1, Long.MAX_VALUE);
        Optional<Instant> from = query.instant("from");
        Optional<Instant> to = query.instant("to");
        return new Range(
                Math.max(after, from.map(instant -> position(log, instant) - 1).orElse(0L)),
                Math.min(before, to.map(instant -> position(log, instant)).orElse(Long.MAX_VALUE)));
    }

    /** No fact is older than 1970 or later than 9999, and PostgreSQL does not take every instant that Java has. */
    private static long position(EventLog log, Instant instant) {
        if (instant.isBefore(Instant.EPOCH)) {
            return 1;
        }
        return log.positionAt(instant.isAfter(TIME_MAX) ? TIME_MAX : instant);
    }

    private static StreamId id(String stream) {
        try {
            return new StreamId(stream);
        } catch (IllegalArgumentException e) {
            throw Query.wrong("stream", "takes 1 to 200 characters");
        }
    }
}
