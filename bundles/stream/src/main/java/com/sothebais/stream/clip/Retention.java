package com.sothebais.stream.clip;

import com.sothebais.api.event.Recorded;
import com.sothebais.stream.clip.Archive.Kept;
import com.sothebais.stream.clip.Recordings.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes recordings and clips that were kept as long as they should, the oldest first. Never one that is being written, is younger
 * than {@link #FRESH}, or is of a session that is not over or has a lot that is not settled. {@link #work} is called by one thread,
 * as often as it likes; the rest by any.
 */
public final class Retention {

    /** How often the directory is looked at. */
    static final Duration LOOK = Duration.ofMinutes(10);

    /** Younger files are left alone whatever the limits say: clips are still cut out of them. */
    static final Duration FRESH = Duration.ofHours(1);

    /** Most files deleted at a look, which keeps the thread of the recorder. */
    static final int DELETED_MAX = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final double GIGABYTE = 1e9;
    /** Share of the room that is taken when it is said that something will be deleted before its time. */
    private static final double NEARLY_FULL = 0.9;

    /** Who goes first when the room is used up. */
    private static final Comparator<Kept> BEFORE_THEIR_TIME =
            Comparator.comparing(Kept::clip).thenComparing(Kept::ended);

    /**
     * How long what is kept.
     *
     * @param directory one folder a session is in it
     * @param recordings how long a recording is kept, empty for ever
     * @param clips how long a clip is kept, empty for ever
     * @param bytesMax of all together; over it recordings go before their time, then clips. Empty without limit
     */
    public record Rule(
            Path directory, Optional<Duration> recordings, Optional<Duration> clips, Optional<Long> bytesMax) {
        Optional<Duration> of(Kept file) {
            return file.clip() ? clips : recordings;
        }
    }

    private final Rule rule;
    private final Recordings recordings;
    private final InstantSource clock;
    private final OpenBusiness business = new OpenBusiness();
    private boolean live;
    private Instant next = Instant.MIN;
    private volatile String story = "";
    private volatile Optional<String> trouble = Optional.empty();

    public Retention(Rule rule, Recordings recordings, InstantSource clock) {
        this.rule = rule;
        this.recordings = recordings;
        this.clock = clock;
    }

    public synchronized void on(Recorded recorded) {
        business.on(recorded.event());
    }

    public synchronized void caughtUp() {
        live = true;
    }

    /** What is kept and what goes next, in a sentence; empty before the first look. */
    public String story() {
        return story;
    }

    /** What will be lost before its time, or cannot be deleted. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** Deletes what is due, when it is time for a look. */
    public void work() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        Optional<Set<String>> held = held();
        if (held.isEmpty()) {
            return;
        }
        next = now.plus(LOOK);
        try {
            List<Kept> kept = Archive.list(rule.directory());
            Set<Path> written = written();
            List<Kept> free = kept.stream()
                    .filter(file -> !held.get().contains(file.session()))
                    .filter(file ->
                            !written.contains(file.file().toAbsolutePath().normalize()))
                    .filter(file -> file.ended().plus(FRESH).isBefore(now))
                    .sorted(Comparator.comparing(Kept::ended))
                    .toList();
            look(new Look(now, kept, free));
        } catch (IOException | UncheckedIOException e) {
            trouble = Optional.of(
                    "The recordings in " + rule.directory() + " cannot be looked at, or not all deleted that"
                            + " should be: " + e + ". Let the platform write there.");
            LOG.warn(trouble.get());
        }
    }

    /** Sessions whose films stay; empty while the log has not been read, when that is not known. */
    private synchronized Optional<Set<String>> held() {
        return live
                ? Optional.of(business.sessions().stream().map(Object::toString).collect(Collectors.toSet()))
                : Optional.empty();
    }

    private Set<Path> written() {
        return recordings.all().stream()
                .filter(Recording::running)
                .map(Recording::file)
                .collect(Collectors.toSet());
    }

    /** @param free what may be deleted, oldest first */
    private record Look(Instant now, List<Kept> kept, List<Kept> free) {}

    private void look(Look look) throws IOException {
        List<Kept> due = look.free().stream()
                .filter(file ->
                        end(file).filter(end -> !end.isAfter(look.now())).isPresent())
                .limit(DELETED_MAX)
                .toList();
        for (Kept file : due) {
            delete(file, "kept for " + rule.of(file).orElseThrow().toDays() + " days");
        }
        List<Kept> left = without(look.kept(), due);
        List<Kept> free = without(look.free(), due);
        List<Kept> early = tooMany(free, bytes(left));
        for (Kept file : early) {
            delete(file, "keep.gigabytes is used up");
        }
        tell(new Look(look.now(), without(left, early), without(free, early)));
    }

    /** What has to go although its time is not over: the oldest recordings, then the oldest clips. */
    private List<Kept> tooMany(List<Kept> free, long bytes) {
        long over = rule.bytesMax().map(max -> bytes - max).orElse(0L);
        List<Kept> order = free.stream().sorted(BEFORE_THEIR_TIME).toList();
        int count = 0;
        while (over > 0 && count < Math.min(order.size(), DELETED_MAX)) {
            over -= order.get(count).bytes();
            count++;
        }
        return order.subList(0, count);
    }

    private static List<Kept> without(List<Kept> files, List<Kept> gone) {
        Set<Kept> deleted = Set.copyOf(gone);
        return files.stream().filter(file -> !deleted.contains(file)).toList();
    }

    private void delete(Kept file, String why) throws IOException {
        Files.deleteIfExists(file.file());
        LOG.info("{} of session {}, {} bytes, is deleted: {}", file.file(), file.session(), file.bytes(), why);
        Archive.removeIfEmpty(file.file().getParent());
    }

    private Optional<Instant> end(Kept file) {
        return rule.of(file).map(file.ended()::plus);
    }

    private void tell(Look look) {
        long bytes = bytes(look.kept());
        String all = look.kept().size() + " films of " + gigabytes(bytes) + " GB are kept";
        story = look.free().stream()
                .filter(file -> end(file).isPresent())
                .min(Comparator.comparing(file -> end(file).orElseThrow()))
                .map(file -> all + "; the next is deleted at " + end(file).orElseThrow() + ": " + file.file()
                        + ". Copy what is to stay.")
                .orElse(all + ".");
        Optional<String> before = trouble;
        trouble = rule.bytesMax().flatMap(max -> full(look, bytes, max));
        trouble.filter(text -> before.isEmpty()).ifPresent(LOG::warn);
    }

    private static Optional<String> full(Look look, long bytes, long max) {
        String taken = "Recordings and clips take " + gigabytes(bytes) + " of keep.gigabytes = " + gigabytes(max);
        if (bytes > max) {
            return Optional.of(taken + ", and none of them may be deleted: their sessions are not over or have lots"
                    + " that are not settled. Make room, or raise it.");
        }
        return look.free().stream()
                .min(BEFORE_THEIR_TIME)
                .filter(oldest -> bytes > max * NEARLY_FULL)
                .map(oldest -> taken + "; next to be deleted before its time is " + oldest.file()
                        + ". Copy it, or raise keep.gigabytes.");
    }

    private static long bytes(List<Kept> files) {
        return files.stream().mapToLong(Kept::bytes).sum();
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / GIGABYTE);
    }
}
