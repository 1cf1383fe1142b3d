package com.sothebais.stream.control;

import com.sothebais.api.stream.Cue;
import com.sothebais.api.stream.Cue.State;
import com.sothebais.api.stream.Rundown;
import com.sothebais.api.stream.Source;
import com.sothebais.stream.scene.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The timetable and what people and time have made of it. Not thread-safe. */
final class Prompter {
    /** A cue that has happened happens again when its instant has moved on by more than this, as a last call does. */
    private static final Duration MOVED = Duration.ofSeconds(1);

    /** So much is remembered of cues that are not in the rundown at the moment; more than two sessions have. */
    private static final int NOTES_MAX = 1_000;

    private static final String ADDED = "added-";
    private static final Pattern NUMBERED = Pattern.compile(ADDED + "([0-9]{1,18})");

    private final Map<String, Planned> added = new LinkedHashMap<>();
    private final Map<String, Note> notes = new LinkedHashMap<>();
    private List<Planned> automatic = List.of();
    private Optional<Stage> read = Optional.empty();
    private long readSecond;
    private Optional<Hold> held = Optional.empty();
    private boolean caughtUp;
    private long number;
    private Instant next = Instant.MIN;

    /**
     * What became of a cue.
     *
     * @param planned its instant when it happened
     * @param byTime whether it happened by itself
     */
    private record Note(State state, Instant planned, Instant when, boolean byTime) {}

    /** Who holds the whole rundown, and since when. */
    record Hold(Instant since, String admin) {}

    /** Takes over where the show stands. */
    void follow(Stage stage, Instant now) {
        boolean same = read.isPresent() && read.get() == stage;
        if (same && (readSecond == now.getEpochSecond() || !Timetable.moves(stage))) {
            return;
        }
        read = Optional.of(stage);
        readSecond = now.getEpochSecond();
        List<Planned> fresh = Timetable.of(stage, now);
        if (!fresh.equals(automatic)) {
            automatic = fresh;
            forget();
        }
    }

    /** Wakes cues that have moved. Notes of cues that are away stay, for a rehearsal takes the stage and leaves it again. */
    private void forget() {
        all().forEach(cue -> {
            Note note = notes.get(cue.id());
            if (note != null
                    && note.state() == State.FIRED
                    && note.byTime()
                    && cue.at().isAfter(note.planned().plus(MOVED))) {
                notes.remove(cue.id());
            }
        });
        Set<String> present = all().map(Planned::id).collect(Collectors.toSet());
        Iterator<String> oldest = notes.keySet().iterator();
        while (notes.size() > NOTES_MAX && oldest.hasNext()) {
            if (!present.contains(oldest.next())) {
                oldest.remove();
            }
        }
        look();
    }

    /** Whether the past is known; before, nothing must happen. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    /**
     * Takes what is due for past, but what has come due while the rundown is held waits. Words that were not said in time are not
     * said any more.
     *
     * @return what is past, in order
     */
    List<Planned> catchUp(Instant now) {
        caughtUp = true;
        Instant until = held.map(Hold::since).filter(now::isAfter).orElse(now);
        List<Planned> past = waiting(until);
        past.forEach(cue -> note(cue, cue.action() instanceof Cue.Say ? State.SKIPPED : State.FIRED, cue.at(), true));
        look();
        return past;
    }

    /** What must happen now, in order. */
    List<Planned> due(Instant now) {
        return held.isPresent() || now.isBefore(next) ? List.of() : waiting(now);
    }

    /** What would happen now if nothing were held. */
    List<Planned> waiting(Instant now) {
        return all().filter(cue -> !now.isBefore(cue.at()) && !notes.containsKey(cue.id()))
                .sorted(Comparator.comparing(Planned::at))
                .toList();
    }

    void note(Planned cue, State state, Instant when, boolean byTime) {
        notes.put(cue.id(), new Note(state, cue.at(), when, byTime));
        look();
    }

    /** What was said about a cue by hand before the process began; the cue itself may be known later. */
    void recall(String cue, State state, Instant planned, Instant when) {
        notes.remove(cue);
        notes.put(cue, new Note(state, planned, when, false));
        if (notes.size() > NOTES_MAX) {
            notes.remove(notes.keySet().iterator().next());
        }
    }

    /** Lets it be as if nothing had been said about it. */
    void forget(String cue) {
        notes.remove(cue);
        look();
    }

    void hold(Optional<Hold> all) {
        held = all;
    }

    Optional<Hold> held() {
        return held;
    }

    /** The source of the last take that has happened by its time, as the rundown would have it; the show before. */
    Source wanted() {
        return all().filter(cue -> noted(cue).filter(State.FIRED::equals).isPresent())
                .sorted(Comparator.comparing(Planned::at))
                .map(Planned::action)
                .filter(Cue.Take.class::isInstance)
                .map(take -> ((Cue.Take) take).source())
                .reduce(Source.SHOW, (before, last) -> last);
    }

    Optional<Planned> find(String id) {
        return all().filter(cue -> cue.id().equals(id)).findFirst();
    }

    /** Empty while nothing was said or done about it. */
    Optional<State> noted(Planned cue) {
        return Optional.ofNullable(notes.get(cue.id())).map(Note::state);
    }

    /** Adds a cue; empty when there are as many as may be. */
    Optional<Planned> add(Instant at, String label, Cue.Action action) {
        return add(new Planned(ADDED + (number + 1), label, at, action));
    }

    /** Adds a cue that has its name already. */
    Optional<Planned> add(Planned cue) {
        while (added.size() >= Rundown.ADDED_MAX && !added.containsKey(cue.id())) {
            Optional<String> over = added.values().stream()
                    .filter(known ->
                            noted(known).filter(state -> state != State.HELD).isPresent())
                    .map(Planned::id)
                    .findFirst()
                    .or(this::forgotten);
            if (over.isEmpty()) {
                return Optional.empty();
            }
            notes.remove(over.get());
            added.remove(over.get());
        }
        number = Math.max(number, number(cue.id()));
        added.put(cue.id(), cue);
        look();
        return Optional.of(cue);
    }

    /** While the log is read, most of what it tells of is over long since, and the oldest makes room. */
    private Optional<String> forgotten() {
        return caughtUp
                ? Optional.empty()
                : added.values().stream().min(Comparator.comparing(Planned::at)).map(Planned::id);
    }

    private static long number(String id) {
        Matcher matcher = NUMBERED.matcher(id);
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    }

    Rundown rundown() {
        List<Planned> planned = all().sorted(Comparator.comparing(Planned::at)).toList();
        List<Cue> cues = new ArrayList<>(planned.size());
        boolean nextKnown = false;
        for (Planned cue : planned) {
            Note note = notes.get(cue.id());
            boolean isNext = note == null && !nextKnown;
            nextKnown |= isNext;
            State state = note != null ? note.state() : isNext ? State.NEXT : State.PENDING;
            Optional<Instant> fired = Optional.ofNullable(note)
                    .filter(had -> had.state() == State.FIRED)
                    .map(Note::when);
            Cue.Times times = new Cue.Times(cue.at(), cue.first(), fired);
            cues.add(new Cue(cue.id(), cue.label(), times, cue.action(), !added.containsKey(cue.id()), state));
        }
        return new Rundown(held.isPresent(), cues);
    }

    private Stream<Planned> all() {
        return Stream.concat(automatic.stream(), added.values().stream());
    }

    private void look() {
        next = all().filter(cue -> !notes.containsKey(cue.id()))
                .map(Planned::at)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }
}
