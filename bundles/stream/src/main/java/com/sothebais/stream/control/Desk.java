package com.sothebais.stream.control;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.stream.Cue;
import com.sothebais.api.stream.Cue.Action;
import com.sothebais.api.stream.Rundown;
import com.sothebais.api.stream.Scene;
import com.sothebais.api.stream.ShowControl;
import com.sothebais.api.stream.ShowControl.ControlException.Obstacle;
import com.sothebais.api.stream.Size;
import com.sothebais.api.stream.Source;
import com.sothebais.api.stream.Transition;
import com.sothebais.stream.scene.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is on program and on preview, and what comes next by hand or by the rundown. People and the thread that makes frames meet
 * here; that thread alone carries changes out. Thread-safe.
 */
public final class Desk implements ShowControl {
    /** A cue may be added for an instant that has just passed, because clocks differ; it happens at once. */
    static final Duration LATE_MAX = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final Shelf shelf;
    private final Stills stills;
    private final InstantSource clock;
    private final Prompter prompter = new Prompter();
    private Source program = Source.SHOW;
    private Source preview = Source.STANDBY;
    private Optional<Change> waiting = Optional.empty();
    private Optional<Running> running = Optional.empty();
    private Optional<Mood> mood = Optional.empty();
    private Optional<Previewed> previewed = Optional.empty();
    private volatile Optional<Moment> newest = Optional.empty();

    /** A source on its way to program. */
    record Change(Source source, Transition transition, Source before) {}

    /** The source whose preview was drawn last, at work. */
    private record Previewed(Source source, Scenes scenes) {}

    public Desk(Shelf shelf, Stills stills, InstantSource clock) {
        this.shelf = shelf;
        this.stills = stills;
        this.clock = clock;
        if (!shelf.sources().contains(preview)) {
            preview = Source.BARS;
        }
    }

    /** Of a broadcast that shows the show, and bars when told so. */
    public static Desk plain(Size size, InstantSource clock) {
        return new Desk(Shelf.plain(size), new Stills(size, Optional.empty()), clock);
    }

    @Override
    public synchronized Status status() {
        return new Status(program, preview, running, shelf.sources());
    }

    @Override
    public synchronized Status preview(Source source) {
        if (!shelf.sources().contains(source)) {
            throw new ControlException(
                    Obstacle.UNKNOWN, "There is no source '" + source + "'; there are " + shelf.sources() + ".");
        }
        preview = source;
        return status();
    }

    @Override
    public synchronized Status take(Transition transition) {
        if (transition.kind() != Transition.Kind.CUT) {
            free();
        }
        Source taken = preview;
        preview = program;
        change(taken, transition);
        return status();
    }

    private void free() {
        if (isBusy()) {
            throw new ControlException(
                    Obstacle.CONFLICT,
                    "A transition runs; cut, or try again in " + Transition.LENGTH_MAX.toSeconds() + " s.");
        }
    }

    private boolean isBusy() {
        return waiting.isPresent() || running.isPresent();
    }

    private void change(Source source, Transition transition) {
        waiting = Optional.of(new Change(source, transition, program));
        program = source;
    }

    @Override
    public byte[] still(View view) {
        if (view == View.PROGRAM) {
            return stills.program(status().program());
        }
        Source source = status().preview();
        return stills.preview(source, () -> preview(source, opened(source)));
    }

    private synchronized Scenes opened(Source source) {
        if (previewed.filter(last -> last.source().equals(source)).isEmpty()) {
            previewed = shelf.open(source).map(scenes -> new Previewed(source, scenes));
        }
        return previewed
                .map(Previewed::scenes)
                .orElseThrow(() -> new ControlException(Obstacle.UNKNOWN, "The source '" + source + "' is gone."));
    }

    private Scene preview(Source source, Scenes scenes) {
        Moment moment = newest.orElseThrow(
                () -> new ControlException(Obstacle.NOT_NOW, "The studio is not on air yet; try again in a second."));
        LOG.debug("the preview of {} is drawn", source);
        return scenes.compose(moment.stage(), moment.host(), moment.now(), moment.index());
    }

    @Override
    public synchronized Rundown rundown() {
        return prompter.rundown();
    }

    @Override
    public synchronized Cue fire(String cue) {
        Planned planned = planned(cue);
        if (planned.movesPicture()) {
            free();
        }
        perform(planned, clock.instant(), false);
        return seen(planned);
    }

    @Override
    public synchronized Cue skip(String cue) {
        return set(cue, Cue.State.SKIPPED);
    }

    @Override
    public synchronized Cue hold(String cue) {
        return set(cue, Cue.State.HELD);
    }

    private Cue set(String cue, Cue.State state) {
        Planned planned = planned(cue);
        if (prompter.noted(planned).filter(Cue.State.FIRED::equals).isPresent()) {
            throw new ControlException(Obstacle.CONFLICT, "This cue has happened already.");
        }
        prompter.note(planned, state, clock.instant(), false);
        return seen(planned);
    }

    @Override
    public synchronized Cue go(String cue) {
        Planned planned = planned(cue);
        if (prompter.noted(planned).filter(Cue.State.FIRED::equals).isEmpty()) {
            prompter.forget(planned);
        }
        return seen(planned);
    }

    @Override
    public synchronized Cue add(Instant at, String label, Action action) {
        Instant now = clock.instant();
        if (at.isBefore(now.minus(LATE_MAX)) || at.isAfter(now.plus(AHEAD_MAX))) {
            throw new ControlException(
                    Obstacle.CONFLICT, "A cue can be added from now up to " + AHEAD_MAX.toDays() + " days ahead.");
        }
        if (action instanceof Cue.Take take && !shelf.sources().contains(take.source())) {
            throw new ControlException(
                    Obstacle.UNKNOWN, "There is no source '" + take.source() + "'; there are " + shelf.sources() + ".");
        }
        return seen(prompter.add(at, label, action)
                .orElseThrow(() -> new ControlException(
                        Obstacle.CONFLICT,
                        Rundown.ADDED_MAX + " added cues wait already; skip one that is not needed.")));
    }

    @Override
    public synchronized Rundown holdAll(boolean held) {
        prompter.hold(held);
        return rundown();
    }

    private Planned planned(String cue) {
        return prompter.find(cue)
                .orElseThrow(() -> new ControlException(Obstacle.UNKNOWN, "There is no such cue; see the rundown."));
    }

    private Cue seen(Planned planned) {
        return prompter.rundown().cues().stream()
                .filter(cue -> cue.id().equals(planned.id()))
                .findFirst()
                .orElseThrow();
    }

    Stills stills() {
        return stills;
    }

    Optional<Scenes> open(Source source) {
        return shelf.open(source);
    }

    /**
     * Lets what is due happen; only once the past is known. The first time what is past is taken for done, and the source that its
     * last take names is on program.
     *
     * @return the expression that the host takes on now
     */
    public synchronized Optional<Mood> tick(Stage stage, Instant now) {
        prompter.follow(stage, now);
        if (!prompter.isCaughtUp()) {
            catchUp(now);
        }
        List<Planned> due = prompter.due(now);
        for (int i = 0; i < due.size(); i++) {
            Planned cue = due.get(i);
            boolean outdone = cue.movesPicture() && due.stream().skip(i + 1L).anyMatch(Planned::movesPicture);
            if (outdone) {
                prompter.note(cue, Cue.State.SKIPPED, now, true);
            } else if (!cue.movesPicture() || !isBusy()) {
                perform(cue, now, true);
            }
        }
        Optional<Mood> wanted = mood;
        mood = Optional.empty();
        return wanted;
    }

    private void catchUp(Instant now) {
        List<Cue.Take> takes = prompter.catchUp(now).stream()
                .filter(cue -> cue.action() instanceof Cue.Take)
                .map(cue -> (Cue.Take) cue.action())
                .toList();
        if (!takes.isEmpty() && !isBusy()) {
            Source last = takes.get(takes.size() - 1).source();
            if (!last.equals(program)) {
                change(last, Transition.CUT);
            }
        }
    }

    private void perform(Planned cue, Instant now, boolean byTime) {
        boolean done = cue.action().fold(new Performance());
        prompter.note(cue, done ? Cue.State.FIRED : Cue.State.SKIPPED, now, byTime);
        LOG.debug("the cue {} {}", cue.id(), done ? "happens" : "has nothing to do");
    }

    /** Answers whether there was anything to do. */
    private final class Performance implements Action.Cases<Boolean> {
        @Override
        public Boolean take(Cue.Take action) {
            if (!action.source().equals(program)) {
                change(action.source(), action.transition());
            }
            return true;
        }

        @Override
        public Boolean sting(Cue.Sting action) {
            if (program.equals(Source.SHOW)) {
                change(program, action.transition());
            }
            return program.equals(Source.SHOW);
        }

        @Override
        public Boolean feel(Cue.Feel action) {
            mood = Optional.of(action.mood());
            return true;
        }

        @Override
        public Boolean mark(Cue.Mark action) {
            return true;
        }
    }

    /** The change that the next frame begins with, which stays here until it has {@link #began}. */
    synchronized Optional<Change> next(Moment moment) {
        newest = Optional.of(moment);
        return waiting.filter(change -> running.isEmpty() || change.transition().kind() == Transition.Kind.CUT);
    }

    /** A change is on its way. */
    synchronized void began(Change change) {
        waiting = waiting.filter(next -> next != change);
    }

    /** The source of a change is gone, and program stays as it was. */
    synchronized void dropped(Change change) {
        waiting = waiting.filter(next -> next != change);
        program = change.before();
    }

    /** How far the transition is; empty when none runs. */
    synchronized void runs(Optional<Running> now) {
        running = now;
    }
}
