package com.sothebais.stream.clip;

import com.sothebais.api.auction.AuctionEvent.AuctionClosed;
import com.sothebais.api.auction.AuctionEvent.AuctionOpened;
import com.sothebais.api.auction.AuctionId;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.stream.Clips;
import com.sothebais.stream.clip.Recordings.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows from the log when each lot opened and closed, and cuts its clip as soon as the recording holds the end. What a kill left
 * undone is found again, because lots come from the log, recordings from their list, and a clip is a whole file or none.
 * {@link #work} is called by one thread, the rest by any.
 */
public final class ClipMaker implements EventSubscriber, Clips {

    /** What a clip shows behind the close of its lot: the hammer and the thanks. */
    static final Duration TAIL = Duration.ofSeconds(6);

    /** How long behind the end of a clip its recording may need to have it on the disk. */
    static final Duration WRITTEN_MAX = Duration.ofSeconds(30);

    // A fragment is written when it is complete.
    private static final Duration FRAGMENT_MAX = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(ClipMaker.class);
    private static final int LOST_MAX = 3;

    private record Span(AuctionOpened lot, Instant opened, Optional<Instant> closed) {}

    private final Recordings recordings;
    private final InstantSource clock;
    private final Map<AuctionId, Span> lots = new LinkedHashMap<>();
    private final Map<AuctionId, Clip> clips = new LinkedHashMap<>();
    private final Map<AuctionId, Integer> failures = new LinkedHashMap<>();
    /** When the last fragment of complete recordings begins, so that each is read through once for all lots that it lacks. */
    private final Map<Path, Long> ends = new LinkedHashMap<>();
    /** Lots that no recording has. */
    private final Set<AuctionId> without = new HashSet<>();

    private volatile boolean live;

    public ClipMaker(Recordings recordings, InstantSource clock) {
        this.recordings = recordings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "stream-clips";
    }

    @Override
    public Kind kind() {
        return Kind.VIEW;
    }

    @Override
    public void on(Recorded recorded) {
        Instant at = recorded.fact().at();
        if (recorded.event() instanceof AuctionOpened opened) {
            synchronized (lots) {
                lots.put(opened.auction(), new Span(opened, at, Optional.empty()));
                if (lots.size() > CLIPS_MAX) {
                    lots.remove(lots.keySet().iterator().next());
                }
            }
        } else if (recorded.event() instanceof AuctionClosed closed) {
            synchronized (lots) {
                lots.computeIfPresent(
                        closed.auction(), (id, span) -> new Span(span.lot(), span.opened(), Optional.of(at)));
            }
        }
    }

    @Override
    public void caughtUp() {
        live = true;
    }

    @Override
    public List<Clip> clips() {
        List<Clip> newest;
        synchronized (clips) {
            newest = new ArrayList<>(clips.values());
        }
        newest.removeIf(clip -> !Files.isRegularFile(clip.file()));
        Collections.reverse(newest);
        return newest;
    }

    /** Cuts what can be cut now. */
    public void work() {
        if (!live) {
            return;
        }
        List<Span> open;
        synchronized (lots) {
            failures.keySet().retainAll(lots.keySet());
            without.retainAll(lots.keySet());
            open = lots.values().stream()
                    .filter(span -> span.closed().isPresent())
                    .toList();
        }
        open.stream().filter(span -> !isSettled(span.lot().auction())).forEach(this::tryToCut);
    }

    private boolean isSettled(AuctionId auction) {
        synchronized (clips) {
            return clips.containsKey(auction) || without.contains(auction);
        }
    }

    private void tryToCut(Span span) {
        AuctionId auction = span.lot().auction();
        Instant end = span.closed().orElseThrow().plus(TAIL);
        List<Recording> from = recordings.all().stream()
                .filter(recording -> recording.began().isBefore(end))
                .toList();
        try {
            for (int i = from.size() - 1; i >= 0; i--) {
                if (wasCut(span, from.get(i), end)) {
                    return;
                }
            }
            if (clock.instant().isAfter(end.plus(WRITTEN_MAX)) || from.isEmpty()) {
                without.add(auction);
            }
        } catch (IOException e) {
            int times = failures.merge(auction, 1, Integer::sum);
            LOG.warn("the clip of {} cannot be cut, attempt {} of {}: {}", auction, times, LOST_MAX, e.toString());
            if (times >= LOST_MAX) {
                without.add(auction);
            }
        }
    }

    /** Whether the lot is done with: its clip is there, or the running recording will have all of it soon. */
    private boolean wasCut(Span span, Recording recording, Instant end) throws IOException {
        AuctionId auction = span.lot().auction();
        Path target = recording.file().resolveSibling("clip-" + auction + ".mp4");
        if (!Files.isRegularFile(target)) {
            Cut cut = cut(span, recording, end, target);
            if (cut != Cut.DONE) {
                return cut == Cut.LATER;
            }
        }
        // Its recording may be gone: clips are kept longer.
        Duration length =
                Duration.ofNanos(Film.read(target).map(Film::lengthMicros).orElse(0L) * 1_000);
        Clip clip = new Clip(
                auction,
                span.lot().lot().number(),
                span.lot().lot().title(),
                span.opened(),
                length,
                Files.size(target),
                target);
        synchronized (clips) {
            clips.put(auction, clip);
            if (clips.size() > CLIPS_MAX) {
                clips.remove(clips.keySet().iterator().next());
            }
        }
        return true;
    }

    private enum Cut {
        DONE,
        /** The recording does not have the end yet, but will. */
        LATER,
        /** The recording does not have the lot. */
        NEVER
    }

    private Cut cut(Span span, Recording recording, Instant end, Path target) throws IOException {
        if (!Files.isRegularFile(recording.file())) {
            return Cut.NEVER;
        }
        if (recording.running() && clock.instant().isBefore(end.plus(FRAGMENT_MAX))) {
            return Cut.LATER;
        }
        long from = micros(recording, span.opened());
        long until = micros(recording, end);
        if (!recording.running() && ends.getOrDefault(recording.file(), Long.MAX_VALUE) < from) {
            return Cut.NEVER;
        }
        Optional<Film> film = Film.read(recording.file());
        remember(recording, film);
        boolean ended = film.isPresent() && film.get().lastStartMicros() >= until;
        if (!ended && recording.running() && clock.instant().isBefore(end.plus(WRITTEN_MAX))) {
            return Cut.LATER;
        }
        if (film.isEmpty() || film.get().lastStartMicros() < from) {
            return Cut.NEVER;
        }
        Optional<Reel> reel = reel(film.get(), recording, span.opened());
        if (reel.isEmpty() && clock.instant().isBefore(end.plus(WRITTEN_MAX))) {
            return Cut.LATER;
        }
        reel.orElseGet(() -> new Reel(film.get())).cut(from, until, target);
        LOG.info("the clip of {} is in {}", span.lot().auction(), target);
        return Cut.DONE;
    }

    /**
     * The recording, and before it those that it goes on from, as far back as the lot goes; empty while one of them is not complete.
     */
    private Optional<Reel> reel(Film film, Recording recording, Instant opened) throws IOException {
        Reel reel = new Reel(film);
        Optional<Recording> before = before(recording);
        Recording first = recording;
        while (before.isPresent() && opened.isBefore(first.began())) {
            if (before.get().running()) {
                return Optional.empty();
            }
            long start = micros(recording, before.get().began());
            Optional<Film> earlier = Film.read(before.get().file());
            if (earlier.isEmpty() || !reel.follows(earlier.get(), start)) {
                return Optional.of(reel);
            }
            reel = reel.after(earlier.get(), start);
            first = before.get();
            before = before(first);
        }
        return Optional.of(reel);
    }

    /** The recording before in the same folder. */
    private Optional<Recording> before(Recording recording) {
        return recordings.all().stream()
                .filter(other -> other.began().isBefore(recording.began()))
                .filter(other ->
                        other.file().getParent().equals(recording.file().getParent()))
                .filter(other -> Files.isRegularFile(other.file()))
                .max(Comparator.comparing(Recording::began));
    }

    private void remember(Recording recording, Optional<Film> film) {
        if (recording.running() || film.isEmpty()) {
            return;
        }
        ends.put(recording.file(), film.get().lastStartMicros());
        if (ends.size() > Recordings.REMEMBERED_MAX) {
            ends.remove(ends.keySet().iterator().next());
        }
    }

    private static long micros(Recording recording, Instant at) {
        return Duration.between(recording.began(), at).toNanos() / 1_000;
    }
}
