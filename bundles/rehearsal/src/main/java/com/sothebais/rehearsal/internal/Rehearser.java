package com.sothebais.rehearsal.internal;

import com.sothebais.api.auction.SessionId;
import com.sothebais.api.auction.SessionPhase;
import com.sothebais.api.auction.SessionPlan;
import com.sothebais.api.event.RehearsalMark;
import com.sothebais.api.rehearsal.RehearsalException;
import com.sothebais.api.rehearsal.RehearsalException.Obstacle;
import com.sothebais.api.rehearsal.Rehearsals;
import com.sothebais.api.rehearsal.Rehearsals.Order;
import com.sothebais.api.rehearsal.Rehearsals.Progress;
import com.sothebais.api.rehearsal.Rehearsals.Rehearsed;
import com.sothebais.api.rehearsal.Rehearsals.Stage;
import com.sothebais.api.show.ShowView;
import com.sothebais.api.social.SimulatedNetwork;
import com.sothebais.rehearsal.report.ShowDirectory;
import com.sothebais.rehearsal.shadow.Original;
import com.sothebais.rehearsal.shadow.Timing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays one show at a time on a thread of its own. Thread-safe. */
final class Rehearser implements AutoCloseable {
    private static final Duration STOP_WAIT = Duration.ofSeconds(10);
    /** For what comes before the first second of a rehearsal and behind its last: bidders, settlements, report. */
    private static final Duration AROUND = Duration.ofSeconds(90);

    private static final Logger LOG = LoggerFactory.getLogger(Rehearser.class);

    private final Platform platform;
    private final Script script;
    private final ShowState state;
    private final InstantSource clock;
    private final Shelf shelf;
    private final Timing.Least least;
    private volatile Progress progress = new Progress(Stage.IDLE, "No show has been played yet.", Optional.empty());
    /** The newest rehearsal of a session. */
    private volatile Optional<Rehearsed> newest = Optional.empty();

    private Thread thread;
    private Show playing;

    Rehearser(Platform platform, Script script, ShowState state, InstantSource clock) {
        this(platform, script, state, clock, new Shelf(Path.of("data", "rehearsals")), Timing.Least.USUAL);
    }

    Rehearser(Platform platform, Script script, ShowState state, InstantSource clock, Shelf shelf, Timing.Least least) {
        this.platform = platform;
        this.script = script;
        this.state = state;
        this.clock = clock;
        this.shelf = shelf;
        this.least = least;
    }

    synchronized void start(Path directory) {
        busy().ifPresent(what -> {
            throw new IllegalStateException("a show is playing: " + what);
        });
        progress = new Progress(Stage.PREPARING, "the show is about to begin", Optional.empty());
        play(new Show(
                platform,
                new Demo(platform, script),
                state,
                new ShowDirectory(directory),
                clock,
                now -> progress = now));
    }

    private void play(Show show) {
        playing = show;
        thread = new Thread(show, "sothebais-rehearsal");
        thread.setDaemon(true);
        thread.start();
    }

    /** What plays now. */
    private Optional<String> busy() {
        if (isPlaying(progress)) {
            return Optional.of("the demo show, " + progress.message());
        }
        return newest.filter(one -> isPlaying(one.progress()))
                .map(one -> "the rehearsal of " + one.order().session() + ", "
                        + one.progress().message());
    }

    private static boolean isPlaying(Progress progress) {
        return progress.stage() == Stage.PREPARING || progress.stage() == Stage.PLAYING;
    }

    synchronized Rehearsed rehearse(Order order) {
        busy().ifPresent(what -> {
            throw new RehearsalException(
                    Obstacle.BUSY, "One show at a time: " + what + ". Wait for its end or abort it.");
        });
        Instant now = clock.instant();
        Original original = original(order);
        String network = network();
        String id = RehearsalMark.id(network, now, order.speed());
        Progress begun = new Progress(Stage.PREPARING, "the rehearsal is about to begin", Optional.empty());
        ShowDirectory directory = new ShowDirectory(shelf.place(id));
        Rehearsed rehearsed = new Rehearsed(id, order, now, begun, directory.recording());
        SessionRehearsal rehearsal =
                new SessionRehearsal(platform, rehearsed, original, new Timing(order.speed(), least));
        giveWay(rehearsal, order, original, now);
        try {
            shelf.put(rehearsed);
        } catch (IOException e) {
            throw new RehearsalException(
                    Obstacle.UNAVAILABLE,
                    "The directory " + shelf.place(id) + " cannot be written: " + e.getMessage()
                            + ". Make room, or set rehearsals.directory in etc/" + Script.PID + ".cfg.");
        }
        newest = Optional.of(rehearsed);
        play(new Show(platform, rehearsal, state, directory, clock, this::goesOn));
        return rehearsed;
    }

    private void goesOn(Progress now) {
        newest = newest.map(one -> new Rehearsed(one.id(), one.order(), one.started(), now, one.recording()));
    }

    private Original original(Order order) {
        SessionId session = order.session();
        Optional<Phase> phase = state.view().sessions().stream()
                .filter(known -> known.plan().id().equals(session))
                .map(known -> new Phase(known.phase()))
                .findFirst();
        if (phase.isEmpty() || session.isCompressed()) {
            throw new RehearsalException(
                    Obstacle.UNKNOWN,
                    "There is no planned session '" + session
                            + "'; see the calendar of the campaign for its sessions.");
        }
        if (!phase.get().isAhead()) {
            throw new RehearsalException(
                    Obstacle.BUSY,
                    "Session '" + session + "' is " + phase.get().now()
                            + " already; rehearse one that has not gone live.");
        }
        return Original.of(state.view(), session)
                .orElseThrow(() -> new RehearsalException(
                        Obstacle.UNKNOWN, "The campaign of session '" + session + "' is not known any more."));
    }

    private record Phase(SessionPhase now) {
        boolean isAhead() {
            return now == SessionPhase.PLANNED || now == SessionPhase.PRE;
        }
    }

    private String network() {
        SimulatedNetwork network = platform.plugins()
                .networks()
                .get()
                .orElseThrow(() -> away("a simulated network", "the feature of the plugin social-sandbox"));
        if (platform.plugins().chains().get().isEmpty()) {
            throw away("a simulated chain", "the feature of the plugin chain-simulated");
        }
        if (platform.air().curtains().get().isEmpty()) {
            throw away("a stream", "the bundle stream");
        }
        return network.name();
    }

    private static RehearsalException away(String what, String how) {
        return new RehearsalException(
                Obstacle.UNAVAILABLE, "A rehearsal needs " + what + ", and there is none; start " + how + ".");
    }

    /** Something real comes first, as long as the rehearsal may take. */
    private void giveWay(SessionRehearsal rehearsal, Order order, Original original, Instant now) {
        Instant over = now.plus(rehearsal.longest()).plus(AROUND);
        Optional<SessionPlan> rival = Rivals.between(state.view(), now, over);
        if (rival.isEmpty()) {
            return;
        }
        SessionPlan first = rival.get();
        Instant onAir = first.times().onAir();
        if (Rivals.between(state.view(), now, now).isPresent()) {
            throw new RehearsalException(
                    Obstacle.BUSY,
                    "The studio belongs to session '" + first.id() + "', on air from " + onAir
                            + "; rehearse when it is over.");
        }
        throw new RehearsalException(
                Obstacle.BUSY,
                "Session '" + first.id() + "' goes on air at " + onAir + ", and this rehearsal may take until "
                        + over.truncatedTo(ChronoUnit.SECONDS) + "; " + advice(order, original, now));
    }

    private String advice(Order order, Original original, Instant now) {
        for (int speed = order.speed() + 1; speed <= Rehearsals.SPEED_MAX; speed++) {
            Rehearsed faster = new Rehearsed(
                    RehearsalMark.id(network(), now, speed),
                    new Order(order.session(), speed, order.seed()),
                    now,
                    progress,
                    Path.of(""));
            Duration longest = new SessionRehearsal(platform, faster, original, new Timing(speed, least)).longest();
            if (Rivals.between(state.view(), now, now.plus(longest).plus(AROUND))
                    .isEmpty()) {
                return "choose a speed of at least " + speed + ", or rehearse later.";
            }
        }
        return "rehearse when it is over.";
    }

    /** Of the newest show, whichever it is. */
    Progress newest() {
        Optional<Progress> rehearsal = newest.map(Rehearsed::progress);
        return rehearsal
                .filter(one -> !isPlaying(progress) && (isPlaying(one) || progress.stage() == Stage.IDLE))
                .orElse(progress);
    }

    List<Rehearsed> rehearsals() {
        Optional<Rehearsed> mine = newest;
        List<Rehearsed> all = new ArrayList<>(shelf.all());
        mine.ifPresent(one -> {
            all.removeIf(other -> other.id().equals(one.id()));
            all.add(0, one);
        });
        return List.copyOf(all);
    }

    synchronized Optional<Rehearsed> abort(String id, String who) {
        Optional<Rehearsed> mine = newest.filter(one -> one.id().equals(id));
        if (mine.filter(one -> isPlaying(one.progress())).isPresent()) {
            playing.stopping(who + " aborted the rehearsal");
            thread.interrupt();
        }
        return rehearsals().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /**
     * Ends rehearsals that nobody plays, as after a kill in the middle of one, so that the outputs return; asked every few seconds.
     */
    void tidy() {
        Optional<SessionPlan> rehearsal = state.caughtUpView().flatMap(ShowView::rehearsal);
        boolean mine = newest.filter(one -> isPlaying(one.progress())).isPresent();
        if (rehearsal.isPresent() && !mine) {
            LOG.warn(
                    "rehearsal {} has no player any more and is ended",
                    rehearsal.get().id());
            platform.saleroom()
                    .campaigns()
                    .endRehearsal(rehearsal.get().id(), SessionRehearsal.decree("it was cut off and has no player."));
        }
    }

    /**
     * Starts the show that the launcher asked for, unless it was played there before: a process that was killed and started again
     * with the same directory must not hold a second auction.
     */
    void startOnce(Path directory) {
        ShowDirectory place = new ShowDirectory(directory);
        try {
            switch (place.past()) {
                case NONE -> start(directory);
                case OVER ->
                    progress = new Progress(
                            Stage.FINISHED,
                            "The show of " + directory + " was played before; remove its report.json to play again.",
                            Optional.of(place.report()));
                case CUT_OFF -> {
                    String sentence = "the show was cut off by a restart; the auction goes on by itself from the log,"
                            + " without simulated bidders and recording";
                    progress = new Progress(Stage.FAILED, sentence, Optional.empty());
                    place.say(ShowDirectory.INTERRUPTED, sentence);
                    LOG.warn("{} ({})", sentence, directory);
                }
            }
        } catch (IOException e) {
            String sentence = "the directory of the show, " + directory + ", cannot be used: " + e.getMessage();
            progress = new Progress(Stage.FAILED, sentence, Optional.empty());
            LOG.error(sentence);
        }
    }

    Progress progress() {
        return progress;
    }

    /** Breaks a playing show off; what it has so far is written. */
    @Override
    public void close() {
        Thread player;
        synchronized (this) {
            player = thread;
            if (newest.filter(one -> isPlaying(one.progress())).isPresent()) {
                playing.stopping("the platform stops");
            }
        }
        if (player == null) {
            return;
        }
        player.interrupt();
        try {
            player.join(STOP_WAIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
