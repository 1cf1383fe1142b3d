package com.sothebais.stream.control;

import com.sothebais.api.stream.Cue;
import com.sothebais.api.stream.Cue.State;
import com.sothebais.api.stream.Rundown;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The timetable and what people and time have made of it. Not thread-safe. */
final class Prompter {
    /** A cue that has happened happens again when its instant has moved on by more than this, as a last call does. */
    private static final Duration MOVED = Duration.ofSeconds(1);

    /** So much is remembered of cues that are not in the rundown at the moment; more than two sessions have. */
    private static final int NOTES_MAX = 1_000;

    private final Map<String, Planned> added = new LinkedHashMap<>();
    private final Map<String, Note> notes = new LinkedHashMap<>();
    private List<Planned> automatic = List.of();
    private Optional<Stage> read = Optional.empty();
    private long readSecond;
    private boolean held;
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

    /** Takes what is due for past. @return it */
    List<Planned> catchUp(Instant now) {
        caughtUp = true;
        look();
        List<Planned> past = due(now);
        past.forEach(cue -> note(cue, State.FIRED, cue.at(), true));
        return past;
    }

    /** What must happen now, in order. */
    List<Planned> due(Instant now) {
        if (held || now.isBefore(next)) {
            return List.of();
        }
        return all().filter(cue -> !now.isBefore(cue.at()) && !notes.containsKey(cue.id()))
                .sorted(Comparator.comparing(Planned::at))
                .toList();
    }

    void note(Planned cue, State state, Instant when, boolean byTime) {
        notes.put(cue.id(), new Note(state, cue.at(), when, byTime));
        look();
    }

    /** Lets it be as if nothing had been said about it. */
    void forget(Planned cue) {
        notes.remove(cue.id());
        look();
    }

    void hold(boolean all) {
        held = all;
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
        while (added.size() >= Rundown.ADDED_MAX) {
            Optional<String> over = added.values().stream()
                    .filter(cue ->
                            noted(cue).filter(state -> state != State.HELD).isPresent())
                    .map(Planned::id)
                    .findFirst();
            if (over.isEmpty()) {
                return Optional.empty();
            }
            notes.remove(over.get());
            added.remove(over.get());
        }
        number++;
        Planned cue = new Planned("added-" + number, label, at, action);
        added.put(cue.id(), cue);
        look();
        return Optional.of(cue);
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
            cues.add(
                    new Cue(cue.id(), cue.label(), cue.at(), cue.action(), !added.containsKey(cue.id()), state, fired));
        }
        return new Rundown(held, cues);
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
