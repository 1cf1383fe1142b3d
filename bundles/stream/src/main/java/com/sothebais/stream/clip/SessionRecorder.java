package com.sothebais.stream.clip;

import com.sothebais.api.auction.AuctionEvent.SessionMoved;
import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.event.EventSubscriber;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.health.Health;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.show.ShowView.SessionView;
import com.sothebais.api.stream.OutputStatus;
import com.sothebais.api.stream.Studio;
import com.sothebais.api.stream.Studio.Recording;
import com.sothebais.api.stream.Studio.StudioException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records every session that is not played by somebody who records it, from {@link SessionPlan.Times#onAir} in its PRE to as long
 * into its POST. A disk that gets too full ends the recording, never the broadcast, and it goes on in another file when there is room
 * again. After a set time it goes on in another file anyway, without losing a picture. {@link #work} is called by one thread, about once a second; the rest by any.
 */
public final class SessionRecorder implements EventSubscriber {

    /** So much more than the least must be free before a recording begins, so that it does not begin and end all the time. */
    static final long ROOM_MORE_BYTES = 256L << 20;

    /** When going on in another file is tried again after it could not be. */
    static final Duration AGAIN = Duration.ofMinutes(1);

    private static final String PART = "recordings";
    private static final Logger LOG = LoggerFactory.getLogger(SessionRecorder.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** How much room there is. */
    public interface Disk {
        /** Free bytes where the directory is or will be. */
        long freeBytes(Path directory);
    }

    /**
     * Where and whether.
     *
     * @param enabled false records nothing
     * @param directory one folder a session is made in it
     * @param freeBytesMin a recording ends when less is free
     * @param partMax how long one file gets before the recording goes on in another; empty for a file a session
     */
    public record Rule(boolean enabled, Path directory, long freeBytesMin, Optional<Duration> partMax) {}

    private final Rule rule;
    private final Studio studio;
    private final Disk disk;
    private final InstantSource clock;
    /** When sessions that still matter went to POST, which extensions may have delayed. */
    private final Map<SessionId, Instant> posts = new HashMap<>();

    private ShowView show = ShowView.EMPTY;
    private boolean live;
    private Optional<Running> running = Optional.empty();
    private volatile String trouble = "";
    private volatile String story = "No session is on air.";

    /** @param due when it goes on in another file, if ever */
    private record Running(SessionId session, Recording recording, Optional<Instant> due) {}

    public SessionRecorder(Rule rule, Studio studio, Disk disk, InstantSource clock) {
        this.rule = rule;
        this.studio = studio;
        this.disk = disk;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "stream-recorder";
    }

    @Override
    public Kind kind() {
        return Kind.VIEW;
    }

    @Override
    public synchronized void on(Recorded recorded) {
        show = show.after(recorded);
        if (recorded.event() instanceof SessionMoved moved) {
            if (moved.to() == SessionPhase.POST) {
                posts.put(moved.session(), recorded.fact().at());
            } else if (moved.to() == SessionPhase.ENDED) {
                posts.remove(moved.session());
            }
        }
    }

    @Override
    public synchronized void caughtUp() {
        live = true;
    }

    /** Begins and ends what is due. */
    public void work() {
        Optional<SessionPlan> wanted = rule.enabled() ? wanted(clock.instant()) : Optional.empty();
        if (running.isPresent()
                && wanted.filter(plan -> plan.id().equals(running.get().session()))
                        .isEmpty()) {
            end("its time on air is over");
        }
        if (wanted.isEmpty()) {
            trouble = "";
            story = rule.enabled() ? "No session is on air." : "Sessions are not recorded (record.sessions = false).";
            return;
        }
        if (running.isPresent()) {
            keep(running.get());
        } else {
            begin(wanted.get());
        }
    }

    /** Ends what runs, at the end of the process. */
    public void close() {
        if (running.isPresent()) {
            end("the recorder stops");
        }
    }

    public Health health() {
        return trouble.isEmpty() ? Health.well(PART, story) : Health.degraded(PART, trouble);
    }

    /** The session that is on air; of several the one that went live first. */
    private synchronized Optional<SessionPlan> wanted(Instant now) {
        if (!live) {
            return Optional.empty();
        }
        return show.sessions().stream()
                .filter(session -> !session.plan().id().isCompressed() && isOnAir(session, now))
                .map(SessionView::plan)
                .min(Comparator.comparing(plan -> plan.times().live()));
    }

    private boolean isOnAir(SessionView session, Instant now) {
        SessionPlan.Times times = session.plan().times();
        return switch (session.phase()) {
            case PLANNED, ENDED -> false;
            case PRE -> !now.isBefore(times.onAir());
            case LIVE -> true;
            case POST ->
                now.isBefore(posts.getOrDefault(session.plan().id(), times.post())
                        .plus(Duration.between(times.post(), times.offAir())));
        };
    }

    private void begin(SessionPlan plan) {
        long free = disk.freeBytes(rule.directory());
        if (free < rule.freeBytesMin() + ROOM_MORE_BYTES) {
            tooFull(plan.id(), free);
            return;
        }
        Instant now = clock.instant();
        Path file = file(plan.id(), now);
        try {
            runs(new Running(plan.id(), studio.record(file), rule.partMax().map(now::plus)));
        } catch (StudioException e) {
            complain("Session " + plan.id() + " is not recorded, and it is tried again: " + e.getMessage() + ".");
        }
    }

    private Path file(SessionId session, Instant now) {
        return rule.directory().resolve(session.value()).resolve("show-" + STAMP.format(now) + ".mp4");
    }

    private void runs(Running now) {
        running = Optional.of(now);
        trouble = "";
        story = "Session " + now.session() + " is recorded to "
                + now.recording().file() + ".";
    }

    private void keep(Running now) {
        long free = disk.freeBytes(rule.directory());
        if (free < rule.freeBytesMin()) {
            end("the disk gets too full");
            tooFull(now.session(), free);
        } else if (hasFailed(now.recording().file())) {
            end("it cannot be written");
            complain("The recording " + now.recording().file() + " broke off, and another is begun; see the log.");
        } else if (now.due().filter(due -> !clock.instant().isBefore(due)).isPresent()) {
            goOnInAnotherFile(now);
        }
    }

    private void goOnInAnotherFile(Running before) {
        Instant now = clock.instant();
        try {
            Recording next = before.recording().continueIn(file(before.session(), now));
            runs(new Running(before.session(), next, rule.partMax().map(now::plus)));
        } catch (StudioException e) {
            running = Optional.of(new Running(before.session(), before.recording(), Optional.of(now.plus(AGAIN))));
            complain("The recording " + before.recording().file() + " only gets longer, and it is tried again in "
                    + AGAIN.toSeconds() + " s: " + e.getMessage() + ".");
        }
    }

    private boolean hasFailed(Path file) {
        String target = file.toAbsolutePath().normalize().toString();
        return studio.health().outputs().stream()
                .anyMatch(output -> output.target().equals(target) && output.state() == OutputStatus.State.FAILED);
    }

    private void tooFull(SessionId session, long free) {
        complain("Session " + session + " is on air but not recorded: " + (free >> 20) + " MB are free in "
                + rule.directory() + ", and record.free.megabytes keeps " + (rule.freeBytesMin() >> 20)
                + ". Free " + ((rule.freeBytesMin() + ROOM_MORE_BYTES - free >> 20) + 1)
                + " MB, and the recording begins by itself.");
    }

    private void complain(String text) {
        if (trouble.isEmpty()) {
            LOG.error(text);
        }
        trouble = text;
    }

    private void end(String why) {
        Running over = running.orElseThrow();
        running = Optional.empty();
        try {
            over.recording().close();
            LOG.info("the recording {} is complete: {}", over.recording().file(), why);
        } catch (RuntimeException e) {
            LOG.warn(
                    "the recording {} could not be completed: {}",
                    over.recording().file(),
                    e.toString());
        }
    }
}
