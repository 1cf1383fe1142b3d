package com.sothebais.stream.control;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.auction.CampaignId;
import com.sothebais.api.event.Recorded;
import com.sothebais.api.stream.Cue;
import com.sothebais.api.stream.Cue.Action;
import com.sothebais.api.stream.DeskEvent;
import com.sothebais.api.stream.DeskEvent.Decision;
import com.sothebais.api.stream.Rundown;
import com.sothebais.api.stream.ShowControl;
import com.sothebais.api.stream.ShowControl.ControlException.Obstacle;
import com.sothebais.api.stream.Size;
import com.sothebais.api.stream.Source;
import com.sothebais.api.stream.Transition;
import com.sothebais.stream.control.ProgramBus.Change;
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

    private static final Transition GIVE_WAY = new Transition(Transition.Kind.FADE, Duration.ofSeconds(1));

    private final Shelf shelf;
    private final Stills stills;
    private final DeskNotes notes;
    private final InstantSource clock;
    private final Prompter prompter = new Prompter();
    private final Memory memory = new Memory(prompter);
    private final ProgramBus bus = new ProgramBus();
    private final Previews previews;
    private Optional<Mood> mood = Optional.empty();
    private Optional<CampaignId> rehearsal = Optional.empty();
    private Source real = Source.SHOW;

    public Desk(Shelf shelf, Stills stills, DeskNotes notes, InstantSource clock) {
        this.shelf = shelf;
        this.stills = stills;
        this.notes = notes;
        this.clock = clock;
        this.previews = new Previews(shelf);
        if (!shelf.sources().contains(bus.preview())) {
            bus.preview(Source.BARS);
        }
    }

    /** Of a broadcast that shows the show, and bars when told so. */
    public static Desk plain(Size size, InstantSource clock) {
        return new Desk(Shelf.plain(size), new Stills(size, Optional.empty()), DeskNotes.NONE, clock);
    }

    @Override
    public synchronized Status status() {
        return new Status(bus.program(), bus.preview(), bus.taken(), bus.running(), shelf.sources());
    }

    @Override
    public synchronized Status preview(Source source) {
        if (!shelf.sources().contains(source)) {
            throw new ControlException(
                    Obstacle.UNKNOWN, "There is no source '" + source + "'; there are " + shelf.sources() + ".");
        }
        bus.preview(source);
        return status();
    }

    @Override
    public synchronized Status take(Transition transition, String admin) {
        if (transition.kind() != Transition.Kind.CUT) {
            bus.free();
        }
        bus.take(transition, how(Optional.of(admin)));
        noteTaken(transition);
        return status();
    }

    @Override
    public synchronized Status keep(String admin) {
        bus.keep(how(Optional.of(admin)));
        noteTaken(Transition.CUT);
        return status();
    }

    private Taken how(Optional<String> admin) {
        return new Taken(clock.instant(), admin, false, Optional.empty());
    }

    private void change(Source source, Transition transition, Optional<String> admin) {
        bus.change(source, transition, how(admin));
        noteTaken(transition);
    }

    private void noteTaken(Transition transition) {
        note(new DeskEvent.SourceTaken(bus.program(), transition, bus.taken().flatMap(Taken::admin)));
    }

    private void note(DeskEvent event) {
        notes.note(new DeskNotes.Note(event, clock.instant(), rehearsal));
    }

    @Override
    public byte[] still(View view) {
        if (view == View.PROGRAM) {
            return stills.program(status().program());
        }
        Source source = status().preview();
        return stills.preview(source, () -> previews.scene(source));
    }

    @Override
    public synchronized Rundown rundown() {
        return prompter.rundown();
    }

    @Override
    public synchronized Cue fire(String cue, String admin) {
        Planned planned = planned(cue);
        if (planned.movesPicture()) {
            bus.free();
        }
        perform(planned, clock.instant(), Optional.of(admin));
        note(new DeskEvent.CueSet(cue, Decision.FIRED, planned.at(), admin));
        return seen(planned);
    }

    @Override
    public synchronized Cue skip(String cue, String admin) {
        return set(cue, Cue.State.SKIPPED, Decision.SKIPPED, admin);
    }

    @Override
    public synchronized Cue hold(String cue, String admin) {
        return set(cue, Cue.State.HELD, Decision.HELD, admin);
    }

    private Cue set(String cue, Cue.State state, Decision decision, String admin) {
        Planned planned = planned(cue);
        if (hasFired(planned)) {
            throw new ControlException(Obstacle.CONFLICT, "This cue has happened already.");
        }
        prompter.note(planned, state, clock.instant(), false);
        note(new DeskEvent.CueSet(cue, decision, planned.at(), admin));
        return seen(planned);
    }

    private boolean hasFired(Planned planned) {
        return prompter.noted(planned).filter(Cue.State.FIRED::equals).isPresent();
    }

    @Override
    public synchronized Cue go(String cue, String admin) {
        Planned planned = planned(cue);
        if (!hasFired(planned)) {
            prompter.forget(cue);
            note(new DeskEvent.CueSet(cue, Decision.RELEASED, planned.at(), admin));
        }
        return seen(planned);
    }

    @Override
    public synchronized Cue add(Instant at, String label, Action action, String admin) {
        Instant now = clock.instant();
        if (at.isBefore(now.minus(LATE_MAX)) || at.isAfter(now.plus(AHEAD_MAX))) {
            throw new ControlException(
                    Obstacle.CONFLICT, "A cue can be added from now up to " + AHEAD_MAX.toDays() + " days ahead.");
        }
        if (action instanceof Cue.Take take && !shelf.sources().contains(take.source())) {
            throw new ControlException(
                    Obstacle.UNKNOWN, "There is no source '" + take.source() + "'; there are " + shelf.sources() + ".");
        }
        Planned added = prompter.add(at, label, action)
                .orElseThrow(() -> new ControlException(
                        Obstacle.CONFLICT,
                        Rundown.ADDED_MAX + " added cues wait already; skip one that is not needed."));
        note(new DeskEvent.CueAdded(added.id(), at, label, action, admin));
        return seen(added);
    }

    @Override
    public synchronized Rundown holdAll(boolean held, String admin) {
        if (held != prompter.held().isPresent()) {
            prompter.hold(held ? Optional.of(new Prompter.Hold(clock.instant(), admin)) : Optional.empty());
            note(new DeskEvent.RundownHeld(held, admin));
        }
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

    /** Takes over what the process before left in the log; only until the past is known. */
    public synchronized void recall(Recorded recorded) {
        boolean past = !prompter.isCaughtUp() && !recorded.fact().stream().isRehearsal();
        if (past && recorded.event() instanceof DeskEvent event) {
            memory.recall(event, recorded.fact().at());
        }
    }

    /**
     * Lets what is due happen; only once the past is known. The first time what is past is taken for done, and what was taken last
     * is on program, be it by hand or by a cue.
     *
     * @return the expression that the host takes on now
     */
    public synchronized Optional<Mood> tick(Stage stage, Instant now) {
        boolean starts = !prompter.isCaughtUp();
        prompter.follow(stage, now);
        if (starts) {
            catchUp(now, stage);
        } else {
            rehearse(stage);
        }
        if (bus.taken()
                        .flatMap(Taken::until)
                        .filter(until -> !now.isBefore(until))
                        .isPresent()
                && !bus.isBusy()) {
            giveWay();
        }
        List<Planned> due = prompter.due(now);
        for (int i = 0; i < due.size(); i++) {
            Planned cue = due.get(i);
            boolean outdone = cue.movesPicture() && due.stream().skip(i + 1L).anyMatch(Planned::movesPicture);
            if (outdone) {
                prompter.note(cue, Cue.State.SKIPPED, now, true);
            } else if (!cue.movesPicture() || !bus.isBusy()) {
                perform(cue, now, Optional.empty());
            }
        }
        Optional<Mood> wanted = mood;
        mood = Optional.empty();
        return wanted;
    }

    private void catchUp(Instant now, Stage stage) {
        List<Planned> past = prompter.catchUp(now).stream()
                .filter(cue -> cue.action() instanceof Cue.Take)
                .toList();
        rehearsal = stage.rehearsal();
        if (bus.taken().isPresent()) {
            // Somebody was faster than the log.
            return;
        }
        Optional<Instant> lastCue = past.stream().map(Planned::at).reduce((before, last) -> last);
        Optional<Memory.Last> last =
                memory.last().filter(took -> shelf.sources().contains(took.source()));
        boolean cueIsNewer = last.isEmpty()
                || lastCue.isPresent() && lastCue.get().isAfter(last.get().at());
        if (rehearsal.isPresent()) {
            real = last.map(Memory.Last::source).orElse(real);
        }
        if (rehearsal.isPresent() || cueIsNewer) {
            lastCue.ifPresent(
                    at -> restore(prompter.wanted(), new Taken(at, Optional.empty(), false, Optional.empty())));
        } else {
            boolean bars = last.get().source().equals(Source.BARS);
            restore(
                    last.get().source(),
                    last.get().restored(bars ? Optional.of(now.plus(BARS_KEPT)) : Optional.empty()));
        }
    }

    private void restore(Source source, Taken how) {
        if (source.equals(bus.program())) {
            bus.keep(how);
        } else {
            bus.change(source, Transition.CUT, how);
        }
        how.admin().ifPresent(admin -> LOG.info("'{}' is on program again, as {} had it", source, admin));
    }

    /** Bars that nobody asked for again since a restart. */
    private void giveWay() {
        Source wanted = prompter.wanted();
        Source next = wanted.equals(Source.BARS) ? Source.SHOW : wanted;
        LOG.warn("the test pattern was on program since a restart and nobody kept it; '{}' takes its place", next);
        change(next, GIVE_WAY, Optional.empty());
    }

    /** What was taken for a rehearsal does not stay when it is over. */
    private void rehearse(Stage stage) {
        Optional<CampaignId> now = stage.rehearsal();
        if (now.isPresent() && rehearsal.isEmpty()) {
            real = bus.program();
        }
        boolean over = now.isEmpty() && rehearsal.isPresent();
        rehearsal = now;
        if (over && !real.equals(bus.program())) {
            change(real, Transition.CUT, Optional.empty());
        }
    }

    private void perform(Planned cue, Instant now, Optional<String> admin) {
        boolean done = cue.action().fold(new Performance(cue, admin));
        prompter.note(cue, done ? Cue.State.FIRED : Cue.State.SKIPPED, now, admin.isEmpty());
    }

    /** Answers whether there was anything to do. */
    private final class Performance implements Action.Cases<Boolean> {
        private final Planned cue;
        private final Optional<String> admin;

        Performance(Planned cue, Optional<String> admin) {
            this.cue = cue;
            this.admin = admin;
        }

        @Override
        public Boolean take(Cue.Take action) {
            if (!action.source().equals(bus.program())) {
                change(action.source(), action.transition(), admin);
            }
            return true;
        }

        @Override
        public Boolean sting(Cue.Sting action) {
            boolean showing = bus.program().equals(Source.SHOW);
            if (showing) {
                bus.again(Source.SHOW, action.transition());
            }
            return showing;
        }

        @Override
        public Boolean feel(Cue.Feel action) {
            mood = Optional.of(action.mood());
            return true;
        }

        @Override
        public Boolean say(Cue.Say action) {
            note(new DeskEvent.LineCued(cue.id(), action.text(), action.mood(), admin));
            return true;
        }

        @Override
        public Boolean mark(Cue.Mark action) {
            return true;
        }
    }

    /** What somebody should know of: a test pattern on air, and cues that wait because the rundown is held. */
    public synchronized List<String> troubles(Stage stage, Instant now) {
        return DeskAlarms.of(stage, bus, prompter, now);
    }

    /** The change that the next frame begins with, which stays here until it has {@link #began}. */
    synchronized Optional<Change> next(Moment moment) {
        previews.now(moment);
        return bus.next();
    }

    /** A change is on its way. */
    synchronized void began(Change change) {
        bus.began(change);
    }

    /** The source of a change is gone, and program stays as it was. */
    synchronized void dropped(Change change) {
        bus.dropped(change, how(Optional.empty()));
        noteTaken(Transition.CUT);
    }

    /** How far the transition is; empty when none runs. */
    synchronized void runs(Optional<Running> now) {
        bus.runs(now);
    }
}
